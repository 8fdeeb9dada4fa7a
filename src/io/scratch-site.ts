/** The scratch folder with what is new, and what the output folder holds, go in; the whole next site stands in the scratch folder afterwards. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { concurrently } from './concurrently.ts';
import { formatManifest, MANIFEST } from './manifest.ts';
import { listContents, type OutputContents } from './output-contents.ts';
import type { OutputFolder } from './output-folder.ts';
import { makeWithMode, type Placed, writeNew } from './place-files.ts';
import { foldersAbove } from './portable-path.ts';
import { carryOver, linkOrCopy } from './swap.ts';

/** `placed` are all files of the site: those that are the same are taken over, not written anew. */
export async function completeScratch(options: {
  readonly folder: OutputFolder;
  readonly placed: readonly Placed[];
  readonly contents: OutputContents;
}): Promise<void> {
  const { folder, placed, contents } = options;
  const paths = placed.map(({ path }) => path);
  await removeStrays(folder.scratch, new Set(paths));
  const folders = [...foldersAbove(paths)].sort((a, b) => a.length - b.length);
  for (const path of ['', ...folders]) makeWithMode(join(folder.scratch, path));
  const same = placed.filter(({ isSame }) => isSame);
  await concurrently(same, ({ path }) => linkOrCopy(join(folder.path, path), join(folder.scratch, path)));
  await carryOver(folder, contents.foreign);
  writeNew(join(folder.scratch, MANIFEST), Buffer.from(formatManifest(paths)));
}

/** What was put there before it was known that the site does without it. */
async function removeStrays(scratch: string, paths: ReadonlySet<string>): Promise<void> {
  const { foreign } = await listContents(scratch, paths);
  for (const { path } of foreign) await rm(join(scratch, path));
}
