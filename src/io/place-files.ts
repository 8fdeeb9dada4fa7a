/** Finished files go in; each that the output folder lacks stands in the scratch folder afterwards, and what is known of each comes out. */
import {
  chmodSync,
  closeSync,
  fchmodSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputFile, PlacedFile } from '../model/file.ts';
import { sha256 } from '../model/sha256.ts';
import { isAbsence, isSystemError } from './system-error.ts';

/** Where files are put: plain data, so that threads can be told of it. */
export interface Target {
  /** The output folder, which is only read. */
  readonly path: string;
  readonly scratch: string;
  /** Only say what would be written. */
  readonly isRehearsal: boolean;
}

/** By which a file is known to be the one that was written: nobody has changed it since. */
export interface Stamp {
  readonly size: number;
  /** Milliseconds, with fractions. */
  readonly changed: number;
  readonly inode: number;
}

/** What is known of a file that was written. */
export type Known = Pick<Placed, 'sha256' | 'stamp'>;

export interface Placed extends PlacedFile {
  /** It stands in the output folder already, to the byte. */
  readonly isSame: boolean;
  readonly stamp: Stamp;
}

/** The same modes whatever the umask, so that an archive of the site does not depend on who built it. */
const FILE_MODE = 0o644;
const FOLDER_MODE = 0o755;

/** Known to be there: about those of ten policies. */
const MOST_FOLDERS = 1000;

/** Puts files into the scratch folder, which may have been begun by others at the same time. */
export function createPlacing(target: Target): (files: readonly OutputFile[]) => Placed[] {
  const folders = new Set<string>();
  const makeFolder = (path: string): void => {
    if (folders.has(path)) return;
    // Those of policies that were made are asked for no more.
    if (folders.size >= MOST_FOLDERS) folders.clear();
    if (path !== target.scratch) makeFolder(dirname(path));
    makeWithMode(path);
    folders.add(path);
  };
  return (files) =>
    files.map(({ path, content }): Placed => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const digest = sha256(bytes);
      const stamp = sameFile(join(target.path, path), bytes);
      if (stamp !== undefined) return { path, sha256: digest, isSame: true, stamp };
      if (target.isRehearsal) return { path, sha256: digest, isSame: false, stamp: { size: 0, changed: 0, inode: 0 } };
      const scratch = join(target.scratch, path);
      makeFolder(dirname(scratch));
      // Pages may be made again, once it is known what they lead to.
      rmSync(scratch, { force: true });
      return { path, sha256: digest, isSame: false, stamp: writeNew(scratch, bytes) };
    });
}

/** The stamp of the file at `path` if it is the one that was written there: by the stamp it had then, or else by its digest. */
export function stampIfKept(path: string, digest: string, known: Known | undefined): Stamp | undefined {
  const stamp = stampAt(path);
  if (stamp === undefined || known?.sha256 !== digest || stamp.size !== known.stamp.size) return undefined;
  if (stamp.changed === known.stamp.changed && stamp.inode === known.stamp.inode) return stamp;
  return sha256(readFileSync(path)) === digest ? stamp : undefined;
}

/** Makes the folder at `path`, which may be there already; what else stands there, be it a link to one, is an error. */
export function makeWithMode(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EEXIST' || !lstatSync(path).isDirectory()) throw error;
    return;
  }
  tolerating(() => chmodSync(path, FOLDER_MODE));
}

export function writeNew(path: string, bytes: Uint8Array): Stamp {
  const file = openSync(path, 'wx', FILE_MODE);
  try {
    writeFileSync(file, bytes);
    tolerating(() => fchmodSync(file, FILE_MODE));
    const { size, mtimeMs, ino } = fstatSync(file);
    return { size, changed: mtimeMs, inode: ino };
  } finally {
    closeSync(file);
  }
}

function sameFile(path: string, bytes: Uint8Array): Stamp | undefined {
  const stamp = stampAt(path);
  if (stamp?.size !== bytes.length) return undefined;
  try {
    return Buffer.compare(readFileSync(path), bytes) === 0 ? stamp : undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    // What may not be read is replaced.
    return undefined;
  }
}

/** Undefined if no regular file is there. Links are not followed. */
export function stampAt(path: string): Stamp | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? { size: stats.size, changed: stats.mtimeMs, inode: stats.ino } : undefined;
  } catch (error) {
    if (!isAbsence(error)) throw error;
    return undefined;
  }
}

/** Some disks (FAT, Windows disks seen from Linux) keep no modes and refuse to set one. */
function tolerating(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
