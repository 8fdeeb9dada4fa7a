/** The path of a folder goes in; it is there, and those that lead to it, or the system's error says why it cannot be. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isAbsence } from './system-error.ts';

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
