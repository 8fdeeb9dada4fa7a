import fs, { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatManifest } from '../../src/io/manifest.ts';
import { writeSite } from '../../src/io/write.ts';
import { sha256 } from '../../src/model/sha256.ts';
import { type Failure, onFailingDisk } from './failing-disk.ts';
import { folderWith, plant, type Tree, treeOf } from './temporary-folder.ts';

/** What stays the same: enough of it that a change of few files is made by itself. */
const SAME: Tree = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`same/${n}.html`, `page ${n}`]));

const SCRATCH = '.dist.promulgate-scratch';

/** What others have put there. */
const FOREIGN: Tree = { CNAME: 'mine', 'old/notes.txt': 'mine', latest: '→ same' };

const OLD: Tree = { 'index.html': 'old', 'terms/index.html': 'old', 'old/index.html': 'old', 'gone/1/a.html': 'old' };
const NEW: Tree = { 'index.html': 'new', 'terms/index.html': 'new', 'terms/2026/index.html': 'new' };

/** Writes a site of these files, and `SAME`, to `dist/` of `root`. */
const write = (root: string, site: Tree) => {
  const files = Object.entries({ ...SAME, ...site }).map(([path, content]) => ({ path, content }));
  return writeSite({ files, out: join(root, 'dist'), root });
};

/** A build that fails before it writes: it settles what a killed one has left, and changes nothing else. */
const settle = (root: string) => write(root, { ['x'.repeat(300)]: '' });

/** All that is to be in `root`, with that site written. */
function whole(site: Tree, foreign: Tree = FOREIGN): Tree {
  const own = { ...SAME, ...site };
  const files = { ...own, ...foreign, '.promulgate.json': formatManifest(Object.keys(own)) };
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`dist/${path}`, text]));
}

async function siteIn(site: Tree): Promise<string> {
  const root = await folderWith();
  await write(root, site);
  await plant(join(root, 'dist'), FOREIGN);
  return root;
}

