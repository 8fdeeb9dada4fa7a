/** The scratch folder with what is new, and what the output folder holds, go in; where few files differ, these alone are exchanged, all or none. */
import { accessSync, constants, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../model/sha256.ts';
import { concurrently } from './concurrently.ts';
import { BOTH_MANIFESTS, OLD, type Put, type Step, writeJournal } from './journal.ts';
import { formatManifest, MANIFEST } from './manifest.ts';
import type { OutputContents } from './output-contents.ts';
import type { OutputFolder } from './output-folder.ts';
import { makeWithMode, type Placed, writeNew } from './place-files.ts';
import { foldersAbove, foldName } from './portable-path.ts';
import { replay } from './replay.ts';
import { linkOrCopy } from './swap.ts';
import { isSystemError } from './system-error.ts';

/** The most of its files, as a part of all, of which a site is changed one by one: beyond, a whole exchange is as quick. */
const FEW = 1 / 2;

/** And the most of them in all: beyond, it would take more than an instant, in which visitors could see something of both sites. */
const MOST = 2000;

export interface Update {
  readonly folder: OutputFolder;
  /** All files of the site. */
  readonly placed: readonly Placed[];
  readonly contents: OutputContents;
  /** Files of the last build that the site has no more. */
  readonly removed: readonly string[];
}

/**
 * Gives false, with nothing changed, where the site as a whole has to take the place of the last one. Before a file is touched, a
 * journal says all that is to be done; so a build that is killed is finished by the next one. If it fails, it is taken back.
 */
export async function updateSite(update: Update): Promise<boolean> {
  const changed = update.placed.filter(({ isSame }) => !isSame);
  if (!isFit(update, changed)) return false;
  const { folder } = update;
  makeWithMode(folder.scratch);
  await keepOld(update, changed);
  const [first, last] = manifestsOf(update);
  const steps: readonly Step[] = [
    ...first,
    ...inOrder(changed, update.contents.own).map(({ path, sha256, stamp }) => putting(path, sha256, stamp.inode)),
    ...update.removed.map((path) => ({ kind: 'remove', path }) as const),
    ...last,
  ];
  writeJournal(folder.scratch, steps);
  replay(folder, steps);
  return true;
}

function isFit(update: Update, changed: readonly Placed[]): boolean {
  const { folder, placed, contents, removed } = update;
  const touched = [...changed.map(({ path }) => path), ...removed];
  const folders = ['', ...foldersAbove(touched)];
  return (
    touched.length <= Math.min(FEW * placed.length, MOST) &&
    placed.every(({ path, isSame }) => !isSame || contents.own.has(path)) &&
    !changesSpelling(
      changed.map(({ path }) => path).filter((path) => !contents.own.has(path)),
      removed,
    ) &&
    touched.every((path) => isFileOrNothing(join(folder.path, path))) &&
    folders.every((path) => isOpenOrNothing(join(folder.path, path)))
  );
}

/** Some disks take two spellings for one name: what was put under the one would be removed under the other. */
function changesSpelling(added: readonly string[], removed: readonly string[]): boolean {
  const namesOf = (paths: readonly string[]) => [...paths, ...foldersAbove(paths)];
  const spelled = new Map(namesOf(removed).map((name) => [foldName(name), name]));
  return namesOf(added).some((name) => (spelled.get(foldName(name)) ?? name) !== name);
}

function isFileOrNothing(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() !== false;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}

/** A folder in which files can be exchanged. */
function isOpenOrNothing(path: string): boolean {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) accessSync(path, constants.W_OK | constants.X_OK);
    return stats?.isDirectory() !== false;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}

/** Gives a second name to all that will be replaced or removed, by which it can be put back. */
async function keepOld({ folder, contents, removed }: Update, changed: readonly Placed[]): Promise<void> {
  const replaced = changed.map(({ path }) => path).filter((path) => contents.own.has(path));
  const paths = [MANIFEST, ...replaced, ...removed];
  const kept = join(folder.scratch, OLD);
  const folders = [...foldersAbove(paths)].sort((a, b) => a.length - b.length);
  for (const above of ['', ...folders]) makeWithMode(join(kept, above));
  await concurrently(paths, (path) => linkOrCopy(join(folder.path, path), join(kept, path)));
}

/** What is ours stands in the manifest at any moment: what comes before it is there, and what goes until it is gone. */
function manifestsOf({ folder, placed, contents }: Update): readonly [first: readonly Put[], last: readonly Put[]] {
  const paths = placed.map(({ path }) => path);
  const planned = new Set(paths);
  const write = (from: string, names: readonly string[]): Put => {
    const bytes = Buffer.from(formatManifest(names));
    const { inode } = writeNew(join(folder.scratch, from), bytes);
    return { ...putting(MANIFEST, sha256(bytes), inode), from };
  };
  const hasNew = paths.some((path) => !contents.named.has(path));
  const gone = [...contents.named].filter((path) => !planned.has(path));
  if (gone.length === 0) return [hasNew ? [write(MANIFEST, paths)] : [], []];
  return [hasNew ? [write(BOTH_MANIFESTS, [...paths, ...gone])] : [], [write(MANIFEST, paths)]];
}

function putting(path: string, sha256: string, inode: number): Put {
  return { kind: 'put', from: path, path, sha256, inode };
}

/** What others lead to comes first: new files, new pages, then pages from the deepest up to the first of all. */
function inOrder(changed: readonly Placed[], own: ReadonlySet<string>): readonly Placed[] {
  const rankOf = (path: string) => (own.has(path) ? 2 : path.endsWith('.html') ? 1 : 0);
  const depthOf = (path: string) => path.split('/').length;
  return [...changed].sort((a, b) => rankOf(a.path) - rankOf(b.path) || depthOf(b.path) - depthOf(a.path));
}
