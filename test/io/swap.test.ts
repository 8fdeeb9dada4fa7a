import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatManifest } from '../../src/io/manifest.ts';
import { locateOutput } from '../../src/io/output-folder.ts';
import { linkFile, recover, retire, swapIn } from '../../src/io/swap.ts';
import { folderWith, type Tree, treeOf } from './temporary-folder.ts';

const OLD = '.dist.promulgate-previous';
const SCRATCH = '.dist.promulgate-scratch';

/** A built site whose files all say `text`, to stand in the folder `name`; `foreign` are files that it does not name. */
function site(name: string, text: string, foreign: Tree = {}): Tree {
  const own = { 'index.html': text, [`${text}.html`]: text };
  const all = { ...own, ...foreign, '.promulgate.json': formatManifest(Object.keys(own)) };
  return Object.fromEntries(Object.entries(all).map(([path, content]) => [`${name}/${path}`, content]));
}

async function outputIn(root: string) {
  const location = await locateOutput({ out: join(root, 'dist'), root: join(root, 'elsewhere') });
  if (location.kind === 'refused') throw new Error(location.diagnostic.message);
  return location.folder;
}

describe('recover', () => {
  it('puts the last site back after a build that was killed between its two renames', async () => {
    const root = await folderWith({ ...site(OLD, 'old', { CNAME: 'mine' }), ...site(SCRATCH, 'new') });
    await recover(await outputIn(root));
    expect(await treeOf(root)).toEqual(site('dist', 'old', { CNAME: 'mine' }));
  });

  it('does so also when somebody has made the empty output folder again', async () => {
    const root = await folderWith({ ...site(OLD, 'old'), 'dist/': '' });
    await recover(await outputIn(root));
    expect(await treeOf(root)).toEqual(site('dist', 'old'));
  });

  it('keeps the new site after a build that was killed when that was in place', async () => {
    const root = await folderWith({ ...site(OLD, 'old', { CNAME: 'mine' }), ...site('dist', 'new') });
    await recover(await outputIn(root));
    expect(await treeOf(root)).toEqual(site('dist', 'new', { CNAME: 'mine' }));
  });

  it('removes a site half put together, and one half taken apart', async () => {
    const root = await folderWith({ ...site('dist', 'old'), [`${SCRATCH}/a/b.html`]: 'half' });
    await recover(await outputIn(root));
    expect(await treeOf(root)).toEqual(site('dist', 'old'));
  });

  it('touches neither the last site nor what somebody else has put in its place', async () => {
    const tree = { ...site(OLD, 'old'), 'dist/photo.jpg': 'mine' };
    const root = await folderWith(tree);
    await recover(await outputIn(root));
    expect(await treeOf(root)).toEqual(tree);
  });

  it.each(['dist', 'elsewhere'])(
    'takes nothing from behind a link where the last site would wait, with a site in %s',
    async (name) => {
      const tree = { ...site(name, 'old'), 'other/secret': 'mine', 'other/.promulgate.json': formatManifest([]) };
      const root = await folderWith({ ...tree, [OLD]: '→ other' });
      await recover(await outputIn(root));
      expect(await treeOf(root)).toEqual(tree);
    },
  );

  it('does nothing where nothing was left behind', async () => {
    const root = await folderWith(site('dist', 'old'));
    await recover(await outputIn(root));
    expect(await treeOf(root)).toEqual(site('dist', 'old'));
  });
});

describe('swapIn', () => {
  it('puts the last site back when the new one cannot take its place', async () => {
    const root = await folderWith(site('dist', 'old'));
    await expect(swapIn(await outputIn(root))).rejects.toThrow('ENOENT');
    expect(await treeOf(root)).toEqual(site('dist', 'old'));
  });

  it('keeps the last site whole beside the new one', async () => {
    const root = await folderWith({ ...site('dist', 'old'), ...site(SCRATCH, 'new') });
    await swapIn(await outputIn(root));
    expect(await treeOf(root)).toEqual({ ...site(OLD, 'old'), ...site('dist', 'new') });
  });
});

describe('retire', () => {
  it('moves what others added at the last moment into the new site', async () => {
    const foreign = { CNAME: 'mine', 'late/at/night.txt': 'mine', link: '→ CNAME' };
    const root = await folderWith({ ...site(OLD, 'old', foreign), ...site('dist', 'new', { CNAME: 'mine' }) });
    await retire(await outputIn(root));
    expect(await treeOf(root)).toEqual(site('dist', 'new', foreign));
  });

  it('removes nothing when such a file has no place in the new site', async () => {
    const tree = { ...site(OLD, 'old', { 'new.html/notes.txt': 'mine' }), ...site('dist', 'new') };
    const root = await folderWith(tree);
    await expect(retire(await outputIn(root))).rejects.toThrow('EEXIST');
    expect(await treeOf(root)).toEqual(tree);
    expect((await readdir(root)).sort()).toEqual([OLD, 'dist']);
  });
});

describe('linkFile', () => {
  it('says so where the disk cannot give a file a second name, and throws where the name is taken', async () => {
    const root = await folderWith({ a: 'a', b: 'b' });
    expect(await linkFile('/proc/self/stat', join(root, 'c'))).toBe(false);
    expect(await linkFile(join(root, 'a'), join(root, 'c'))).toBe(true);
    await expect(linkFile(join(root, 'a'), join(root, 'b'))).rejects.toThrow('EEXIST');
    expect(await treeOf(root)).toEqual({ a: 'a', b: 'b', c: 'a' });
  });
});
