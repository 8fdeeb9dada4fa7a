import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { folderWith, plant, treeOf } from '../io/temporary-folder.ts';
import { editionFile, SITE_FILES } from './site-folder.ts';
import { fakeSurroundings } from './surroundings.ts';

/** What is worth two warnings. */
const FILES = {
  ...SITE_FILES,
  'policies/privacy/2021-01-01.md': editionFile({ effective: '2021-01-01' }, 'We keep your name.'),
  'policies/terms/2020-01-01.md': editionFile({ effective: '2020-01-01' }, 'Be kind.'),
};

async function built(root: string, words: readonly string[] = []) {
  const surroundings = fakeSurroundings({ cwd: root });
  const code = await run(['build', '--as-of', '2026-11-25', ...words], surroundings);
  return { code, ...surroundings.printed };
}

/** The same, with all work done anew into an empty folder. */
async function builtAnew(root: string, words: readonly string[] = []) {
  const out = await mkdtemp(join(tmpdir(), 'promulgate-'));
  onTestFinished(() => rm(out, { recursive: true }));
  const told = await built(root, ['--no-cache', '--out', out, ...words]);
  return { ...told, tree: await treeOf(out) };
}

/** What a report says of all but the numbers of files. */
const findings = ({ code, stdout }: { code: number; stdout: string }) => {
  const { diagnostics, asOf, ok, summary } = JSON.parse(stdout);
  return { code, diagnostics, asOf, ok, summary: { ...summary, output: null } };
};

test('a build of which nothing changed says all that it would have said, in every way to say it', async () => {
  const root = await folderWith(FILES);
  const ways = [[], ['--reporter', 'json'], ['--verbose'], ['--dry-run']];
  await built(root);
  const told = new Map<string, Awaited<ReturnType<typeof built>>>();
  for (const way of ways) told.set(way.join(), await built(root, [...way, '--no-cache']));
  await built(root);
  for (const way of ways) expect([way, await built(root, way)]).toEqual([way, told.get(way.join())]);
  expect(told.get('')?.stderr).toMatch(/summary-missing[\s\S]*2 warnings[\s\S]* 0 written, \d+ unchanged, 0 removed/);
  const strict = await built(root, ['--strict']);
  expect([strict.code, strict.stderr]).toEqual([1, expect.stringContaining('2 errors')]);
});

test('whatever was changed between two builds, site and report are those of a build that does all work', async () => {
  const root = await folderWith(FILES);
  const add = (files: Record<string, string>) => () => plant(root, files);
  const drop = (path: string) => () => rm(join(root, path));
  const first = 'policies/terms/2020-01-01.md';
  const steps: readonly (() => Promise<unknown>)[] = [
    async () => {},
    add({ [first]: FILES[first].replace('kind', 'nice') }),
    add({ [first]: FILES[first] }),
    add({ 'policies/terms/2026-12-01.md': editionFile({ effective: '2026-12-01', summary: 'New.' }, 'Be very kind.') }),
    drop('policies/terms/2026-12-01.md'),
    drop('dist/index.html'),
    async () => await writeFile(join(root, 'dist/404.html'), 'x'),
    add({ 'policies/site.yaml': SITE_FILES['policies/site.yaml'].replace('Acme', 'Apex') }),
    add({ 'templates/strings/en.yaml': await readFile('templates/strings/en.yaml', 'utf8') }),
    add({ [first]: FILES[first].replace('effective', 'efective') }),
    drop(first),
  ];
  for (const [index, step] of steps.entries()) {
    await step();
    const told = await built(root, ['--reporter', 'json']);
    const { tree, ...anew } = await builtAnew(root, ['--reporter', 'json']);
    expect([index, findings(told)]).toEqual([index, findings(anew)]);
    if (told.code === 0) expect([index, await treeOf(join(root, 'dist'))]).toEqual([index, tree]);
  }
});

test('what was not touched for a while is not read, and the site is the same', async () => {
  const root = await folderWith(FILES);
  await built(root);
  // Until the times of the sources tell that they were written before they were read.
  await setTimeout(2100);
  await built(root);
  const path = 'policies/terms/2020-01-01.md';
  for (const change of [
    { [path]: FILES[path].replace('kind', 'nice') },
    { 'policies/site.yaml': SITE_FILES['policies/site.yaml'].replace('Acme', 'Apex') },
  ]) {
    await plant(root, change);
    const told = await built(root, ['--reporter', 'json']);
    const { tree, ...anew } = await builtAnew(root, ['--reporter', 'json']);
    expect(findings(told)).toEqual(findings(anew));
    expect(await treeOf(join(root, 'dist'))).toEqual(tree);
  }
});

test('wishes of another kind are granted, not those of the build before', async () => {
  const draft = editionFile({ effective: '2027-03-01', status: 'draft', summary: 'New.' }, 'Be kinder still.');
  const root = await folderWith({ ...FILES, 'policies/terms/2027-03-01.md': draft });
  await built(root);
  await built(root);
  for (const wish of [['--drafts'], [], ['--base', '/legal/'], ['--as-of', '2027-02-01']]) {
    await built(root, wish);
    expect([wish, await treeOf(join(root, 'dist'))]).toEqual([wish, (await builtAnew(root, wish)).tree]);
  }
});

test('at another moment of which no page tells, only the two files that name it are made anew', async () => {
  const root = await folderWith({
    ...FILES,
    'policies/terms/2026-11-26.md': editionFile({ effective: '2026-11-25T12:00Z', summary: 'New.' }, 'Be very kind.'),
  });
  const cache = join(root, '.promulgate/cache');
  const pages = async () => (await readdir(cache)).filter((name) => name.endsWith('-made.pack'));
  const forget = async () => await Promise.all((await pages()).map((name) => rm(join(cache, name))));
  const at = (moment: string) => ['--as-of', `2026-11-25T${moment}`];
  await built(root, at('09:00Z'));
  await forget();
  for (const moment of ['09:00:07Z', '11:59:59Z', '08:00Z']) {
    const would = await built(root, [...at(moment), '--dry-run']);
    expect(would.stderr).toContain(': 2 would be written');
    expect((await built(root, at(moment))).stderr).toBe(
      would.stderr.replaceAll('would be ', '').replace(' Nothing was written.', ''),
    );
    // What pages are made with was not looked at, and not written again.
    expect([moment, await pages()]).toEqual([moment, []]);
    const anew = await builtAnew(root, at(moment));
    expect(await treeOf(join(root, 'dist'))).toEqual(anew.tree);
    const again = await built(root, [...at(moment), '--reporter', 'json']);
    expect(JSON.parse(again.stdout)).toMatchObject({
      asOf: new Date(`2026-11-25T${moment}`).toISOString(),
      summary: { output: { written: 0, removed: 0 } },
    });
  }
  await built(root, at('12:00Z'));
  expect(await pages()).not.toEqual([]);
  expect(await treeOf(join(root, 'dist'))).toEqual((await builtAnew(root, at('12:00Z'))).tree);
});
