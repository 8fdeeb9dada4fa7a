/** A folder of this machine alone goes in; it is there, readable by its owner only, and Git looks past it. */
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFoldersWithin } from './make-folders.ts';
import { isSystemError } from './system-error.ts';

/** Leaves a `.gitignore` that is there already as it is. */
export async function makePrivateFolder(dir: string): Promise<void> {
  makeFoldersWithin(dirname(dir), basename(dir), 0o700);
  try {
    await writeFile(join(dir, '.gitignore'), '*\n', { flag: 'wx' });
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EEXIST') throw error;
  }
}
