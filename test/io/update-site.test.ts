import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openOutput } from '../../src/io/site-output.ts';
import { folderWith, plant, type Tree, treeOf } from './temporary-folder.ts';

/** Writes a site of these files to `dist/` of `root`. */
async function write(root: string, files: Tree, isLive: boolean) {
  const opening = await openOutput({ out: join(root, 'dist'), root, isLive });
  if (opening.kind === 'refused') throw new Error(JSON.stringify(opening.writing));
  return await opening.output.finish(Object.entries(files).map(([path, content]) => ({ path, content })));
}

describe('updateSite', () => {
  it('leaves what a whole exchange leaves, whatever came and went', async () => {
    const path = fc.constantFrom('index.html', 'a', 'a/index.html', 'a/b/index.html', 'c/d/e.txt', 'c/f.txt');
    const site = fc.dictionary(path, fc.constantFrom('one', 'two'), { minKeys: 1, maxKeys: 4 }).filter(
      // Nothing is a file and a folder.
      (files) => !('a' in files && Object.keys(files).some((name) => name.startsWith('a/'))),
    );
    await fc.assert(
      fc.asyncProperty(site, site, async (before, after) => {
        const [live, whole] = [await folderWith(), await folderWith()];
        for (const root of [live, whole]) {
          await write(root, before, false);
          await plant(root, { 'dist/c/own.txt': 'theirs' });
        }
        expect(await write(live, after, true)).toEqual(await write(whole, after, false));
        expect(await treeOf(live)).toEqual(await treeOf(whole));
        await Promise.all([live, whole].map((root) => rm(root, { recursive: true })));
      }),
      { numRuns: 40 },
    );
  });

  it('touches only what differs', async () => {
    const root = await folderWith();
    const inode = (path: string) => statSync(join(root, 'dist', path)).ino;
    await write(root, { 'same.html': 'one', 'other.html': 'one' }, false);
    const before = [inode('.'), inode('same.html')];
    await write(root, { 'same.html': 'one', 'other.html': 'two' }, true);
    expect([inode('.'), inode('same.html')]).toEqual(before);
    expect(await treeOf(join(root, 'dist'))).toMatchObject({ 'same.html': 'one', 'other.html': 'two' });
  });

  it('refuses the place of what others have put there, as ever', async () => {
    const root = await folderWith();
    await write(root, { 'index.html': 'one' }, false);
    await plant(root, { 'dist/mine.html': 'theirs' });
    const writing = await write(root, { 'index.html': 'one', 'mine.html': 'two' }, true);
    expect(writing.diagnostics.map(({ ruleId }) => ruleId)).toEqual(['output-file-collision']);
    expect((await treeOf(root))['dist/mine.html']).toBe('theirs');
  });
});
