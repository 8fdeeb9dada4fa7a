/** The path of a folder of ours goes in; it is gone afterwards, also where somebody has taken the right to write from folders in it. */
import { chmod, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from './system-error.ts';

/** Removes what is at `path`, if anything. Follows no links. Throws what the file system throws. */
export async function removeTree(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true });
  } catch (error) {
    if (!isSystemError(error) || (error.code !== 'EACCES' && error.code !== 'EPERM')) throw error;
    await openFolders(path);
    await rm(path, { recursive: true, force: true });
  }
}

async function openFolders(path: string): Promise<void> {
  await chmod(path, 0o700);
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) await openFolders(join(path, entry.name));
  }
}
