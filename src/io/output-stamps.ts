/** An output folder goes in; by what its files are known to be those that were written comes out, and is written down. */
import type { Known, Placed } from './place-files.ts';
import { type PackFolder, packPath, readEntries, writeEntries } from './result-packs.ts';

/** The group of the pack with what is known of output folders. No policy is called so. */
export const OUTPUTS = '';

/** Of so many folders, those that were written last. */
const KEPT = 3;

/** `output`: its path. Gives what is known by the path of a file in it. */
export function readStamps(output: string, folder: PackFolder): (path: string) => Known | undefined {
  const json = entriesIn(folder).get(keyOf(output));
  const stamps: { [path: string]: readonly [string, number, number, number] } =
    typeof json === 'string' ? JSON.parse(json) : {};
  return (path) => {
    if (!Object.hasOwn(stamps, path) || stamps[path] === undefined) return undefined;
    const [sha256, size, changed, inode] = stamps[path];
    return { sha256, stamp: { size, changed, inode } };
  };
}

export function writeStamps(output: string, placed: readonly Placed[], folder: PackFolder): void {
  const stamps = placed.map(({ path, sha256, stamp }) => [path, [sha256, stamp.size, stamp.changed, stamp.inode]]);
  const json = JSON.stringify(Object.fromEntries(stamps));
  const known = entriesIn(folder);
  if (known.get(keyOf(output)) === json) return;
  const others = [...known].filter(([key]) => key !== keyOf(output)).slice(0, KEPT - 1);
  writeEntries(pathIn(folder), new Map<string, unknown>([[keyOf(output), json], ...others]), folder);
}

function entriesIn(folder: PackFolder): Map<string, unknown> {
  return readEntries(pathIn(folder), folder);
}

function pathIn(folder: PackFolder): string {
  return packPath(folder, OUTPUTS, 'outputs');
}

/** Keys have no spaces. */
function keyOf(output: string): string {
  return encodeURIComponent(output);
}
