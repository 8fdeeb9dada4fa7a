import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { run } from '../../../src/cli/program.ts';
import { type GitState, gitFolder, putFiles } from '../git-folder.ts';
import { folderWith } from '../run.ts';
import { editionFile, SITE_FILES } from '../site-folder.ts';
import { fakeSurroundings } from '../surroundings.ts';

const PRIVACY = 'policies/privacy/2020-02-04.md';
const LATER = 'policies/privacy/2027-01-01.md';
const TEXT = 'We keep your name for 30 days and no longer than that, whatever the reason.';
const CORRECTIONS = '[{on: 2021-03-01, was: whatever, now: for any, reason: Clearer}]';

const privacy = (text: string, more: Record<string, string> = {}) =>
  editionFile({ effective: '2020-02-04', published: '2020-01-28', ...more }, text);

const edited = TEXT.replace('30 days', '3 years');
const corrected = edited.replace('whatever', 'for any');

/** Published, edited, corrected; another one published only after it was committed, and edited once more in between. */
const STATES: readonly GitState[] = [
  { on: '2020-01-20', files: { ...SITE_FILES, [LATER]: undefined, [PRIVACY]: privacy(TEXT) } },
  { on: '2020-05-01', files: { [PRIVACY]: privacy(edited) } },
  { on: '2021-03-01', files: { [PRIVACY]: privacy(corrected, { corrections: CORRECTIONS }) } },
];

async function historyOf(states: readonly GitState[]) {
  const [first, ...rest] = states;
  if (first === undefined) throw new Error('No state');
  const files = Object.fromEntries(Object.entries(first.files).filter(([, content]) => content !== undefined));
  return await gitFolder([{ ...first, files }, ...rest]);
}

async function promulgate(cwd: string, ...words: readonly string[]) {
  const surroundings = fakeSurroundings({ cwd, env: { PATH: process.env.PATH } });
  const code = await run([...words, '--as-of', '2021-06-01'], surroundings);
  return { code, ...surroundings.printed };
}

const eventsOf = (stdout: string) =>
  JSON.parse(stdout).events.map(
    ({ at, kind, edition }: Record<string, string>) => `${at?.slice(0, 10)} ${kind} ${edition}`,
  );

test('reports when each text was published and every change since, and begins the ledger with them', async () => {
  const cwd = await historyOf(STATES);
  const { code, stdout, stderr } = await promulgate(cwd, 'adopt');
  expect(code).toBe(0);
  expect(stdout.replace(/ [0-9a-f]{9} /g, ' commit ')).toBe(`\
2020-01-27  commit  published        privacy 2020-02-04 (en)
2020-05-01  commit  EDITED           privacy 2020-02-04 (en)
    … keep your name for [-30 days-]{+3 years+} and no longer than …
2021-03-01  commit  corrected        privacy 2020-02-04 (en)
    … no longer than that, [-whatever-]{+for any+} the reason.
`);
  expect(stderr).toMatch(
    /^1 text published in 3 states of policies\/\.\n1 of them edited afterwards without a declaration, 1 time in all/,
  );
  expect(stderr).toMatch(/policies\/ledger\.json begun: 4 entries, head [0-9a-f]{64}\. Commit the file\.\n$/);
  const { entries } = JSON.parse(await readFile(path.join(cwd, 'policies/ledger.json'), 'utf8'));
  expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['opened', 'sealed', 'edited', 'corrected']);
  expect(await promulgate(cwd, 'seal', '--check')).toMatchObject({ code: 0, stdout: '' });
  expect((await promulgate(cwd, 'check', '--quiet')).stderr).not.toContain('ledger');
});

test('does not count an edit before publication', async () => {
  const cwd = await historyOf([
    { on: '2020-01-10', files: { ...SITE_FILES, [LATER]: undefined, [PRIVACY]: privacy(TEXT) } },
    { on: '2020-01-20', files: { [PRIVACY]: privacy(edited) } },
  ]);
  expect(eventsOf((await promulgate(cwd, 'adopt', '--json')).stdout)).toEqual([]);
  const { entries } = JSON.parse(await readFile(path.join(cwd, 'policies/ledger.json'), 'utf8'));
  expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['opened', 'sealed']);
});

test('tells what was removed, and leaves it out', async () => {
  const cwd = await historyOf([
    { on: '2020-03-01', files: { ...SITE_FILES, [LATER]: undefined, [PRIVACY]: privacy(TEXT) } },
    { on: '2020-05-01', files: { [PRIVACY]: undefined, 'policies/privacy/2020-02.md': privacy(TEXT) } },
  ]);
  const { code, stdout } = await promulgate(cwd, 'adopt', '--json');
  expect(code).toBe(0);
  expect(eventsOf(stdout)).toEqual([
    '2020-03-01 sealed 2020-02-04',
    '2020-05-01 sealed 2020-02',
    '2020-05-01 removed 2020-02-04',
  ]);
  expect(await promulgate(cwd, 'seal', '--check')).toMatchObject({ code: 0 });
});

test('writes nothing when asked to, when the working tree has an undeclared change, or when there is a ledger', async () => {
  const cwd = await historyOf(STATES);
  const ledger = () => readFile(path.join(cwd, 'policies/ledger.json'), 'utf8');
  expect((await promulgate(cwd, 'adopt', '--dry-run')).stderr).toContain(
    'Nothing was written; the ledger would have 4 entries.',
  );
  await expect(ledger()).rejects.toThrow('ENOENT');
  await putFiles(cwd, { [PRIVACY]: privacy(corrected.replace('3 years', '4 years'), { corrections: CORRECTIONS }) });
  const changed = await promulgate(cwd, 'adopt');
  expect(changed).toMatchObject({ code: 1 });
  expect(changed.stderr).toContain('[-3-]{+4+}');
  await expect(ledger()).rejects.toThrow('ENOENT');
  await putFiles(cwd, { [PRIVACY]: privacy(corrected, { corrections: CORRECTIONS }) });
  expect(await promulgate(cwd, 'adopt', '--quiet')).toMatchObject({ code: 0 });
  const before = await ledger();
  const again = await promulgate(cwd, 'adopt');
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toContain('There is a ledger already.');
  expect(await ledger()).toBe(before);
});

test('ends with 2 where there is no history', async () => {
  const cwd = await folderWith(SITE_FILES);
  const { code, stderr } = await promulgate(cwd, 'adopt');
  expect(code).toBe(2);
  expect(stderr).toContain('Run “promulgate seal” to begin a ledger');
});
