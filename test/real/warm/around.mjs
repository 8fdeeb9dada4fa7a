/** A site on disk goes in; what befalls the output folder, the cache and the sources beside the editing of them is done there. */
import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { list, runHere, writeSources } from './disk.mjs';
import { isoOf } from './wishes.mjs';

const LEDGER = 'policies/ledger.json';

/** What happens to what earlier builds left, and to the folder. */
export const AROUND = [
  ['nothing', 2, () => {}],
  ['some seconds', 1, () => setTimeout(2500)],
  ['seal', 2, seal],
  ['check', 1, (life) => compareOutputs(life, 'check')],
  [
    'all sources saved again',
    1,
    ({ root }) => {
      for (const path of list(join(root, 'policies'))) writeFileSync(path, readFileSync(path));
    },
  ],
  [
    'the root renamed',
    0.5,
    (life) => {
      const to = join(life.folder, `root${life.count++}`);
      renameSync(life.root, to);
      life.root = to;
    },
  ],
  ['of the output, deleted', 2, inOutput((path) => rmSync(path))],
  ['of the output, longer', 2, inOutput((path) => writeFileSync(path, 'more', { flag: 'a' }))],
  ['of the output, altered', 1, inOutput((path) => writeFileSync(path, readFileSync(path).reverse()))],
  [
    'of the output, a folder deleted',
    1,
    inOutput((path, out) => dirname(path) !== out && rmSync(dirname(path), { recursive: true })),
  ],
  [
    'of the output, all deleted',
    1,
    ({ root, foreign }) => {
      rmSync(join(root, 'dist'), { recursive: true, force: true });
      foreign.clear();
    },
  ],
  [
    'into the output',
    1,
    inOutput((path, out, life) => {
      const name = join(dirname(path), `foreign-${life.count++}.txt`);
      writeFileSync(name, 'mine');
      life.foreign.set(name.slice(out.length + 1), 'mine');
    }),
  ],
  [
    'the output put away',
    1,
    ({ root, folder, foreign }) => {
      if (foreign.size === 0 && existsSync(join(root, 'dist'))) copy(join(root, 'dist'), join(folder, 'put-away'));
    },
  ],
  [
    'the output put back',
    1,
    ({ root, folder, foreign }) => {
      if (!existsSync(join(folder, 'put-away'))) return;
      copy(join(folder, 'put-away'), join(root, 'dist'));
      foreign.clear();
    },
  ],
  ['the cache deleted', 1, ({ root }) => rmSync(join(root, '.promulgate'), { recursive: true, force: true })],
  ['of the cache, deleted', 1, inCache((path) => rmSync(path))],
  [
    'of the cache, cut',
    1,
    inCache((path) => writeFileSync(path, readFileSync(path).subarray(0, statSync(path).size / 2))),
  ],
  [
    'of the cache, altered',
    1,
    inCache((path, random) => {
      const bytes = readFileSync(path);
      if (bytes.length > 0) bytes[random.below(bytes.length)] ^= 1 << random.below(8);
      writeFileSync(path, bytes);
    }),
  ],
  [
    'the cache put away',
    1,
    ({ root, folder }) => {
      if (existsSync(join(root, '.promulgate'))) copy(join(root, '.promulgate'), join(folder, 'cache'));
    },
  ],
  [
    'the cache put back',
    2,
    ({ root, folder }) => {
      if (existsSync(join(folder, 'cache'))) copy(join(folder, 'cache'), join(root, '.promulgate'));
    },
  ],
];

/** A file of the site, not what tells it from somebody else's. */
function inOutput(act) {
  return (life) => {
    const out = join(life.root, 'dist');
    const paths = list(out).filter(
      (path) => !path.endsWith('.promulgate.json') && !life.foreign.has(path.slice(out.length + 1)),
    );
    if (paths.length === 0) return undefined;
    const path = life.random.pick(paths);
    act(path, out, life);
    for (const name of life.foreign.keys()) if (!existsSync(join(out, name))) life.foreign.delete(name);
    return path.slice(out.length + 1);
  };
}

function inCache(act) {
  return ({ root, random }) => {
    const paths = list(join(root, '.promulgate')).sort();
    if (paths.length > 0) act(random.pick(paths), random);
  };
}

function copy(from, to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, preserveTimestamps: true });
}

/** Enters what is published in the ledger, which is a source from then on. */
export async function seal(life) {
  writeSources(life);
  await compareOutputs(life, 'seal', ...(life.random.isTimeFor(0.2) ? ['--timestamp-request'] : []));
  const entered = list(join(life.root, 'policies')).filter((path) => /ledger.json$|\.tsq$/.test(path));
  for (const path of entered) life.site.files[path.slice(life.root.length + 1)] = readFileSync(path);
}

/** What a command that writes no site says, and does to the ledger, with and without what was left. */
async function compareOutputs({ root, folder, wishes, run }, ...command) {
  const cold = join(folder, 'cold-root');
  for (const name of ['policies', 'templates']) {
    rmSync(join(cold, name), { recursive: true, force: true });
    if (existsSync(join(root, name))) cpSync(join(root, name), join(cold, name), { recursive: true });
  }
  const words = [...command, '--as-of', isoOf(wishes.asOf)];
  const [one, other] = [await run(words, root), await runHere(words, cold)];
  const ledgers = [root, cold].map(
    (path) => existsSync(join(path, LEDGER)) && readFileSync(join(path, LEDGER), 'utf8'),
  );
  if (one.text !== other.text || ledgers[0] !== ledgers[1])
    throw new Error(`they say otherwise on ${words}: ${one.text}\n${other.text}`);
}
