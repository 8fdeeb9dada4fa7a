/** The root folder goes in; the bytes of its policies and of its theme come out, with a problem for each file that cannot be had. */
import { lstat, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/file.ts';
import { sha256 } from '../model/sha256.ts';
import { concurrently } from './concurrently.ts';
import {
  type Listing,
  type Located,
  linkProblem,
  listFolder,
  specialProblem,
  unreadableProblem,
} from './folder-listing.ts';
import { createHolder } from './held-files.ts';
import { toPosixPath } from './portable-path.ts';
import { type FileStamp, readRegularFile } from './regular-file.ts';
import { isAbsence, isSystemError } from './system-error.ts';
import { type KnownFile, UnreadFile } from './unread-file.ts';

export interface Reading {
  /** In the code-unit order of their paths. */
  readonly files: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Where they were read from, those too that others have shadowed. */
  readonly read: readonly ReadFile[];
}

/** A file as it was when it was read. */
export interface ReadFile {
  /** Its path on disk. */
  readonly native: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly stamp: FileStamp;
}

export interface ThemeReading extends Reading {
  /** Whether any file is the site's own. */
  readonly isOwn: boolean;
}

const MEGABYTE = 1_000_000;

/** No file larger than this is read, whatever it is: in bytes. */
const LARGEST_FILE = 5 * MEGABYTE;

/** By the path of a file on disk: what is in it, if that is known without reading it. */
export type KnownFiles = (native: string) => KnownFile | undefined;

/** Reads everything below `<root>/policies/`; paths are relative to `root`. What is known is read when it is asked for. Throws only for faults of ours. */
export async function readSources(root: string, known: KnownFiles = () => undefined): Promise<Reading> {
  const folder = { native: join(resolve(root), 'policies'), path: 'policies' };
  switch (await kindOf(folder.native)) {
    case 'folder':
      return await readFolder(folder, { hold: createHolder(), known });
    case 'link':
      return { files: [], diagnostics: [linkProblem(folder.path)], read: [] };
    default:
      return { files: [], diagnostics: [noPoliciesProblem(resolve(root))], read: [] };
  }
}

/**
 * Reads the theme: the files of the `defaultTheme` folder, each replaced by the file of the same path below
 * `<root>/templates/` if there is one, and those that only the latter has. Paths are relative to the theme's folder.
 */
export async function readTheme(options: {
  readonly defaultTheme: string;
  readonly root: string;
}): Promise<ThemeReading> {
  const { base, own } = await locateThemes(options);
  const kind = await kindOf(own.native);
  if (kind === 'link') return { files: [], diagnostics: [linkProblem(own.path)], read: [], isOwn: true };
  if (kind !== 'folder') return { ...relativeTo(base, await readFolder(base)), isOwn: false };
  const theme = relativeTo(own, await readFolder(own));
  if ((await realpath(own.native)) === base.native) return { ...theme, isOwn: true };
  const defaults = relativeTo(base, await readFolder(base));
  const files = new Map([...defaults.files, ...theme.files].map((file) => [file.path, file]));
  return {
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    diagnostics: [...defaults.diagnostics, ...theme.diagnostics],
    read: [...defaults.read, ...theme.read],
    isOwn: true,
  };
}

async function locateThemes({ defaultTheme, root }: { readonly defaultTheme: string; readonly root: string }) {
  return {
    base: { native: await realpath(defaultTheme), path: toPosixPath(resolve(defaultTheme)) },
    own: { native: join(resolve(root), 'templates'), path: 'templates' },
  };
}

/**
 * All files that `readSources` and `readTheme` would read, called as problems call them; where a site has a template of its own,
 * that is the last of its name. Undefined if there is anything wrong with a folder.
 */
export async function listInputs(options: {
  readonly defaultTheme: string;
  readonly root: string;
}): Promise<readonly Located[] | undefined> {
  const { base, own } = await locateThemes(options);
  const sources = { native: join(resolve(options.root), 'policies'), path: 'policies' };
  const isSame = (await realpath(own.native).catch(() => undefined)) === base.native;
  const folders = [...(isSame ? [] : [{ ...base, path: own.path }]), own, sources];
  const listings: Listing[] = [];
  for (const folder of folders) {
    const kind = await kindOf(folder.native);
    if (kind === 'link' || (kind !== 'folder' && folder === sources)) return undefined;
    if (kind === 'folder') listings.push(await listFolder(folder));
  }
  if (listings.some(({ diagnostics }) => diagnostics.length > 0)) return undefined;
  return listings.flatMap(({ files }) => files);
}

interface Means {
  /** How the files of a folder are held. */
  readonly hold: ReturnType<typeof createHolder>;
  readonly known: KnownFiles;
}

const PLAINLY: Means = { hold: (files) => files, known: () => undefined };

async function readFolder(folder: Located, { hold, known }: Means = PLAINLY): Promise<Reading> {
  const listing = await listFolder(folder);
  const read: (SourceFile & ReadFile)[] = [];
  const diagnostics = [...listing.diagnostics];
  for (const files of inOneFolder(listing.files)) {
    const unknown: Located[] = [];
    for (const file of files) {
      const one = known(file.native);
      if (one === undefined) unknown.push(file);
      else read.push(new UnreadFile(file, one));
    }
    const outcomes = await concurrently(unknown, readListed);
    read.push(...hold(outcomes.flatMap((outcome) => ('bytes' in outcome ? [outcome] : []))));
    diagnostics.push(...outcomes.flatMap((outcome) => ('bytes' in outcome ? [] : [outcome])));
  }
  read.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: read, read, diagnostics };
}

