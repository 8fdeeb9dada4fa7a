/** What Git adds to the ledger: the words that were changed, and a guard for those who keep no ledger. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { run } from '../../../src/cli/program.ts';
import { git, gitFolder, putFiles } from '../git-folder.ts';
import { editionFile, SITE_FILES } from '../site-folder.ts';
import { fakeSurroundings } from '../surroundings.ts';

const PRIVACY = 'policies/privacy/2020-02-04.md';
const TEXT = 'We keep your name for 30 days and no longer than that, whatever the reason.';
const CHANGED = TEXT.replace('30 days', '3 years');

const privacy = (text = TEXT, more: Record<string, string> = {}) =>
  editionFile({ effective: '2020-02-04', published: '2020-01-28', ...more }, text);
const FILES = { ...SITE_FILES, [PRIVACY]: privacy() };

async function promulgate(cwd: string, ...words: readonly string[]) {
  const surroundings = fakeSurroundings({ cwd, env: { PATH: process.env.PATH } });
  const code = await run([...words, '--as-of', '2026-11-25'], surroundings);
  return { code, ...surroundings.printed };
}

const rulesIn = ({ stdout }: { readonly stdout: string }) =>
  JSON.parse(stdout)
    .diagnostics.filter(({ severity }: { severity: string }) => severity === 'error')
    .map(({ ruleId }: { ruleId: string }) => ruleId);

test('shows the words that were changed in a sealed text, from the commit that still has it', async () => {
  const cwd = await gitFolder([{ on: '2020-01-28', files: FILES }]);
  await promulgate(cwd, 'seal');
  await putFiles(cwd, { [PRIVACY]: privacy(CHANGED) });
  git(cwd, ['add', '--all']);
  git(cwd, ['commit', '--quiet', '--message=change']);
  for (const command of ['check', 'seal']) {
    const { code, stderr } = await promulgate(cwd, command);
    expect(code).toBe(1);
    expect(stderr).toContain('privacy 2020-02-04 was published on 2020-01-28. You changed its text.');
    expect(stderr).toContain('What was changed:\n    … keep your name for [-30 days-]{+3 years+} and no longer than …');
  }
});

test('says the same without the words where Git does not have them', async () => {
  const cwd = await gitFolder([{ on: '2020-01-28', files: SITE_FILES }]);
  await putFiles(cwd, { [PRIVACY]: privacy() });
  await promulgate(cwd, 'seal');
  await putFiles(cwd, { [PRIVACY]: privacy(CHANGED) });
  const { code, stderr } = await promulgate(cwd, 'check');
  expect(code).toBe(1);
  expect(stderr).toContain('You changed its text.');
  expect(stderr).not.toContain('What was changed');
});

test('check --since finds, without a ledger, what was published then and has changed since', async () => {
  const cwd = await gitFolder([
    { on: '2020-01-28', files: FILES },
    { on: '2020-03-01', files: { [PRIVACY]: privacy(CHANGED) } },
  ]);
  expect(await promulgate(cwd, 'check', '--since', 's2')).toMatchObject({ code: 0 });
  const { code, stderr } = await promulgate(cwd, 'check', '--since', 's1');
  expect(code).toBe(1);
  expect(stderr).toContain('privacy 2020-02-04 was published on 2020-01-28. You changed its text.');
  expect(stderr).toContain('[-30 days-]{+3 years+}');
});

test.each([
  [
    'a declared correction',
    { [PRIVACY]: privacy(CHANGED, { corrections: '[{on: 2020-03-01, was: 30 days, now: 3 years, reason: Wrong}]' }) },
    [],
  ],
  [
    'a new edition',
    { 'policies/privacy/2021-01-01.md': editionFile({ effective: '2021-01-01', summary: 'More.' }) },
    [],
  ],
  [
    'a text that was not published then',
    {
      'policies/privacy/2027-01-01.md': editionFile({
        effective: '2027-01-01',
        published: '2026-11-01',
        summary: 'Another.',
      }),
    },
    [],
  ],
  ['a date', { [PRIVACY]: privacy(TEXT, { effective: '2020-02-05' }) }, ['ledger-date-changed']],
  ['a text that is gone', { [PRIVACY]: undefined }, ['ledger-missing']],
])('check --since judges %s', async (_, files, rules) => {
  const cwd = await gitFolder([{ on: '2020-02-01', files: FILES }]);
  await putFiles(cwd, files);
  expect(rulesIn(await promulgate(cwd, 'check', '--since', 's1', '--reporter', 'json'))).toEqual(rules);
});

test('check --since ends with 2 where there is no such revision', async () => {
  const cwd = await gitFolder([{ on: '2020-01-28', files: FILES }]);
  const { code, stderr } = await promulgate(cwd, 'check', '--since', 'mian');
  expect(code).toBe(2);
  expect(stderr).toContain('Git knows no revision “mian” here.');
});

test.each([
  ['gone', undefined, 'ledger-gone', 'policies/ledger.json is gone: put it back. It held 4 entries.'],
  [
    'cut at its end',
    (text: string) => `${text.slice(0, text.lastIndexOf('\n,{'))}\n]}\n`,
    'ledger-cut',
    'it lacks 1 of the 4 entries that it had: terms 2020-03-01 (en).',
  ],
])('check --since finds a ledger that is %s, which no check without Git can', async (_, change, rule, said) => {
  const terms = editionFile({ effective: '2020-03-01', published: '2020-02-01' });
  const cwd = await gitFolder([{ on: '2020-02-01', files: { ...FILES, 'policies/terms/2020-03-01.md': terms } }]);
  await promulgate(cwd, 'seal');
  const ledger = await readFile(join(cwd, 'policies/ledger.json'), 'utf8');
  git(cwd, ['add', '--all']);
  git(cwd, ['commit', '--quiet', '--message=seal']);
  expect(await promulgate(cwd, 'check', '--since', 'HEAD')).toMatchObject({ code: 0 });
  await putFiles(cwd, { 'policies/ledger.json': change?.(ledger) });
  expect((await promulgate(cwd, 'check')).code).toBe(0);
  const found = await promulgate(cwd, 'check', '--since', 'HEAD', '--reporter', 'json');
  expect([found.code, rulesIn(found)]).toEqual([1, [rule]]);
  expect(found.stdout).toContain(said);
});
