/** What a build read, what it wrote and what came of it go in; the last comes out of a later build, if all the rest still stands. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../model/sha256.ts';
import { formatManifest, MANIFEST } from './manifest.ts';
import { type ForeignEntry, kindOf } from './output-contents.ts';
import { readOf, readStamps, type Stamps, writeOf } from './output-stamps.ts';
import { type Known, type Placed, stampAt, stampIfKept } from './place-files.ts';
import type { KnownFiles, ReadFile } from './read.ts';
import { type FileStamp, fileStamp, readRegularFile } from './regular-file.ts';
import type { PackFolder } from './result-packs.ts';
import type { SiteOutput } from './site-output.ts';
import { isSystemError } from './system-error.ts';

/** A build is found by all that bears on it: what was wished, the program and all files that it read. */
export interface RecordedBuild {
  readonly packs: PackFolder;
  readonly output: Pick<SiteOutput, 'path' | 'begun' | 'placed' | 'strangers'>;
  /** Plain data. */
  readonly wishes: unknown;
}

/** As it is written down, by what is known of each file. */
interface BuildRecord<Outcome> {
  readonly key: string;
  readonly begun: number;
  readonly inputs: readonly (readonly [native: string, sha256: string, stamp: FileStamp])[];
  /** Of the folder's files, which are written down beside it. */
  readonly stamps: string;
  readonly manifest: Known;
  readonly strangers: readonly string[];
  readonly outcome: Outcome;
}

/**
 * Milliseconds. Within so long before it was read, a file may have been written and changed again at one and the same time, as far
 * as the coarsest clock of a disk (FAT) can tell: such a file is known by its content alone.
 */
const TICK = 2000;

/** A build of which all that bore on it, and all files that it wrote, are as they were. */
export interface FoundRecord<Outcome> {
  readonly outcome: Outcome;
  readonly inputs: readonly Input[];
  readonly placed: readonly Placed[];
}

/** What is known of a file that was read. */
export type Input = Omit<ReadFile, 'bytes'>;

/**
 * `inputs`: the paths of all files that a build would read now; `suits` tells whether what came of the last one would do. Whatever it
 * is that cannot be read or is not whole: nothing is found.
 */
