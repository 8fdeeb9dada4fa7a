import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { openCache } from '../../src/io/build-cache.ts';
import { INLINE, type Job, type Runner } from '../../src/model/runner.ts';
import { themeFiles } from '../theme/theme-files.ts';
import { folderWith } from './temporary-folder.ts';

const encoder = new TextEncoder();
const theme = await themeFiles();
const SITE = 'title: Acme\nurl: https://legal.acme.example\ntimeZone: UTC\nlanguages: [en, ru]\n';
const BODY =
  '## 1. Data\n\n1.1. We keep *data*, see [terms](../terms/).\n\n- [ ] a\n\n| a | b |\n|---|---|\n| c | d |\n\n## 2. End {from=2027-01-01}\n\nNote.[^1]\n\n[^1]: Said <b>once</b>.\n';

function sources(...more: readonly (readonly [string, string])[]) {
  const edition = (body: string, day: string) => `---\ntitle: Policy\neffective: ${day}\nsummary: New.\n---\n${body}`;
  const files: (readonly [string, string])[] = [
    ['policies/site.yaml', SITE],
    ['policies/privacy/2020-01-01.md', edition(BODY, '2020-01-01')],
    ['policies/privacy/2021-01-01.md', edition(BODY.replace('keep', 'store'), '2021-01-01')],
    ['policies/privacy/2020-01-01.ru.md', edition(BODY, '2020-01-01')],
    ['policies/privacy/2021-01-01.ru.md', edition(BODY.replace('keep', 'store'), '2021-01-01')],
    ['policies/terms/2020-01-01.md', edition('# Terms\n\nAll.\n', '2020-01-01')],
    ['policies/terms/2021-01-01.md', edition('# Terms\n\nNothing.\n', '2021-01-01')],
    ...more.map(([path, body]) => [path, edition(body, path.slice(-13, -3))] as const),
  ];
  return files.map(([path, text]) => ({ path, bytes: encoder.encode(text) }));
}

/** Builds with the cache in `root`, and tells what was worked on. */
async function buildIn(root: string, files = sources(), isReadOnly = false) {
  const cache = openCache(root, { isReadOnly });
  const done: Job[] = [];
  const runner: Runner = {
    run: (job, work) =>
      cache.runner.run(job, () => {
        done.push(job);
        return work();
      }),
  };
  const result = await build({ sources: files, theme, asOf: '2026-01-01', runner });
  cache.close({ all: result.files.length > 0 });
  return { result, done: done.map(({ stage, group }) => `${stage} ${group}`) };
}

const packs = (root: string) => join(root, '.promulgate', 'cache');
const anew = (files = sources()) => build({ sources: files, theme, asOf: '2026-01-01', runner: INLINE });

const expected = anew();

describe('the cache of builds', () => {
  it('gives the same site and problems, first and again, as a build without it', async () => {
    const root = await folderWith();
    expect((await expected).files.length).toBeGreaterThan(10);
    const first = await buildIn(root);
    expect(first.done).toHaveLength(9);
    expect(first.result).toEqual(await expected);
    const again = await buildIn(root);
    expect(again.done).toEqual([]);
    expect(again.result).toEqual(await expected);
  });

  it('does the work of the edition that was added, and no other', async () => {
    const root = await folderWith();
    await buildIn(root);
    const files = sources(['policies/privacy/2022-01-01.md', BODY.replace('keep', 'hold')]);
    const { done, result } = await buildIn(root, files);
    expect(done).toEqual(['render privacy', 'redline privacy en']);
    expect(result).toEqual(await anew(files));
  });

  it('holds no more than one build', async () => {
    const root = await folderWith();
    await buildIn(root, sources(['policies/other/2022-01-01.md', 'Other.\n']));
    await buildIn(root);
    const sizes = () => readdirSync(packs(root)).map((name) => [name, readFileSync(join(packs(root), name)).length]);
    const before = sizes();
    for (const word of ['one', 'two']) {
      await buildIn(root, sources(['policies/other/2022-01-01.md', `${word}.\n`]));
    }
    await buildIn(root);
    expect(sizes()).toEqual(before);
  });

  it('does the work anew where a pack was altered', async () => {
    const root = await folderWith();
    await buildIn(root);
    for (const name of readdirSync(packs(root)).filter((each) => each.endsWith('.pack'))) {
      const path = join(packs(root), name);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('store', 'stole'));
    }
    expect((await buildIn(root)).result).toEqual(await expected);
    expect((await buildIn(root)).done).toEqual([]);
  });

  it('builds where no cache can be written', async () => {
    const root = await folderWith();
    const blocked = join(root, 'blocked');
    writeFileSync(blocked, 'A file.');
    expect((await buildIn(blocked)).result).toEqual(await expected);
  });

  it('is left as it was by what only reads it', async () => {
    const root = await folderWith();
    await buildIn(root, sources(), true);
    expect(readdirSync(root)).toEqual([]);
  });

  it('keeps itself out of Git', async () => {
    const root = await folderWith();
    await buildIn(root);
    expect(readFileSync(join(packs(root), '.gitignore'), 'utf8')).toBe('*\n');
  });
});
