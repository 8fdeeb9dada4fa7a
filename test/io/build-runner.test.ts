import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { openOutput } from '../../src/io/site-output.ts';
import { writeSite } from '../../src/io/write.ts';
import { themeFiles } from '../theme/theme-files.ts';
import { folderWith, treeOf } from './temporary-folder.ts';

/** Threads begin with a file of their own, which is there once it is compiled. */
const COMPILED = fileURLToPath(new URL('../../lib/io/build-runner.js', import.meta.url));
const { createBuildRunner }: typeof import('../../src/io/build-runner.ts') = await import(COMPILED);

const encoder = new TextEncoder();
const theme = await themeFiles();
const SITE = 'title: Acme\nurl: https://legal.acme.example\ntimeZone: UTC\nlanguages: [en, ru]\n';
const BODY =
  '## 1. Data\n\n1.1. We keep *data*, see [terms](../terms/) and [these](../terms/2020-01-01.md#all).\n\n- [ ] a\n\n| a | b |\n|---|---|\n| c | d |\n\n## 2. End {from=2027-01-01}\n\nNote.[^1]\n\n[^1]: Said <b>once</b>.\n';
const edition = (body: string, day: string) => `---\ntitle: Policy\neffective: ${day}\nsummary: New.\n---\n${body}`;

const FILES = {
  'policies/site.yaml': SITE,
  'policies/privacy/2020-01-01.md': edition(BODY, '2020-01-01'),
  'policies/privacy/2021-01-01.md': edition(BODY.replace('keep', 'store'), '2021-01-01'),
  'policies/privacy/2020-01-01.ru.md': edition(BODY, '2020-01-01'),
  'policies/privacy/2021-01-01.ru.md': edition(BODY.replace('keep', 'store'), '2021-01-01'),
  'policies/terms/2020-01-01.md': edition('# All\n\nAll.\n', '2020-01-01'),
  'policies/terms/2021-01-01.md': edition('# All\n\nNothing.\n', '2021-01-01'),
};
type Files = { readonly [path: string]: string };

const sources = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, bytes: encoder.encode(text) }));

interface Wish {
  readonly files?: Files;
  readonly asOf?: string;
  readonly lanes?: number;
  readonly cache?: 'none' | 'reads' | 'keeps';
}

/** Builds into `root`/dist, and tells how many texts were looked at and what was written. */
async function buildIn(root: string, { files = FILES, asOf = '2026-01-01', lanes = 1, cache = 'keeps' }: Wish = {}) {
  const opening = await openOutput({ out: join(root, 'dist'), root });
  if (opening.kind === 'refused') throw new Error(JSON.stringify(opening));
  const { output } = opening;
  const runner = createBuildRunner({ root, output, cache, lanes, worthwhile: 1 });
  let texts = 0;
  const onProgress = () => {
    texts += 1;
  };
  const result = await build({ sources: sources(files), theme, asOf, runner, onProgress });
  const writing = await output.finish(result.files);
  runner.settle();
  return { texts, writing, diagnostics: result.diagnostics, counts: result.counts };
}

/** The site as it is without any of this. */
async function plain(files: Files = FILES, asOf = '2026-01-01') {
  return files === FILES && asOf === '2026-01-01' ? await expected : await makePlain(files, asOf);
}

async function makePlain(files: Files, asOf: string) {
  const { files: made, diagnostics, counts } = await build({ sources: sources(files), theme, asOf });
  const root = await mkdtemp(join(tmpdir(), 'promulgate-'));
  await writeSite({ files: made, out: join(root, 'dist'), root });
  const tree = await treeOf(join(root, 'dist'));
  await rm(root, { recursive: true });
  return { tree, diagnostics, counts };
}

const expected = makePlain(FILES, '2026-01-01');

const site = (root: string) => treeOf(join(root, 'dist'));