function plantSync(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const inodeOf = (root: string, path = '.') => statSync(join(root, 'dist', path)).ino;

/** Does `work` while the disk fails. The process that is killed is this one: only its lock has to be taken away. */
async function failing<Result>(root: string, failure: Failure, work: () => Promise<Result>) {
  const outcome = await onFailingDisk(root, failure, work);
  await rm(join(root, '.dist.promulgate-lock'), { force: true });
  return outcome;
}

/** Tries `attempt` with each step failing, until there is none more. */
async function atEveryStep(
  kind: 'dead' | 'refusing',
  attempt: (failure: Failure) => Promise<boolean>,
): Promise<number> {
  let step = 1;
  while (await attempt({ step, kind })) step += 1;
  return step - 1;
}

/** The first step at which that is so. */
let midway = 25;

/** Kills a build of `NEW` over `OLD` when its journal is written and its new page put, but not its first one. */
async function killMidway(root: string): Promise<void> {
  for (; midway < 100; midway += 1) {
    await failing(root, { step: midway, kind: 'dead' }, () => write(root, NEW));
    const tree = await treeOf(root);
    if (tree['dist/terms/2026/index.html'] === 'new' && tree['dist/index.html'] === 'old') return;
    await settle(root);
    await write(root, OLD);
  }
  throw new Error('There is no such step');
}

/** What a visitor, or a build that knows of no journal, could trip over in a site that is partly `OLD` and partly `NEW`. */
function disordersOf(tree: Tree): readonly string[] {
  const { '.promulgate.json': manifest = '', ...files } = tree;
  const named: readonly string[] = [...JSON.parse(manifest).files, ...Object.keys(FOREIGN)];
  const paths = Object.keys(files).filter((path) => !path.endsWith('/'));
  const isFirstNew = files['index.html'] === 'new';
  return [
    ...paths.filter((path) => !named.includes(path)).map((path) => `${path} stands in no manifest`),
    ...(isFirstNew && files['terms/2026/index.html'] !== 'new' ? ['the first page leads to one that is missing'] : []),
    ...(isFirstNew && files['terms/index.html'] !== 'new' ? ['the first page is ahead of the others'] : []),
    ...(!isFirstNew && files['old/index.html'] === undefined ? ['a page went before what led to it'] : []),
  ];
}

/** Without what a disk has refused to remove, and what is no part of a site: empty folders, and what lies beside. */
function withoutRest(tree: Tree): Tree {
  const isRest = (path: string) => path.endsWith('/') || path.startsWith(SCRATCH);
  return Object.fromEntries(Object.entries(tree).filter(([path]) => !isRest(path)));
}

describe('updateSite', () => {
  it('touches only what differs, and leaves what others have put there', async () => {
    const root = await siteIn(OLD);
    const before = ['.', 'same/1.html', 'CNAME'].map((path) => inodeOf(root, path));
    expect(await write(root, NEW)).toEqual({ written: 3, unchanged: 12, removed: 2, diagnostics: [] });
    expect(['.', 'same/1.html', 'CNAME'].map((path) => inodeOf(root, path))).toEqual(before);
    expect(await treeOf(root)).toEqual(whole(NEW));
  });

  it('killed at whatever step, leaves the old site or the new one, once the next build has begun', async () => {
    const root = await siteIn(OLD);
    const outcomes: string[] = [];
    const steps = await atEveryStep('dead', async (failure) => {
      const { hasFailed } = await failing(root, failure, () => write(root, NEW));
      expect([failure.step, disordersOf(await treeOf(join(root, 'dist')))]).toEqual([failure.step, []]);
      expect((await settle(root)).diagnostics).toHaveLength(1);
      const tree = await treeOf(root);
      const outcome = tree['dist/index.html'] ?? '';
      expect([failure.step, tree]).toEqual([failure.step, whole(outcome === 'new' ? NEW : OLD)]);
      outcomes.push(outcome);
      await write(root, OLD);
      return hasFailed;
    });
    expect(steps).toBeGreaterThan(30);
    // Never the old one again once the new one is certain.
    expect(outcomes.join(' ')).toMatch(/^(old ){10,}(new ?){10,}$/);
  });

  it('killed again while that is settled, at whatever step, does so too', async () => {
    const root = await siteIn(OLD);
    const steps = await atEveryStep('dead', async (failure) => {
      await killMidway(root);
      const { hasFailed } = await failing(root, failure, () => settle(root));
      await settle(root);
      expect([failure.step, await treeOf(root)]).toEqual([failure.step, whole(NEW)]);
      await write(root, OLD);
      return hasFailed;
    });
    expect(steps).toBeGreaterThan(10);
  });

  it('refused at whatever step, changes nothing, and says so', async () => {
    const root = await siteIn(OLD);
    const refusals: string[] = [];
    await atEveryStep('refusing', async (failure) => {
      const { hasFailed, result } = await failing(root, failure, () => write(root, NEW));
      if (result?.diagnostics.length !== 0) refusals.push(result?.diagnostics[0]?.ruleId ?? 'none');
      const left = withoutRest(await treeOf(root));
      expect([failure.step, left]).toEqual([failure.step, whole(result?.written === 3 ? NEW : OLD)]);
      await write(root, OLD);
      return hasFailed;
    });
    expect(refusals.length).toBeGreaterThan(25);
    expect([...new Set(refusals)]).toEqual(['output-not-writable']);
  });

  it('refused what it would take back, too, says what state the site is in, and the next build puts it in order', async () => {
    const root = await siteIn(OLD);
    const rules = new Set<string | undefined>();
    for (let step = 30; ; step += 1) {
      const { hasFailed, result } = await failing(root, { step, kind: 'dead' }, () => write(root, NEW));
      if (!hasFailed) break;
      rules.add(result?.diagnostics[0]?.ruleId);
      expect((await write(root, NEW)).diagnostics).toEqual([]);
      expect(await treeOf(root)).toEqual(whole(NEW));
      await write(root, OLD);
    }
    expect(rules).toContain('output-unsettled');
  });

  it('takes the place of nothing that others put there while it is at work', async () => {
    const root = await siteIn(OLD);
    const theirs = join(root, 'dist/terms/2026/index.html');
    let late = 0;
    for (let step = 1, isNew = false; !isNew; step += 1) {
      const by = () => (existsSync(theirs) ? undefined : plantSync(theirs, 'theirs'));
      const { result } = await failing(root, { step, kind: 'followed', by }, () => write(root, NEW));
      const [problem] = result?.diagnostics ?? [];
      isNew = problem === undefined;
      if (problem?.ruleId === 'output-not-writable') late += 1;
      const foreign = isNew ? FOREIGN : { ...FOREIGN, 'terms/2026/index.html': 'theirs' };
      expect([step, await treeOf(root)]).toEqual([step, whole(isNew ? NEW : OLD, foreign)]);
      await rm(dirname(theirs), { recursive: true });
    }
    expect(late).toBeGreaterThan(5);
  });

  it.each([
    ['a file becomes a folder', { 'terms/index.html/more.html': 'new' }],
    ['a folder becomes a file', { 'terms/index.html': 'old', 'gone/1': 'new' }],
    ['a name changes its spelling', { 'terms/index.html': 'old', 'Gone/1/b.html': 'new' }],
    ['many files change', Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`same/${n}.html`, 'new']))],
  ])('leaves it to a whole exchange when %s', async (_, site) => {
    const root = await siteIn(OLD);
    const before = inodeOf(root);
    expect((await write(root, site)).diagnostics).toEqual([]);
    expect(inodeOf(root)).not.toBe(before);
    expect(await treeOf(root)).toEqual(whole(site));
  });

  it.each([
    ['the new files are gone', (root: string) => rmSync(join(root, SCRATCH, 'index.html'))],
    ['a new file is not whole', (root: string) => writeFileSync(join(root, SCRATCH, 'index.html'), 'half')],
    [
      'others have put something in the place of a new file',
      (root: string) => plantSync(join(root, 'dist/terms/2026/index.html'), 'theirs'),
    ],
  ])('takes back what a killed build has begun if %s', async (_, spoil) => {
    const root = await siteIn(OLD);
    await killMidway(root);
    spoil(root);
    await settle(root);
    expect(await treeOf(root)).toMatchObject(whole(OLD));
    expect((await treeOf(root))['dist/terms/2026/index.html']).not.toBe('new');
  });

  it('follows no link that others have put in the place of a folder meanwhile', async () => {
    const root = await siteIn(OLD);
    await killMidway(root);
    await rm(join(root, 'dist/gone'), { recursive: true });
    await plant(root, { 'own/1/a.html': 'mine', 'dist/gone': '→ ../own' });
    await settle(root);
    expect(await treeOf(root)).toMatchObject({
      'own/1/a.html': 'mine',
      'dist/gone': '→ ../own',
      'dist/index.html': 'old',
    });
  });

  it('takes back by copies where the disk gives a file no second name', async () => {
    const root = await siteIn(OLD);
    const { link } = fs.promises;
    const before = midway;
    fs.promises.link = () =>
      Promise.reject(Object.assign(new Error('EPERM: link'), { code: 'EPERM', syscall: 'link' }));
    syncBuiltinESMExports();
    try {
      await killMidway(root);
      expect(statSync(join(root, SCRATCH, '.promulgate-old/index.html')).nlink).toBe(1);
    } finally {
      fs.promises.link = link;
      midway = before;
      syncBuiltinESMExports();
    }
    rmSync(join(root, SCRATCH, 'index.html'));
    await settle(root);
    expect(await treeOf(root)).toEqual(whole(OLD));
  });

  it('brings nothing back into a folder that was emptied meanwhile', async () => {
    const root = await siteIn(OLD);
    await killMidway(root);
    await rm(join(root, 'dist'), { recursive: true });
    await settle(root);
    expect(await treeOf(root)).toEqual({});
  });

  it('keeps whole sites whatever comes after what', async () => {
    const path = fc.constantFrom('index.html', 'a.html', 'b/index.html', 'b/c/index.html', 'd/e/f.txt');
    const site = fc.dictionary(path, fc.constantFrom('one', 'two'), { minKeys: 1, maxKeys: 4 });
    const fate = fc.record({ step: fc.integer({ min: 1, max: 50 }), kind: fc.constantFrom('dead', 'refusing') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(site, fc.option(fate)), { minLength: 2, maxLength: 8 }), async (builds) => {
        const root = await siteIn(OLD);
        let last = OLD;
        for (const [next, failure] of builds) {
          if (failure === null) await write(root, next);
          else {
            await failing(root, failure as Failure, () => write(root, next));
            await settle(root);
          }
          const tree = await treeOf(root);
          const expected = failure === null ? [next] : [last, next];
          expect(expected.map((one) => whole(one))).toContainEqual(withoutRest(tree));
          last = expected.find((one) => isDeepStrictEqual(whole(one), withoutRest(tree))) ?? last;
        }
        await rm(root, { recursive: true });
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    '',
    '{}',
    'no JSON',
    '{"format":2,"steps":[]}',
    '{"format":1,"steps":[{"kind":"remove","path":"../CNAME"}]}',
  ])('throws away a journal that says %j', async (text) => {
    const root = await siteIn(OLD);
    await plant(root, { '.dist.promulgate-scratch/.promulgate-journal.json': text, CNAME: 'ours' });
    await settle(root);
    expect(await treeOf(root)).toEqual({ ...whole(OLD), CNAME: 'ours' });
  });

  const SECRET = 'what is nobody’s business';
  const put = (from: string, path: string, text: string) => ({
    kind: 'put',
    from,
    path,
    sha256: sha256(text),
    inode: 1,
  });
  const journal = (steps: readonly object[]) => JSON.stringify({ format: 1, steps });

  it.each<[string, Tree]>([
    [
      'would put a file into what a link in the site leads to',
      {
        'dist/away': '→ ../other',
        [`${SCRATCH}/x`]: 'x',
        [`${SCRATCH}/.promulgate-journal.json`]: journal([put('x', 'away/x', 'x')]),
      },
    ],
    [
      'would take one from behind a link beside the site',
      {
        [`${SCRATCH}/away`]: '→ ../other',
        [`${SCRATCH}/.promulgate-journal.json`]: journal([put('away/secret', 'x', SECRET)]),
      },
    ],
    [
      'would put one back from behind a link',
      {
        [`${SCRATCH}/.promulgate-old`]: '→ ../other',
        [`${SCRATCH}/.promulgate-journal-back.json`]: journal([{ kind: 'remove', path: 'secret' }]),
      },
    ],
    [
      'lies behind a link itself',
      { 'other/.promulgate-journal.json': journal([put('secret', 'x', SECRET)]), [SCRATCH]: '→ other' },
    ],
  ])('moves nothing by a journal that %s', async (_, planted) => {
    const root = await siteIn(OLD);
    await plant(root, { 'other/secret': SECRET, ...planted });
    const others = async () => Object.entries(await treeOf(join(root, 'other')));
    const before = await others();
    await settle(root);
    expect(await others()).toEqual(before);
    const site = Object.entries(await treeOf(root)).filter(
      ([path]) => path.startsWith('dist/') && path !== 'dist/away',
    );
    expect(Object.fromEntries(site)).toEqual(whole(OLD));
  });
});
