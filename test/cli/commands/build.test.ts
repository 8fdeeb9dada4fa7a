import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli, startCli } from '../run.ts';
import { editionFile, SITE_FILES, siteFolder } from '../site-folder.ts';

const AS_OF = ['--as-of', '2026-11-25T12:00+03:00'];
const BROKEN = { 'policies/privacy/2020-02-04.md': editionFile({ effective: '2020-02-30' }) };

/** Every file below `folder` with its bytes as text. */
async function contentsOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true })).sort();
  const entries: [string, string][] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    if ((await stat(file)).isFile()) entries.push([name, await readFile(file, 'latin1')]);
  }
  return Object.fromEntries(entries);
}

test('writes the site and tells people about it on stderr', async () => {
  const cwd = await siteFolder();
  const { code, stdout, stderr } = await runCli(['build', ...AS_OF], { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toMatch(
    new RegExp(
      [
        '^As of 25 November 2026, 12:00 \\(Europe/Moscow\\)',
        ' {2}privacy {2}in force since 4 February 2020; announced for 1 January 2027',
        'Next change: 1 January 2027, 00:00 \\(Europe/Moscow\\)',
        '\\d+ pages, (\\d+) files in dist/: \\1 written, 0 unchanged, 0 removed\\. Took \\d+\\.\\d s\\.\n$',
      ].join('\n'),
    ),
  );
  expect(await readFile(path.join(cwd, 'dist/privacy/index.html'), 'utf8')).toContain('We keep your name and address.');
});

test('writes the same bytes again, wherever and whenever it runs', async () => {
  const [first, second] = [await siteFolder(), await siteFolder()];
  await runCli(['build', ...AS_OF], { cwd: first, env: { TZ: 'Asia/Tokyo' } });
  await runCli(['build', '--root', second], { env: { TZ: 'America/New_York', SOURCE_DATE_EPOCH: '1795597200' } });
  expect(Object.keys(await contentsOf(path.join(first, 'dist')))).toContain('index.html');
  expect(await contentsOf(path.join(second, 'dist'))).toEqual(await contentsOf(path.join(first, 'dist')));
});

test('says that nothing changed when nothing did', async () => {
  const cwd = await siteFolder();
  await runCli(['build', ...AS_OF], { cwd });
  expect((await runCli(['build', ...AS_OF], { cwd })).stderr).toMatch(/: 0 written, \d+ unchanged, 0 removed\./);
});

test('prints nothing when all is well and it is to be quiet', async () => {
  const cwd = await siteFolder();
  expect(await runCli(['build', '--quiet', ...AS_OF], { cwd })).toMatchObject({ code: 0, stdout: '', stderr: '' });
});

test('writes nothing in a dry run, and says what it would write', async () => {
  const cwd = await siteFolder();
  const { code, stderr } = await runCli(['build', '--dry-run', ...AS_OF], { cwd });
  expect(code).toBe(0);
  expect(stderr).toMatch(/[1-9]\d* would be written, 0 unchanged, 0 would be removed\. Nothing was written\./);
  expect(await readdir(cwd)).toEqual(['policies']);
});

test('reports to programs with one document on stdout', async () => {
  const cwd = await siteFolder();
  const { code, stdout, stderr } = await runCli(['build', '--reporter', 'json', ...AS_OF], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    asOf: '2026-11-25T09:00:00.000Z',
    ok: true,
    summary: {
      errors: 0,
      timeZone: 'Europe/Moscow',
      policies: [{ policy: 'privacy', inForce: { edition: '2020-02-04' } }],
    },
  });
});

describe('an error in the content', () => {
  test('gives 1, names line and column, and leaves the last site as it was', async () => {
    const cwd = await siteFolder();
    await runCli(['build', ...AS_OF], { cwd });
    const before = await contentsOf(path.join(cwd, 'dist'));
    for (const [name, content] of Object.entries(BROKEN)) await writeFile(path.join(cwd, name), content);
    const { code, stdout, stderr } = await runCli(['build', ...AS_OF], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^policies\/privacy\/2020-02-04\.md:3:12 {2}error {2}/);
    expect(stderr).toContain('\n  3 | effective: 2020-02-30\n    |            ^');
    expect(stderr).toMatch(/\. Nothing was written; the site in dist\/ is as it was\.\n$/);
    expect(await contentsOf(path.join(cwd, 'dist'))).toEqual(before);
  });

  test('is found at the same place in a file from Windows', async () => {
    const crlf = Object.entries({ ...SITE_FILES, ...BROKEN }).map(([name, text]) => [
      name,
      text.replaceAll('\n', '\r\n'),
    ]);
    const cwd = await siteFolder(Object.fromEntries(crlf));
    const { code, stderr } = await runCli(['build', ...AS_OF], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^policies\/privacy\/2020-02-04\.md:3:12 {2}error {2}/);
    expect(stderr).toContain('\n  3 | effective: 2020-02-30\n    |            ^');
  });

  test('is an annotation for GitHub, related to the repository', async () => {
    const repository = await siteFolder();
    const root = path.join(repository, 'policies');
    const { stdout } = await runCli(['build', '--reporter', 'github', '--root', root], {
      cwd: root,
      env: { GITHUB_WORKSPACE: repository },
    });
    expect(stdout).toMatch(/^::error file=policies\/policies,title=site-no-policies-folder::/);
  });
});

test('gives 2 for an error in site.yaml', async () => {
  const cwd = await siteFolder({
    'policies/site.yaml': SITE_FILES['policies/site.yaml'].replace('Europe/Moscow', 'Europe/Moskow'),
  });
  const { code, stderr } = await runCli(['build'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^policies\/site\.yaml:4:11 {2}error {2}/);
});

test('gives 2 for an output folder it must not touch', async () => {
  const cwd = await siteFolder();
  const { code, stderr } = await runCli(['build', '--out', '.'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('[output-is-root]');
  expect((await readdir(cwd)).filter((name) => name !== '.promulgate')).toEqual(['policies']);
});

test('builds drafts only when asked', async () => {
  const draft = editionFile({ effective: '2028-01-01', status: 'draft', summary: 'Later.' });
  const cwd = await siteFolder({ 'policies/privacy/2028-01-01.md': draft });
  expect((await runCli(['build', ...AS_OF], { cwd })).stderr).not.toContain('2028');
  expect((await runCli(['build', '--drafts', ...AS_OF], { cwd })).stderr).toContain(
    'announced for 1 January 2027; draft for 1 January 2028',
  );
});

test('takes warnings for errors when strict', async () => {
  const warned = editionFile({ effective: '2020-02-04' }, 'We keep **your name.');
  const cwd = await siteFolder({ 'policies/privacy/2020-02-04.md': warned });
  const lenient = await runCli(['check', ...AS_OF], { cwd });
  expect(lenient.code).toBe(0);
  expect(lenient.stderr).toMatch(/ {2}warning {2}/);
  const strict = await runCli(['check', '--strict', ...AS_OF], { cwd });
  expect(strict.code).toBe(1);
  expect(strict.stderr).toMatch(/ {2}error {2}/);
});

test.skipIf(process.platform === 'win32')('ends with 130 on Ctrl-C, and has written nothing', async () => {
  const editions = Array.from({ length: 300 }, (_, index) => {
    const day = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
    return [`policies/terms/${day}.md`, editionFile({ effective: day, summary: 'More.' }, 'A clause.\n\n'.repeat(100))];
  });
  const cwd = await siteFolder(Object.fromEntries(editions));
  const { child, finished } = startCli(['build', '--verbose'], { cwd });
  child.stderr.once('data', () => child.kill('SIGINT'));
  expect(await finished).toMatchObject({ code: 130, stdout: '' });
  expect(await readdir(cwd)).toEqual(['policies']);
});
