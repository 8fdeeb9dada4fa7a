/** A command, a count and an empty folder go in; that many runs of the command are killed, and what was left after each comes out. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../lib/command/main.js', import.meta.url));

/**
 * Every run has something new to write. Kills come at moments spread over the time that a whole run takes; it goes on till `count`
 * of them have found the run at work, or thrice as many were tried.
 * @returns {Promise<{ hits: number, outcomes: { [outcome: string]: number }, faults: string[] }>} `old` or `new`: what was there afterwards
 */
export async function killAtMoments({ command, count, folder }) {
  const site = command === 'build' ? builtSite(folder) : sealedLedger(folder);
  const faults = [];
  const outcomes = {};
  site.change(0);
  // The longest that a run is known to take: of the first, which has all to work out, later ones may take half.
  let { milliseconds: whole } = await run(command, folder);
  let last = site.look();
  let hits = 0;
  let index = 0;
  while (hits < count && index < 3 * count) {
    index += 1;
    site.change(index);
    // More of them late, where the writing is.
    const moment = whole * (((index - 0.5) % count) / count) ** 0.4;
    const { isKilled, milliseconds } = await run(command, folder, moment);
    if (isKilled) hits += 1;
    else whole = Math.min(whole, milliseconds);
    const found = site.look();
    const outcome = found === last ? 'old' : site.isNew(found, index) ? 'new' : 'BROKEN';
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (outcome === 'BROKEN') faults.push(`killed after ${Math.round(moment)} ms: ${found.slice(0, 300)}`);
    last = found;
  }
  const end = await run(command, folder);
  if (end.code !== 0 || !site.isNew(site.look(), index)) faults.push(`the next run: exit ${end.code} ${end.stderr}`);
  // What was worked out before is kept in .promulgate.
  const left = readdirSync(folder).filter((name) => !['policies', 'dist', '.promulgate'].includes(name));
  if (left.length > 0) faults.push(`left behind: ${left}`);
  return { hits, outcomes, faults };
}

async function run(command, folder, killAfter) {
  const start = performance.now();
  const child = spawn(process.execPath, [PROGRAM, command, '--root', folder, '--as-of', '2026-01-01', '--quiet'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const ended = once(child, 'close');
  if (killAfter !== undefined) {
    await Promise.race([ended, setTimeout(killAfter)]);
    child.kill('SIGKILL');
  }
  const [code, signal] = await ended;
  return { code, isKilled: signal === 'SIGKILL', stderr, milliseconds: performance.now() - start };
}

function plant(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const editionOf = (text) => `---\ntitle: Terms\neffective: 2025-12-01\n---\n\n## 1. Scope\n\n${text}\n`;
const SITE = { 'policies/site.yaml': 'title: T\nurl: https://legal.acme.example\ntimeZone: UTC\n' };

/** A site of which two policies say the same number, another each time; the others change, with the title of all, every other time. */
function builtSite(folder) {
  const pages = ['policies-page', 'terms'];
  plant(folder, SITE);
  for (const name of ['other', 'another', 'third'])
    plant(folder, { [`policies/${name}/2025-12-01.md`]: editionOf('Always.') });
  return {
    change: (index) => {
      // By turns a few files change, which are exchanged one by one, and all, for which the whole site is.
      const [[path, text]] = Object.entries(SITE);
      plant(folder, { [path]: text.replace('title: T', `title: T${index >> 1}`) });
      for (const name of pages)
        plant(folder, { [`policies/${name}/2025-12-01.md`]: editionOf(`It is number ${index}.`) });
    },
    look: () => {
      // Between its two renames a killed build has put the last site aside: the next one puts it back.
      const names = readdirSync(folder);
      const dir = names.includes('dist') ? 'dist' : (names.find((name) => name.endsWith('-previous')) ?? 'dist');
      const manifest = JSON.parse(readFileSync(join(folder, dir, '.promulgate.json'), 'utf8'));
      for (const path of manifest.files) readFileSync(join(folder, dir, path));
      return pages
        .map((name) => /It is number (\d+)/.exec(readFileSync(join(folder, dir, name, 'index.html'), 'utf8'))?.[1])
        .join(' ');
    },
    // A journal says what is still to be done of a site that is partly the new one. The next build does it, even if it can do no more.
    isTorn: () => existsSync(join(folder, '.dist.promulgate-scratch/.promulgate-journal.json')),
    settle: async () => {
      const broken = 'policies/terms/2025-12-02.md';
      plant(folder, { [broken]: 'no edition' });
      await run('build', folder);
      rmSync(join(folder, broken));
    },
    isNew: (found, index) => found === pages.map(() => index).join(' '),
  };
}

/** A ledger that is to take in one more policy each time. */
function sealedLedger(folder) {
  plant(folder, SITE);
  return {
    change: (index) => plant(folder, { [`policies/terms-${index}/2025-12-01.md`]: editionOf(`Number ${index}.`) }),
    look: () => {
      const text = readFileSync(join(folder, 'policies/ledger.json'), 'utf8');
      try {
        return JSON.parse(text)
          .entries.map(({ policy }) => policy)
          .join(' ');
      } catch {
        return `BROKEN ${text}`;
      }
    },
    isTorn: () => false,
    isNew: (found, index) => !found.startsWith('BROKEN') && found.split(' ').includes(`terms-${index}`),
  };
}
