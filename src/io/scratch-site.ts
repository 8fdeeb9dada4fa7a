/** The files of a site and what the output folder holds go in; the whole next site stands in the scratch folder afterwards. */
import { chmod, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutputFile } from '../model/file.ts';
import { concurrently } from './concurrently.ts';
import { formatManifest, MANIFEST } from './manifest.ts';
import type { OutputContents } from './output-contents.ts';
import type { OutputFolder } from './output-folder.ts';
import { foldersOf } from './portable-path.ts';
import { readRegularFile } from './regular-file.ts';
import { carryOver, linkFile } from './swap.ts';
import { isSystemError } from './system-error.ts';

/** The same modes whatever the umask, so that an archive of the site does not depend on who built it. */
const FILE_MODE = 0o644;
const FOLDER_MODE = 0o755;

/** Puts the site together in the scratch folder, which must not exist; the `same` files are not written anew. */
export async function fillScratch(options: {
  readonly folder: OutputFolder;
  readonly files: readonly OutputFile[];
  readonly contents: OutputContents;
  /** Paths of the files that stand in the output folder to the byte. */
  readonly same: ReadonlySet<string>;
}): Promise<void> {
  const { folder, files, contents, same } = options;
  const paths = files.map(({ path }) => path);
  const folders = ['', ...new Set(paths.flatMap(foldersOf))];
  await concurrently(folders, (path) => makeFolder(join(folder.scratch, path)));
  await concurrently(files, async ({ path, content }) => {
    const target = join(folder.scratch, path);
    // A second name for the same file keeps its time of change, by which many programs tell what to upload.
    if (!(same.has(path) && (await linkFile(join(folder.path, path), target))))
      await writeNew(target, bytesOf(content));
  });
  await carryOver(folder, contents.foreign);
  await writeNew(join(folder.scratch, MANIFEST), bytesOf(formatManifest(paths)));
}

/** The paths of those `files` that an earlier build left in `folder` with the same bytes. */
export async function findSame(
  folder: OutputFolder,
  files: readonly OutputFile[],
  contents: OutputContents,
): Promise<ReadonlySet<string>> {
  const known = files.filter(({ path }) => contents.own.has(path));
  const found = await concurrently(known, async ({ path, content }) => {
    const bytes = bytesOf(content);
    const reading = await readRegularFile(join(folder.path, path), bytes.length);
    return reading.kind === 'bytes' && Buffer.compare(reading.bytes, bytes) === 0 ? [path] : [];
  });
  return new Set(found.flat());
}

function bytesOf(content: OutputFile['content']): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', FILE_MODE);
  try {
    await handle.writeFile(bytes);
    await handle.chmod(FILE_MODE).catch(ignoreModelessDisk);
  } finally {
    await handle.close();
  }
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  await chmod(path, FOLDER_MODE).catch(ignoreModelessDisk);
}

/** Some disks (FAT, Windows disks seen from Linux) keep no modes and refuse to set one. */
function ignoreModelessDisk(error: unknown): void {
  if (!isSystemError(error)) throw error;
}
