/** The path of a folder goes in; it is there, and those that lead to it, or the system's error says why it cannot be. */
import { lstatSync, mkdirSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isAbsence, isSystemError } from './system-error.ts';

/**
 * Makes the folder at `path`, parted by `/`, below `root`, which is there. Follows no link on the way: what is in `root` may come from
 * many people, and a link put there must not lead what is written out of it. Gives true if the last folder is new.
 */
export function makeFoldersWithin(root: string, path: string, mode = 0o777): boolean {
  let isNew = false;
  let at = root;
  for (const name of path.split('/')) {
    at = join(at, name);
    isNew = makeFolder(at, mode);
  }
  return isNew;
}

function makeFolder(path: string, mode: number): boolean {
  try {
    mkdirSync(path, { mode });
    return true;
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EEXIST') throw error;
    const stats = lstatSync(path);
    if (stats.isDirectory()) return false;
    const code = stats.isSymbolicLink() ? 'ELOOP' : 'ENOTDIR';
    throw Object.assign(new Error(`${code}: mkdir '${path}'`), { code, path, syscall: 'mkdir' });
  }
}

/** Step by step: a recursive `mkdir` never returns where nothing can be created. What it makes is for its owner alone. */
export async function makeFolders(path: string): Promise<void> {
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await makeFolders(dirname(path));
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (!(await isFolder(path))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}
