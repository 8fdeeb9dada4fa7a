import { mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeFolders } from '../../src/io/make-folders.ts';

test('makes all that is missing, and is content with what is there', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'folders-'));
  const deep = path.join(root, 'a/b/c');
  await makeFolders(deep);
  await makeFolders(deep);
  expect((await stat(deep)).isDirectory()).toBe(true);
});

test('gives up where a file is in the way', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'folders-'));
  const file = path.join(root, 'file');
  await writeFile(file, '');
  await expect(makeFolders(file)).rejects.toMatchObject({ code: 'EEXIST', path: file });
  await expect(makeFolders(path.join(file, 'below'))).rejects.toMatchObject({ code: 'EEXIST', path: file });
});

test.skipIf(process.platform !== 'linux')('gives up where nothing can be created', async () => {
  await expect(makeFolders('/proc/none/inbox')).rejects.toMatchObject({ path: '/proc/none' });
});