function inOneFolder(files: readonly Located[]): Located[][] {
  const folders = new Map<string, Located[]>();
  for (const file of files) {
    const name = file.path.slice(0, file.path.lastIndexOf('/'));
    const folder = folders.get(name) ?? [];
    folder.push(file);
    folders.set(name, folder);
  }
  return [...folders.values()];
}

async function readListed({ native, path }: Located): Promise<(SourceFile & ReadFile) | Diagnostic> {
  const reading = await readRegularFile(native, LARGEST_FILE);
  switch (reading.kind) {
    case 'bytes':
      return { path, native, bytes: reading.bytes, sha256: sha256(reading.bytes), stamp: reading.stamp };
    case 'special':
      return specialProblem(path);
    case 'too-large':
      return sizeProblem(path, reading.size);
    case 'absent':
      return unreadableProblem(path, 'it cannot be found under its name');
    case 'unreadable':
      return unreadableProblem(path, reading.reason);
  }
}

function relativeTo(folder: Located, reading: Reading): Reading {
  const start = folder.path.length + 1;
  return { ...reading, files: reading.files.map(({ path, bytes }) => ({ path: path.slice(start), bytes })) };
}

async function kindOf(path: string): Promise<'folder' | 'link' | 'other' | 'absent'> {
  try {
    const stats = await lstat(path);
    return stats.isDirectory() ? 'folder' : stats.isSymbolicLink() ? 'link' : 'other';
  } catch (error) {
    if (isAbsence(error)) return 'absent';
    // A folder that may not be looked at is found unreadable, with its reason, when it is listed.
    if (isSystemError(error)) return 'folder';
    throw error;
  }
}

function noPoliciesProblem(root: string): Diagnostic {
  return {
    ruleId: 'site-no-policies-folder',
    severity: 'error',
    place: { path: 'policies' },
    message: `There is no folder “policies” in ${root}.`,
    hint: 'Start the program in the folder that holds “policies”, or name that folder with --root.',
  };
}

function sizeProblem(path: string, size: number): Diagnostic {
  // Rounded up, so that a file just above the limit is not said to be of the limit's size.
  const megabytes = Math.ceil((size / MEGABYTE) * 10) / 10;
  return {
    ruleId: 'file-too-large',
    severity: 'error',
    place: { path },
    message: `“${path}” is ${megabytes} MB large; no file of more than ${LARGEST_FILE / MEGABYTE} MB is read.`,
    hint: 'Split it, or keep it elsewhere and link to it.',
  };
}
