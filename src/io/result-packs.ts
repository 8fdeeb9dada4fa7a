/** A folder goes in; results of earlier builds are found in its packs, and new ones are put there. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Job, Memory } from '../model/runner.ts';
import { sha256 } from '../model/sha256.ts';
import { formatPack, readPack } from './cache-pack.ts';
import { makeFoldersWithin } from './make-folders.ts';
import { isSystemError } from './system-error.ts';

const CACHE = '.promulgate/cache';

/** Where results are kept. */
export interface PackFolder {
  /** The root folder of the sources, which holds it. */
  readonly root: string;
  /** Of the program: another one has other results. */
  readonly program: string;
  readonly isReadOnly: boolean;
}

export interface PackedMemory {
  readonly memory: Memory;
  /** Writes what is not yet written, without what nobody asked for since the pack was opened. */
  putAway(): void;
}

/** The results of one stage for one group. */
interface Pack {
  readonly path: string;
  readonly entries: Map<string, unknown>;
  readonly used: Set<string>;
  isChanged: boolean;
}

/**
 * A result is found by all that it depends on: the job's input and the program's own files. Only one pack of a stage is in
 * memory; when work goes on to another group, the pack is put away with what was used of it. A folder that cannot be read or
 * written to only means that work is done anew.
 */
export function openPacks(folder: PackFolder): PackedMemory {
  const open = new Map<string, Pack>();
  const digests = new WeakMap<object, string>();
  const digestOfPart = (part: object) => {
    const digest = digests.get(part) ?? sha256(JSON.stringify(part));
    digests.set(part, digest);
    return digest;
  };
  const packFor = ({ stage, group }: Job): Pack => {
    const path = packPath(folder, group, stage);
    const last = open.get(stage);
    if (last?.path === path) return last;
    if (last !== undefined) putAway(last, folder);
    const pack = { path, entries: readEntries(path, folder), used: new Set<string>(), isChanged: false };
    open.set(stage, pack);
    return pack;
  };
  return {
    memory: {
      recall(job, work) {
        const pack = packFor(job);
        const key = sha256([folder.program, job.stage, ...job.input.map(digestOfPart)].join(' '));
        pack.used.add(key);
        if (!pack.entries.has(key)) {
          pack.entries.set(key, work());
          pack.isChanged = true;
        }
        return pack.entries.get(key) as ReturnType<typeof work>;
      },
    },
    putAway() {
      for (const pack of open.values()) putAway(pack, folder);
      open.clear();
    },
  };
}

/** The names of all packs of a group begin alike. */
export function packPath({ root }: PackFolder, group: string, stage: string): string {
  return join(root, CACHE, `${startOf(group)}-${stage}.pack`);
}

function startOf(group: string): string {
  return sha256(group).slice(0, 24);
}

/** Removes the packs of groups that are gone, and what a killed build left. */
export function removeOthers({ root, isReadOnly }: PackFolder, groups: Iterable<string>): void {
  if (isReadOnly) return;
  const path = join(root, CACHE);
  const starts = new Set([...groups].map(startOf));
  tolerating(() => {
    for (const name of readdirSync(path)) {
      if (name.includes('.pack') && !(name.endsWith('.pack') && starts.has(name.slice(0, 24)))) {
        rmSync(join(path, name), { force: true });
      }
    }
  });
}

/** None if the pack cannot be read or is not whole. */
function readEntries(path: string, { program }: PackFolder): Map<string, unknown> {
  return readPack(readBytes(path), program);
}

/** Replaces the pack; says nothing where that is not allowed. */
function writeEntries(path: string, entries: ReadonlyMap<string, unknown>, folder: PackFolder): void {
  if (!folder.isReadOnly) writeBytes(path, formatPack(entries, folder.program), folder);
}

/** Undefined if the file at `path` cannot be read. */
export function readBytes(path: string): Uint8Array | undefined {
  return tolerating(() => readFileSync(path));
}

/** Replaces the file at `path`, in the folder of packs; says nothing where that is not allowed. */
export function writeBytes(path: string, bytes: Uint8Array, folder: PackFolder): void {
  if (folder.isReadOnly) return;
  tolerating(() => {
    if (makeFoldersWithin(folder.root, CACHE)) ignoreInGit(join(folder.root, CACHE));
    replaceFile(path, bytes);
  });
}

function putAway({ path, entries, used, isChanged }: Pack, folder: PackFolder): void {
  const kept = new Map([...entries].filter(([key]) => used.has(key)));
  if (isChanged || kept.size < entries.size) writeEntries(path, kept, folder);
}

/** Nobody is to commit it by accident. */
function ignoreInGit(folder: string): void {
  writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
}

/** Renaming makes the file whole for whoever reads it at that moment, another build for example. */
function replaceFile(path: string, bytes: Uint8Array): void {
  const scratch = `${path}.${randomUUID()}`;
  try {
    writeFileSync(scratch, bytes, { flag: 'wx' });
    renameSync(scratch, path);
  } finally {
    rmSync(scratch, { force: true });
  }
}

function tolerating<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}
