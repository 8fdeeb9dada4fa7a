/** Real folders on the real disk that a test makes in one line, looks at in one line, and that are gone when it ends. */
import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';

/** What a folder holds: text by path. A value `→ target` is a symbolic link; a path that ends with `/` is an empty folder. */
export type Tree = { readonly [path: string]: string };

export async function folderWith(tree: Tree = {}): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'promulgate-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await plant(folder, tree);
  return folder;
}

export async function plant(folder: string, tree: Tree): Promise<void> {
  for (const [path, content] of Object.entries(tree)) {
    const target = join(folder, path);
    await mkdir(path.endsWith('/') ? target : dirname(target), { recursive: true });
    if (path.endsWith('/')) continue;
    if (content.startsWith('→ ')) await symlink(content.slice(2), target);
    else await writeFile(target, content);
  }
}

export async function treeOf(folder: string): Promise<Tree> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const tree: { [path: string]: string } = {};
  for (const entry of entries) {
    const full = join(entry.parentPath, entry.name);
    const path = relative(folder, full);
    if (entry.isSymbolicLink()) tree[path] = `→ ${await readlink(full)}`;
    else if (entry.isFile()) tree[path] = await readFile(full, 'utf8');
    else if (entry.isDirectory() && (await readdir(full)).length === 0) tree[`${path}/`] = '';
  }
  return tree;
}

export async function inodeOf(path: string): Promise<number> {
  return (await lstat(path)).ino;
}
