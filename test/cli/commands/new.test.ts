import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../../src/cli/program.ts';
import { folderWith } from '../run.ts';
import { editionFile, SITE_FILES, siteFolder } from '../site-folder.ts';
import { fakeSurroundings } from '../surroundings.ts';

const textOf = (cwd: string, file: string) => readFile(path.join(cwd, file), 'utf8');

async function promulgate(cwd: string, ...words: readonly string[]) {
  const surroundings = fakeSurroundings({ cwd });
  const code = await run(words, surroundings);
  return { code, ...surroundings.printed };
}

const begin = (cwd: string, ...words: readonly string[]) => promulgate(cwd, 'new', ...words);

test('begins the next edition with the text of the last one, as a draft, and says what to do next', async () => {
  const cwd = await siteFolder();
  const { code, stdout, stderr } = await begin(
    cwd,
    'privacy',
    '--effective',
    '2028-03-01',
    '--published',
    '2028-01-15',
  );
  expect([code, stdout]).toEqual([0, 'policies/privacy/2028-03-01.md\n']);
  const [, frontMatter = '', text] = (await textOf(cwd, 'policies/privacy/2028-03-01.md')).split(/^---\n/m);
  expect(frontMatter.replace(/#.*/g, '#')).toBe(
    'title: Privacy policy\neffective: 2028-03-01\npublished: 2028-01-15\n#\nstatus: draft #\n',
  );
  expect(text).toBe('\n# Privacy policy\n\nWe keep your name and address.\n');
  expect(stderr).toContain('A draft with the text of privacy 2027-01-01.');
  const next = /promulgate (diff .*)$/m.exec(stderr)?.[1] ?? '';
  expect(await promulgate(cwd, ...next.split(' '))).toMatchObject({ code: 0 });
  expect(await promulgate(cwd, 'check', '--as-of', '2026-11-25')).toMatchObject({ code: 0 });
});

test('refuses dates that contradict each other, as does a check of drafts', async () => {
  const cwd = await siteFolder();
  const words = ['privacy', '--effective', '2028-03-01'];
  const { code, stdout, stderr } = await begin(cwd, ...words, '--published', '2028-03-02');
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('It would be made public on 2028-03-02, after 2028-03-01, when it is to take force.');
  await begin(cwd, ...words, '--published', '2028-02-01');
  const file = path.join(cwd, 'policies/privacy/2028-03-01.md');
  await writeFile(file, (await readFile(file, 'utf8')).replace('published: 2028-02-01', 'published: 2028-03-02'));
  const check = ['check', '--as-of', '2026-11-25'];
  expect(await promulgate(cwd, ...check)).toMatchObject({ code: 0 });
  const drafts = await promulgate(cwd, ...check, '--drafts');
  expect([drafts.code, drafts.stdout + drafts.stderr]).toEqual([
    1,
    expect.stringContaining('[published-after-effective]'),
  ]);
});

test('never writes over a file', async () => {
  const cwd = await siteFolder();
  const words = ['privacy', '--effective', '2027-01-01'];
  const { code, stdout, stderr } = await begin(cwd, ...words);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('policies/privacy/2027-01-01.md  error  This edition is there already');
  expect(await textOf(cwd, 'policies/privacy/2027-01-01.md')).toBe(SITE_FILES['policies/privacy/2027-01-01.md']);
  const id = /--id (\S+)\.$/m.exec(stderr)?.[1] ?? '';
  expect(await begin(cwd, ...words, '--id', id)).toMatchObject({ stdout: 'policies/privacy/2027-01-01.2.md\n' });
});

test('makes a file for each language, or for one; keeps line ends and the byte order mark out', async () => {
  const cwd = await siteFolder({
    'policies/site.yaml': SITE_FILES['policies/site.yaml'].replace('[en]', '[en, zh-Hans]'),
    'policies/privacy/2027-01-01.zh-hans.md': '\ufeff---\r\ntitle: "隐私: 政策"\r\n---\r\n\r\n1. 文本\r\n',
  });
  const { stdout } = await begin(cwd, 'privacy', '--effective', '2028-03-01T12:00+03:00');
  expect(stdout).toBe('policies/privacy/2028-03-01.md\npolicies/privacy/2028-03-01.zh-Hans.md\n');
  expect(await textOf(cwd, 'policies/privacy/2028-03-01.zh-Hans.md')).toMatch(
    /^---\ntitle: "隐私: 政策"\neffective: 2028-03-01T12:00\+03:00\n[^\r]*---\n\n1\. 文本\n$/,
  );
  expect(await begin(cwd, 'privacy', '--effective', '2029-03-01', '--language', 'ZH-hans')).toMatchObject({
    stdout: 'policies/privacy/2029-03-01.zh-Hans.md\n',
  });
  expect(await begin(cwd, 'privacy', '--effective', '2029-03-01', '--language', 'de')).toMatchObject({
    code: 1,
    stdout: '',
  });
});

test('begins a new policy whose text cannot be published before it is written', async () => {
  const cwd = await siteFolder();
  const { code, stdout } = await begin(cwd, 'cookie-policy', '--effective', '2026-03-01');
  expect([code, stdout]).toEqual([0, 'policies/cookie-policy/2026-03-01.md\n']);
  const file = path.join(cwd, stdout.trim());
  const text = await readFile(file, 'utf8');
  expect(text).toContain('title: Cookie policy\n');
  await writeFile(file, text.replace(/^status: draft.*\n/m, ''));
  expect((await promulgate(cwd, 'check', '--as-of', '2026-11-25')).stderr).toContain('[placeholder]');
});

test('speaks to who has nothing yet of what is missing, and only of that', async () => {
  const empty = await begin(await folderWith({}), 'privacy', '--effective', '2026-03-01');
  expect(empty.stderr).toContain('[site-missing]');
  expect(empty.stderr).not.toContain('There is no policy');
  const cwd = await folderWith({ 'policies/site.yaml': SITE_FILES['policies/site.yaml'] });
  expect((await promulgate(cwd, 'diff', 'privacy')).stderr).toContain('There is none yet');
  const first = await begin(cwd, 'privacy', '--effective', '2026-03-01', '--published', '2026-02-01');
  expect(first.stderr).toContain('1. Write its text into it.\n');
  const second = await begin(cwd, 'privacy', '--effective', '2027-03-01');
  expect(second.stderr).toContain('fill in “published” and “summary”.\n');
});

test.each([
  ['no day', ['privacy'], 2, 'from when is it to apply?'],
  ['a day that is none', ['privacy', '--effective', '2027-02-30'], 2, 'the calendar has no such day'],
  ['a name that can be no address', ['../evil', '--effective', '2028-03-01'], 1, 'You named the policy “../evil”'],
  [
    'an id that can be no address',
    ['privacy', '--effective', '2028-03-01', '--id', '../../x'],
    1,
    'its name becomes part',
  ],
  [
    'an edition that is not there',
    ['privacy', '--effective', '2028-03-01', '--from', '2019-01-01'],
    1,
    '2020-02-04, 2027-01-01',
  ],
])('makes nothing of %s', async (_, words, code, said) => {
  const cwd = await siteFolder({
    'policies/privacy/2027-01-01.md': editionFile({ effective: '2027-01-01', summary: 'x' }),
  });
  const result = await begin(cwd, ...words);
  expect(result).toMatchObject({ code, stdout: '' });
  expect(result.stderr).toContain(said);
});
