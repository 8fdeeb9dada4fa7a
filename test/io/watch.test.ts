import { spawnSync } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { watchFolders } from '../../src/io/watch.ts';
import { folderWith, plant, type Tree } from './temporary-folder.ts';

/** A folder that is watched, and what is said of it. */
async function watched(tree: Tree) {
  const root = await folderWith(tree);
  const watch = watchFolders(root, ['policies', 'templates']);
  onTestFinished(watch.close);
  return { root, watch };
}

/** Whether a change is told of within a moment. */
async function isTold(watch: ReturnType<typeof watchFolders>): Promise<boolean> {
  return await Promise.race([watch.changed(), setTimeout(300, false)]);
}

const SITE = { 'policies/privacy/1.md': 'one', 'dist/index.html': 'page' };

describe('watchFolders', () => {
  it.each<[string, (root: string) => Promise<void>]>([
    ['a file is changed', (root) => writeFile(join(root, 'policies/privacy/1.md'), 'two')],
    [
      'a file takes the place of another',
      async (root) => {
        await writeFile(join(root, 'new'), 'two');
        await rename(join(root, 'new'), join(root, 'policies/privacy/1.md'));
      },
    ],
    ['a file is deleted', (root) => rm(join(root, 'policies/privacy/1.md'))],
    ['a folder comes', (root) => mkdir(join(root, 'policies/terms'))],
    ['a folder goes', (root) => rm(join(root, 'policies/privacy'), { recursive: true })],
    ['a folder that was not there comes', (root) => plant(root, { 'templates/home.liquid': 'home' })],
  ])('tells that %s', async (_, change) => {
    const { root, watch } = await watched(SITE);
    await change(root);
    expect(await watch.changed()).toBe(true);
  });

  it('tells of what happens in a folder that has come', async () => {
    const { root, watch } = await watched(SITE);
    await mkdir(join(root, 'policies/terms'));
    await watch.changed();
    await writeFile(join(root, 'policies/terms/1.md'), 'one');
    expect(await watch.changed()).toBe(true);
  });

  it('tells once of what happened together, and of nothing elsewhere', async () => {
    const { root, watch } = await watched(SITE);
    await plant(root, { 'policies/privacy/1.md': 'two', 'policies/privacy/2.md': 'two' });
    expect(await watch.changed()).toBe(true);
    await plant(root, { 'dist/index.html': 'other', 'readme.md': 'other' });
    expect(await isTold(watch)).toBe(false);
  });

  it('remembers a change until it is asked', async () => {
    const { root, watch } = await watched(SITE);
    await writeFile(join(root, 'policies/privacy/1.md'), 'two');
    await setTimeout(100);
    expect(await watch.changed()).toBe(true);
  });

  it('says so when it is closed', async () => {
    const { watch } = await watched(SITE);
    const answer = watch.changed();
    watch.close();
    expect(await answer).toBe(false);
    expect(await watch.changed()).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('says why the system lets a folder not be watched', async () => {
    const root = await folderWith(SITE);
    const { watch } = await watched(SITE);
    expect(watch.refusal()).toBeUndefined();
    const program = `
      import { openSync } from 'node:fs';
      import { watchFolders } from '${fileURLToPath(new URL('../../lib/io/watch.js', import.meta.url))}';
      try { for (;;) openSync('/dev/null', 'r'); } catch (error) { console.log(error.code); }
      const watch = watchFolders(process.argv[1], ['policies']);
      console.log(watch.refusal()?.code);
      watch.close();
    `;
    const words = ['-c', 'ulimit -n 40; exec "$0" --input-type=module -e "$1" "$2"', process.execPath, program, root];
    expect(spawnSync('sh', words, { encoding: 'utf8' }).stdout).toBe('EMFILE\nEMFILE\n');
  });
});