describe('a build that remembers', () => {
  it('gives the same site and problems, first and again, in one lane or in threads, as one without memory', async () => {
    const { tree, ...told } = await plain();
    expect(Object.keys(tree).length).toBeGreaterThan(30);
    for (const wish of [{}, { lanes: 2 }, { lanes: 2, cache: 'none' }] as const) {
      const root = await folderWith();
      const first = await buildIn(root, wish);
      expect(await site(root)).toEqual(tree);
      expect([first.texts, first.writing.unchanged]).toEqual([6, 0]);
      const again = await buildIn(root, wish);
      expect(await site(root)).toEqual(tree);
      expect(again.writing.written).toBe(0);
      for (const { diagnostics, counts } of [first, again]) expect({ diagnostics, counts }).toEqual(told);
    }
  });

  it('makes nothing where nothing changed, and of one policy alone where an edition was added', async () => {
    const root = await folderWith();
    await buildIn(root);
    expect((await buildIn(root)).texts).toBe(0);
    const files = { ...FILES, 'policies/terms/2022-01-01.md': edition('# All\n\nThe rest.\n', '2022-01-01') };
    expect((await buildIn(root, { files })).texts).toBe(3);
    expect(await site(root)).toEqual((await plain(files)).tree);
    expect((await buildIn(root, { files })).texts).toBe(0);
  });

  it('leaves the texts and redlines of each policy for later builds', async () => {
    const root = await folderWith();
    await buildIn(root);
    const packs = readdirSync(join(root, '.promulgate/cache'));
    for (const stage of ['render', 'redline', 'made']) {
      expect(packs.filter((name) => name.endsWith(`-${stage}.pack`))).toHaveLength(2);
    }
  });

  it('makes all pages anew where the name of a policy, the words of the site or a linked page changed', async () => {
    const root = await folderWith();
    await buildIn(root);
    const changes: readonly Files[] = [
      { ...FILES, 'policies/terms/2021-01-01.md': FILES['policies/terms/2021-01-01.md'].replace('Policy', 'Terms') },
      { ...FILES, 'policies/site.yaml': SITE.replace('Acme', 'Apex') },
      Object.fromEntries(Object.entries(FILES).filter(([path]) => path !== 'policies/terms/2020-01-01.md')),
    ];
    for (const files of changes) {
      expect((await buildIn(root, { files })).texts).toBe(Object.keys(files).length - 1);
      expect(await site(root)).toEqual((await plain(files)).tree);
    }
  });

  it('makes pages anew when their time has come, and not only because time went by', async () => {
    const root = await folderWith();
    const files = { ...FILES, 'policies/terms/2026-06-01.md': edition('# All\n\nThe rest.\n', '2026-06-01') };
    await buildIn(root, { files });
    expect((await buildIn(root, { files, asOf: '2026-05-31' })).texts).toBe(0);
    expect(await site(root)).toEqual((await plain(files, '2026-05-31')).tree);
    expect((await buildIn(root, { files, asOf: '2026-06-02' })).texts).toBe(3);
    expect(await site(root)).toEqual((await plain(files, '2026-06-02')).tree);
  });

  it('tells in feeds of what has been published or corrected since, although no page of the policy changes for it', async () => {
    const root = await folderWith();
    const said = (text: string) =>
      text.replace(
        'summary: New.\n',
        'summary: New.\npublished: 2020-01-01\ncorrections: [{on: 2026-02-01, was: kept, now: keep, reason: Typo}]\n',
      );
    const files = { ...FILES, 'policies/privacy/2020-01-01.md': said(FILES['policies/privacy/2020-01-01.md']) };
    for (const asOf of ['2026-01-01', '2026-01-31', '2026-02-01', '2026-02-02']) {
      await buildIn(root, { files, asOf });
      expect(await site(root)).toEqual((await plain(files, asOf)).tree);
    }
    expect(await readFile(join(root, 'dist/privacy/feed.xml'), 'utf8')).toContain('#correction-');
  });

  it('finds out what a text leads to even where it is written so that nobody would guess', async () => {
    const root = await folderWith();
    const text = BODY.replace('](../terms/2020-01-01.md', '](..&#47;terms&#47;2020-01-01.md');
    const files = { ...FILES, 'policies/privacy/2021-01-01.md': edition(text, '2021-01-01') };
    const hidden = Object.fromEntries(
      Object.entries(files).map(([path, body]) => [path, body.replace('and [these](../terms/2020-01-01.md#all)', '')]),
    );
    await buildIn(root, { files: hidden });
    expect(await site(root)).toEqual((await plain(hidden)).tree);
  });

  it('writes again what was damaged, cut off or removed in the output folder, and leaves what was only copied', async () => {
    const root = await folderWith();
    await buildIn(root);
    const { tree } = await plain();
    const path = join(root, 'dist/terms/2020-01-01/index.html');
    const whole = tree['terms/2020-01-01/index.html'] ?? '';
    for (const damage of [
      () => writeFileSync(path, whole.replace('All', 'Nil')),
      () => writeFileSync(path, ''),
      () => rmSync(path),
    ]) {
      damage();
      expect((await buildIn(root)).texts).toBe(2);
      expect(await site(root)).toEqual(tree);
    }
    const { mtime } = statSync(path);
    utimesSync(path, mtime, new Date(2001, 1, 1));
    expect((await buildIn(root)).texts).toBe(0);
  });

  it('makes pages again that an older text had, although their results are still known', async () => {
    const root = await folderWith();
    await buildIn(root);
    const files = { ...FILES, 'policies/terms/2021-01-01.md': edition('# All\n\nOther.\n', '2021-01-01') };
    await buildIn(root, { files });
    await buildIn(root);
    expect(await site(root)).toEqual((await plain()).tree);
  });

  it('leaves no site behind, and tells of all problems, if one policy has an error', async () => {
    const root = await folderWith();
    await buildIn(root);
    const files = { ...FILES, 'policies/terms/2021-01-01.md': edition('<script>x</script>\n', '2021-01-01') };
    const opening = await openOutput({ out: join(root, 'dist'), root });
    if (opening.kind === 'refused') throw new Error('Refused');
    const runner = createBuildRunner({ root, output: opening.output, cache: 'keeps', lanes: 2, worthwhile: 1 });
    const result = await build({ sources: sources(files), theme, asOf: '2026-01-01', runner });
    await opening.output.abandon();
    expect(result.diagnostics).toEqual(await plainProblems(files));
    expect(await site(root)).toEqual((await plain()).tree);
    expect(Object.keys(await treeOf(root)).filter((path) => /scratch|lock/.test(path))).toEqual([]);
  });
});

async function plainProblems(files: Files) {
  const { diagnostics } = await build({ sources: sources(files), theme, asOf: '2026-01-01' });
  expect(diagnostics.length).toBeGreaterThan(0);
  return diagnostics;
}
