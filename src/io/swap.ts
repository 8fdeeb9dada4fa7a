/** An output folder goes in; the site in its scratch folder takes its place, or the last good site comes back after a build that was killed. */
import { copyFile, link, mkdir, readdir, readlink, rename, rm, rmdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { concurrently } from './concurrently.ts';
import { readManifest } from './manifest.ts';
import { type ForeignEntry, listContents } from './output-contents.ts';
import type { OutputFolder } from './output-folder.ts';
import { exists, statusOf } from './presence.ts';
import { removeTree } from './remove-tree.ts';
import { settleJournal } from './replay.ts';
import { isAbsence, isSystemError } from './system-error.ts';

/**
 * Puts in order what a killed build left behind. Where it changed files one by one, by a journal, that is settled. Between its two
 * renames the last site is not in its place: it is put back. After the second the new site is whole and stays. All that remains in
 * the scratch folder is removed.
 */
export async function recover(folder: OutputFolder): Promise<void> {
  await settleJournal(folder);
  // Nobody's files become a part of the site because a link leads to them.
  if ((await statusOf(folder.previous))?.isSymbolicLink() === true) await rm(folder.previous);
  if (await exists(folder.previous)) {
    if (await isVacant(folder.path)) {
      if (await exists(folder.path)) await rmdir(folder.path);
      await rename(folder.previous, folder.path);
    } else if ((await readManifest(folder.path)).kind === 'read') {
      await retire(folder);
    }
  }
  await removeTree(folder.scratch);
}

/** Puts the scratch folder in the place of the output folder. If that fails, the output folder is what it was. */
export async function swapIn(folder: OutputFolder): Promise<void> {
  const hasPrevious = await exists(folder.path);
  if (hasPrevious) await rename(folder.path, folder.previous);
  try {
    await rename(folder.scratch, folder.path);
  } catch (error) {
    if (hasPrevious) await rename(folder.previous, folder.path);
    throw error;
  }
}

/** Removes the previous site, now replaced; what others put into it after it was last looked at moves to the new one. */
export async function retire(folder: OutputFolder): Promise<void> {
  if (!(await exists(folder.previous))) return;
  const manifest = await readManifest(folder.previous);
  const { foreign } = await listContents(folder.previous, manifest.kind === 'read' ? manifest.files : new Set());
  for (const { path } of foreign) {
    const target = join(folder.path, path);
    if (await exists(target)) continue;
    await mkdir(dirname(target), { recursive: true });
    await rename(join(folder.previous, path), target);
  }
  // A folder half removed must never be taken for a site that waits, so it gives up that name first.
  await removeTree(folder.scratch);
  await rename(folder.previous, folder.scratch);
  await removeTree(folder.scratch);
}

/** Gives the scratch folder the `foreign` entries of the output folder: the same files, not copies, where the disk can. */
export async function carryOver(folder: OutputFolder, foreign: readonly ForeignEntry[]): Promise<void> {
  await concurrently(foreign, async ({ path, kind }) => {
    const source = join(folder.path, path);
    const target = join(folder.scratch, path);
    await mkdir(dirname(target), { recursive: true });
    if (kind === 'link') await symlink(await readlink(source), target);
    else await linkOrCopy(source, target);
  });
}

/** A second name for the same file keeps its time of change, by which many programs tell what to upload. */
export async function linkOrCopy(source: string, target: string): Promise<void> {
  if (!(await linkFile(source, target))) await copyFile(source, target);
}

/** Makes `target` a second name of the file `source`. False if the disk knows no second names; throws if `target` exists. */
export async function linkFile(source: string, target: string): Promise<boolean> {
  try {
    await link(source, target);
    return true;
  } catch (error) {
    if (!isSystemError(error) || error.code === 'EEXIST' || isAbsence(error)) throw error;
    return false;
  }
}

async function isVacant(path: string): Promise<boolean> {
  return !(await exists(path)) || (await readdir(path)).length === 0;
}