export async function findBuild<Outcome>(
  { packs, output, wishes }: RecordedBuild,
  { inputs, suits }: { readonly inputs: readonly string[]; readonly suits: (outcome: Outcome) => boolean },
): Promise<FoundRecord<Outcome> | undefined> {
  try {
    const record = readOf(output.path, 'builds', packs) as BuildRecord<Outcome> | undefined;
    if (record?.key !== keyOf(wishes) || !suits(record.outcome)) return undefined;
    const found = await recheck(record, inputs);
    if (found === undefined) return undefined;
    const placed = placedAsWritten(output.path, record, readStamps(output.path, packs));
    if (placed === undefined) return undefined;
    if (found.hasRead) write(output, { ...record, begun: output.begun, inputs: found.inputs }, packs);
    const read = found.inputs.map(([native, sha256, stamp]) => ({ native, sha256, stamp }));
    return { outcome: record.outcome, inputs: read, placed };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}

/** What the last build of an output has read, and is known not to have changed since. */
export function knownInputs({ packs, output }: Omit<RecordedBuild, 'wishes'>): KnownFiles {
  const record = readOf(output.path, 'builds', packs) as BuildRecord<unknown> | undefined;
  const known = new Map(record?.inputs.map(([native, sha256, stamp]) => [native, { sha256, stamp }] as const));
  return (native) => {
    const one = known.get(native);
    if (record === undefined || one === undefined || !isSettled(one.stamp, record)) return undefined;
    try {
      return isSame(fileStamp(lstatSync(native)), one.stamp) ? one : undefined;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return undefined;
    }
  };
}

/** `stamps`: the digest of what is known of the output's files. */
export function recordBuild<Outcome>(
  { packs, output, wishes }: RecordedBuild,
  { inputs, stamps, outcome }: { inputs: readonly Input[]; stamps: string; outcome: Outcome },
): void {
  if (packs.isReadOnly) return;
  const manifest = manifestOf(output);
  if (manifest === undefined) return;
  const record: BuildRecord<Outcome> = {
    key: keyOf(wishes),
    begun: output.begun,
    inputs: inputs.map(({ native, sha256, stamp }) => [native, sha256, stamp] as const),
    ...{ stamps, manifest, outcome },
    strangers: output.strangers().map(nameOf).sort(),
  };
  write(output, record, packs);
}

/** Undefined if it cannot be had, or names what is no part of the site: files of an earlier one that are gone. */
function manifestOf({ path, placed }: RecordedBuild['output']): Known | undefined {
  try {
    const stamp = stampAt(join(path, MANIFEST));
    const text = readFileSync(join(path, MANIFEST), 'utf8');
    const isWhole = text === formatManifest(placed().map((file) => file.path));
    return stamp === undefined || !isWhole ? undefined : { sha256: sha256(text), stamp };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}

function write(output: RecordedBuild['output'], record: BuildRecord<unknown>, packs: PackFolder): void {
  writeOf(output.path, { stage: 'builds', value: record }, packs);
}

/** The inputs as they are known now, and whether any had to be read to know it; undefined if they are not the same. */
async function recheck({ inputs, ...record }: BuildRecord<unknown>, now: readonly string[]) {
  const known = new Map(inputs.map(([native, ...one]) => [native, one] as const));
  if (known.size !== now.length) return undefined;
  const checked: BuildRecord<unknown>['inputs'][number][] = [];
  let hasRead = false;
  for (const native of now) {
    const [digest, stamp] = known.get(native) ?? [];
    if (digest === undefined || stamp === undefined) return undefined;
    if (isSettled(stamp, record) && isSame(fileStamp(lstatSync(native)), stamp)) {
      checked.push([native, digest, stamp]);
      continue;
    }
    hasRead = true;
    const reading = await readRegularFile(native);
    if (reading.kind !== 'bytes' || sha256(reading.bytes) !== digest) return undefined;
    checked.push([native, digest, reading.stamp]);
  }
  return { inputs: checked, hasRead };
}

/** All files, if each stands as it was written, and besides them nothing that was not there then. */
function placedAsWritten(
  path: string,
  { stamps, manifest, strangers }: BuildRecord<unknown>,
  known: Stamps,
): readonly Placed[] | undefined {
  if (known.digest !== stamps || stampIfKept(join(path, MANIFEST), manifest.sha256, manifest) === undefined)
    return undefined;
  const found: string[] = [];
  const placed: Placed[] = [];
  const visit = (folder: string): boolean =>
    readdirSync(join(path, folder), { withFileTypes: true }).every((entry) => {
      const name = `${folder}${entry.name}`;
      if (entry.isDirectory()) return visit(`${name}/`);
      const file = known.known.get(name);
      if (file === undefined) {
        if (name !== MANIFEST) found.push(nameOf({ path: name, kind: kindOf(entry) }));
        return true;
      }
      const stamp = stampIfKept(join(path, name), file.sha256, file);
      if (stamp !== undefined) placed.push({ path: name, sha256: file.sha256, isSame: true, stamp });
      return stamp !== undefined;
    });
  if (!visit('') || placed.length !== known.known.size) return undefined;
  return JSON.stringify(found.sort()) === JSON.stringify(strangers) ? placed : undefined;
}

function nameOf({ kind, path }: ForeignEntry): string {
  return `${kind} ${path}`;
}

function isSettled({ changed, touched }: FileStamp, { begun }: Pick<BuildRecord<unknown>, 'begun'>): boolean {
  return Math.max(changed, touched) < begun - TICK;
}

function isSame(a: FileStamp, b: FileStamp): boolean {
  return a.size === b.size && a.changed === b.changed && a.touched === b.touched && a.inode === b.inode;
}

function keyOf(wishes: unknown): string {
  return sha256(JSON.stringify(wishes));
}
