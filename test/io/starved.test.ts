/** Builds where the disk is full or may not be written: the last good site stays whole, the problem is told in words, and the next build succeeds. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { folderWith, plant, treeOf } from './temporary-folder.ts';

const COMPILED = fileURLToPath(new URL('../../lib/io/', import.meta.url));

/** Common to both programs: `site` writes two pages of a letter, `state` tells what is on the disk. */
const COMMON = `
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeSite } from '${COMPILED}write.js';
import { storeLedger } from '${COMPILED}ledger-store.js';
const root = process.argv[1];
const site = async (letter, kilobytes, others = 0) => {
  const pages = ['a.html', 'b/index.html'].map((path) => ({ path, content: letter.repeat(kilobytes * 1024) }));
  const files = [...pages, ...Array.from({ length: others }, (_, n) => ({ path: n + '.txt', content: '' }))];
  const { diagnostics } = await writeSite({ files, out: root + '/dist', root });
  return diagnostics.map(({ ruleId, message }) => ruleId + ': ' + message.replaceAll(root, ''));
};
const pages = () => readFileSync(root + '/dist/a.html', 'utf8')[0] + readFileSync(root + '/dist/b/index.html', 'utf8')[0];
const state = () => ({ pages: pages(), beside: readdirSync(root).sort().join(' ') });
const ledger = async (text) => {
  const { isWritten, diagnostics } = await storeLedger({ root, text, attributes: 'x' });
  return { isWritten, rules: diagnostics.map(({ ruleId }) => ruleId).join(' '), text: readFileSync(root + '/policies/ledger.json', 'utf8').slice(0, 3) };
};
`;

const told = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** In a name space of its own, so that nothing stays mounted: 100 KB, of which the old site takes 48. */
const FULL = `${COMMON}
const tell = (value) => console.log(JSON.stringify(value));
mkdirSync(root + '/policies');
writeFileSync(root + '/policies/ledger.json', 'old');
tell(await site('o', 20));
tell(await site('n', 30));
tell(state());
try { for (;;) writeFileSync(root + '/filler', 'f'.repeat(1024), { flag: 'a' }); } catch (error) { tell(error.code); }
tell(await site('x', 1));
tell(await ledger('new'.repeat(3000)));
rmSync(root + '/filler');
tell(state());
tell(await ledger('new'));
tell(await site('s', 10));
tell(state());
`;

it('keeps the last good site and the ledger on a full disk', async (context) => {
  const root = await folderWith();
  const namespace = process.getuid?.() === 0 ? ['--mount'] : ['--map-root-user', '--mount'];
  const script = 'mount -t tmpfs -o size=100k tmpfs "$1" && exec "$2" --input-type=module -e "$3" "$1"';
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    [...namespace, 'sh', '-c', script, 'sh', root, process.execPath, FULL],
    { encoding: 'utf8' },
  );
  if (stdout === '' && status !== 0) context.skip(`Nothing can be mounted on this machine: ${stderr.trim()}`);
  const problem = [expect.stringMatching(/^output-not-writable: .*full/)];
  expect([stderr, told(stdout)]).toEqual([
    '',
    [
      [],
      problem,
      { pages: 'oo', beside: 'dist policies' },
      'ENOSPC',
      problem,
      { isWritten: false, rules: 'output-ledger-not-writable', text: 'old' },
      { pages: 'oo', beside: 'dist policies' },
      { isWritten: true, rules: '', text: 'new' },
      [],
      { pages: 'ss', beside: 'dist policies' },
    ],
  ]);
});

/** Somebody who is not the administrator: of those, modes are asked. */
/** What lets root pass over permissions (capabilities(7)). */
const UNPRIVILEGED = '-dac_override,-dac_read_search';

const READ_ONLY = `${COMMON}
const tell = (value) => console.log(JSON.stringify(value));
tell(await site('o', 1));
const attempt = async (path, mode, others) => {
  await site('o', 1, others);
  chmodSync(root + path, mode);
  const said = await site('n', 1, others);
  chmodSync(root + path, 0o755);
  tell([path, said, existsSync(root + '/dist/a.html') ? state() : 'GONE']);
};
// So many others that these two are few.
for (const others of [0, 20]) {
  await attempt('', 0o555, others);
  await attempt('/dist', 0o555, others);
  await attempt('/dist/b', 0o555, others);
  await attempt('/dist/a.html', 0o444, others);
}
tell(await site('s', 1));
tell(state());
chmodSync(root + '/policies', 0o555);
tell(await ledger('new'));
chmodSync(root + '/policies', 0o755);
tell(await ledger('new'));
`;

it('keeps the last good site and the ledger where folders and files may not be written', async () => {
  const root = await folderWith();
  await plant(root, { 'policies/ledger.json': 'old' });
  const isRoot = process.getuid?.() === 0;
  const program = [process.execPath, '--input-type=module', '-e', READ_ONLY, root];
  // Root may do anything, until it gives that up.
  const [command = '', ...words] = isRoot ? ['setpriv', '--bounding-set', UNPRIVILEGED, ...program] : program;
  const { stdout, stderr } = spawnSync(command, words, { encoding: 'utf8', cwd: root });
  const whole = (page: string) => ({ pages: page.repeat(2), beside: 'dist policies' });
  const attempts = [
    ['', [expect.stringMatching(/^output-not-writable: .*permission is denied/)], whole('o')],
    // These can be put aside as they are, and the new ones take their place.
    ['/dist', [], whole('n')],
    ['/dist/b', [], whole('n')],
    ['/dist/a.html', [], whole('n')],
  ];
  expect([stderr, told(stdout)]).toEqual([
    '',
    [
      [],
      ...attempts,
      ...attempts,
      [],
      whole('s'),
      { isWritten: false, rules: 'output-ledger-not-writable', text: 'old' },
      { isWritten: true, rules: '', text: 'new' },
    ],
  ]);
  expect(await treeOf(root)).toMatchObject({ 'policies/ledger.json': 'new' });
});
