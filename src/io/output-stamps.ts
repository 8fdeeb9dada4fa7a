/** An output folder goes in; by what its files are known to be those that were written comes out, and is written down. */
import { deserialize, serialize } from 'node:v8';
import { sha256 } from '../model/sha256.ts';
import { squeeze, unsqueeze, unwrap, wrap } from './cache-pack.ts';
import type { Known, Placed } from './place-files.ts';
import { type PackFolder, packPath, readBytes, writeBytes } from './result-packs.ts';

/** The group of the packs with what is known of output folders. No policy is called so. */
export const OUTPUTS = '';

/** Of so many folders, those that were written last. */
const KEPT = 3;

export interface Stamps {
  /** By the path of a file in the folder. */
  readonly known: ReadonlyMap<string, Known>;
  /** SHA-256 of all of it. */
  readonly digest: string;
}

/** `output`: its path. */
export function readStamps(output: string, folder: PackFolder): Stamps {
  const written = readOf(output, 'outputs', folder);
  const json = typeof written === 'string' ? written : '[]';
  const stamps: readonly [string, string, number, number, number][] = JSON.parse(json);
  const known = new Map(
    stamps.map(([path, sha256, size, changed, inode]) => [path, { sha256, stamp: { size, changed, inode } }] as const),
  );
  return { known, digest: sha256(json) };
}

/** Gives the digest of what was written. */
export function writeStamps(output: string, placed: readonly Placed[], folder: PackFolder): string {
  const json = JSON.stringify(
    placed.map(({ path, sha256, stamp }) => [path, sha256, stamp.size, stamp.changed, stamp.inode]),
  );
  writeOf(output, { stage: 'outputs', value: json }, folder);
  return sha256(json);
}

/** What was written down of the folder at `output` as this `stage`. */
export function readOf(output: string, stage: string, folder: PackFolder): unknown {
  const bytes = readAll(packPath(folder, OUTPUTS, stage), folder).get(output);
  return bytes === undefined ? undefined : unsqueeze(bytes);
}

/** Of each folder by itself: only one is asked for. */
function readAll(path: string, { program }: PackFolder): ReadonlyMap<string, Uint8Array> {
  const bytes = unwrap(readBytes(path), program);
  return bytes === undefined ? new Map() : deserialize(bytes);
}

/** `value`: plain data. */
export function writeOf(
  output: string,
  { stage, value }: { readonly stage: string; readonly value: unknown },
  folder: PackFolder,
): void {
  if (folder.isReadOnly) return;
  const path = packPath(folder, OUTPUTS, stage);
  const known = readAll(path, folder);
  const bytes = squeeze(value);
  if (Buffer.compare(bytes, known.get(output) ?? Buffer.of()) === 0) return;
  const others = [...known].filter(([key]) => key !== output).slice(0, KEPT - 1);
  writeBytes(path, wrap(serialize(new Map([[output, bytes], ...others])), folder.program), folder);
}
