/** The scratch folder with what is new, and what the output folder holds, go in; the output folder holds the next site, and only files that differ were touched. */
import { renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatManifest, MANIFEST } from './manifest.ts';
import type { OutputContents } from './output-contents.ts';
import type { OutputFolder } from './output-folder.ts';
import { makeWithMode, type Placed, writeNew } from './place-files.ts';
import { foldersOf } from './portable-path.ts';
import { isSystemError } from './system-error.ts';

/**
 * For a site that is looked at while it is written: each file changes at once, the site as a whole does not. What is ours stands in
 * the manifest at any moment, so that the next build puts in order what a killed one has left.
 */
export function updateSite(options: {
  readonly folder: OutputFolder;
  readonly placed: readonly Placed[];
  readonly contents: OutputContents;
}): void {
  const { folder, placed, contents } = options;
  const paths = placed.map(({ path }) => path);
  const planned = new Set(paths);
  const changed = placed.filter(({ isSame }) => !isSame).map(({ path }) => path);
  const gone = [...contents.own].filter((path) => !planned.has(path));
  const hasOthers = gone.length > 0 || changed.some((path) => !contents.own.has(path));
  makeWithMode(folder.scratch);
  if (hasOthers) writeManifest(folder, [...new Set([...contents.own, ...paths])]);
  for (const path of gone) {
    rmSync(join(folder.path, path), { force: true });
    removeEmpty(folder.path, dirname(path));
  }
  for (const path of changed) {
    for (const above of foldersOf(path)) makeWithMode(join(folder.path, above));
    renameSync(join(folder.scratch, path), join(folder.path, path));
  }
  if (hasOthers) writeManifest(folder, paths);
}

function writeManifest(folder: OutputFolder, paths: readonly string[]): void {
  const scratch = join(folder.scratch, MANIFEST);
  writeNew(scratch, Buffer.from(formatManifest(paths)));
  renameSync(scratch, join(folder.path, MANIFEST));
}

/** The folder at `path` below `root` if nothing is in it, and those above it that held nothing else. */
function removeEmpty(root: string, path: string): void {
  if (path === '.') return;
  try {
    rmdirSync(join(root, path));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return;
  }
  removeEmpty(root, dirname(path));
}
