/** An output folder goes in; a site is written to it file by file, and takes its place as a whole at the end, or leaves no trace. */
import { rmdirSync, rmSync } from 'node:fs';
import { mkdir, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OutputFile, PlacedFile } from '../model/file.ts';
import { hasJournal } from './journal.ts';
import { type Lock, takeLock } from './lock.ts';
import { type ForeignEntry, inspectOutput } from './output-contents.ts';
import { locateOutput, type OutputFolder } from './output-folder.ts';
import { checkPaths } from './output-paths.ts';
import { busyProblem, leftoverProblem, unsettledProblem, unwritableProblem } from './output-problems.ts';
import { packed } from './packed.ts';
import { createPlacing, type Known, type Placed, stampIfKept, type Target } from './place-files.ts';
import { exists } from './presence.ts';
import { removeTree } from './remove-tree.ts';
import { completeScratch } from './scratch-site.ts';
import { recover, retire, swapIn } from './swap.ts';
import { isSystemError, type SystemError } from './system-error.ts';
import { updateSite } from './update-site.ts';

export interface Writing {
  /** Files that are new or differ from those of the last build. */
  readonly written: number;
  /** Files that are the same to the byte. */
  readonly unchanged: number;
  /** Files of the last build that the site has no more. */
  readonly removed: number;
  /** If any is an error, nothing was changed. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface SiteOutput {
  readonly target: Target;
  /** The output folder, links resolved. */
  readonly path: string;
  /** When the right to write was taken, by the clock of the disk, in milliseconds: what was written later may have changed since. */
  readonly begun: number;
  /** True, and these are a part of the site, if all of them stand in the output folder as an earlier build left them, of which `knownOf` tells. */
  keep(part: string, files: readonly PlacedFile[], knownOf: (path: string) => Known | undefined): boolean;
  /** Makes a part of the site what a placing has put into the scratch folder or found in the output folder. It takes the place of a `part` of that name. */
  add(part: string, placed: readonly Placed[]): void;
  /** Nothing can be written any more. */
  fail(error: SystemError): void;
  /** Puts the rest of the files there and the whole in the place of the output folder. */
  finish(files: readonly OutputFile[]): Promise<Writing>;
  /** All files of the site, after it was finished. */
  placed(): readonly Placed[];
  /** What else is in its folder. */
  strangers(): readonly ForeignEntry[];
  /** Leaves the output folder as it was. */
  abandon(): Promise<void>;
}

export type Opening =
  | { readonly kind: 'open'; readonly output: SiteOutput }
  | { readonly kind: 'refused'; readonly writing: Writing };

export interface OutputOptions {
  readonly out: string;
  /** The folder that holds the sources. */
  readonly root: string;
  /** Say what would be written, and write nothing. */
  readonly dryRun?: boolean;
}

/** What belongs to no part. */
const REST = '';

/** Takes the right to write until the output is finished or abandoned. */
export async function openOutput({ out, root, dryRun = false }: OutputOptions): Promise<Opening> {
  try {
    const location = await locateOutput({ out, root });
    if (location.kind === 'refused') return { kind: 'refused', writing: refused([location.diagnostic]) };
    const { folder } = location;
    if (dryRun)
      return {
        kind: 'open',
        output: createOutput(folder, { begun: 0, isRehearsal: true, release: async () => {} }),
      };
    return await openLocked(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: 'refused', writing: refused([unwritableProblem(out, error)]) };
  }
}

async function openLocked(folder: OutputFolder): Promise<Opening> {
  const created: string[] = [];
  let lock: Lock | undefined;
  // Whoever is stopped in the midst of it (Ctrl-C) has no time to wait.
  const clear = () => {
    try {
      // What a journal says is still to be done.
      if (!hasJournal(folder.scratch)) rmSync(folder.scratch, { recursive: true, force: true });
      rmSync(folder.lock, { force: true });
      for (const path of created) rmdirSync(path);
    } catch (error) {
      // The next build clears up.
      if (!isSystemError(error)) throw error;
    }
  };
  const release = async () => {
    process.off('exit', clear);
    // The lock of a process that has ended is taken over.
    if (lock?.kind === 'held') await lock.release().catch(ignoreRefusal);
    // Of the folders that lead there, those in which nothing came to stand.
    for (const path of created) await rmdir(path).catch(() => undefined);
  };
  try {
    for (const path of await missingFolders(dirname(folder.path))) {
      await mkdir(path);
      created.unshift(path);
    }
    lock = await takeLock(folder.lock);
    if (lock.kind === 'held') {
      process.on('exit', clear);
      await recover(folder);
      return {
        kind: 'open',
        output: createOutput(folder, { begun: lock.since, isRehearsal: false, release }),
      };
    }
  } catch (error) {
    await release();
    throw error;
  }
  await release();
  return { kind: 'refused', writing: refused([busyProblem(folder, lock.holder)]) };
}

interface Rights extends Pick<SiteOutput, 'begun'> {
  readonly isRehearsal: boolean;
  readonly release: () => Promise<void>;
}

function createOutput(folder: OutputFolder, { begun, isRehearsal, release }: Rights): SiteOutput {
  const target: Target = { path: folder.path, scratch: folder.scratch, isRehearsal };
  const parts = new Map<string, () => readonly Placed[]>();
  const placed = () => [...parts.values()].flatMap((take) => take());
  let strangers: readonly ForeignEntry[] = [];
  let failure: SystemError | undefined;
  const abandon = async () => {
    try {
      // What is left, the next build clears up.
      if (!isRehearsal && !hasJournal(folder.scratch)) await removeTree(folder.scratch).catch(ignoreRefusal);
    } finally {
      await release();
    }
  };
  return {
    ...{ target, path: folder.path, begun, placed },
    strangers: () => strangers,
    keep(part, files, knownOf) {
      const kept = files.flatMap(({ path, sha256 }): Placed[] => {
        const stamp = stampIfKept(join(folder.path, path), sha256, knownOf(path));
        return stamp === undefined ? [] : [{ path, sha256, isSame: true, stamp }];
      });
      if (kept.length < files.length) return false;
      parts.set(part, () => kept);
      return true;
    },
    add: (part, files) => void parts.set(part, packed(files)),
    fail(error) {
      failure ??= error;
    },
    abandon,
    async finish(files) {
      try {
        if (failure !== undefined) throw failure;
        const planned = checkPaths([...placed(), ...files].map(({ path }) => path));
        const inspection = await inspectOutput(folder, planned);
        if (inspection.kind === 'refused') return refused(inspection.diagnostics);
        strangers = inspection.contents.foreign;
        const rest = createPlacing(target)(files);
        parts.set(REST, () => rest);
        const all = placed();
        const unchanged = all.filter(({ isSame }) => isSame).length;
        const { contents } = inspection;
        const removed = [...contents.own].filter((path) => !planned.has(path));
        const counts = { written: all.length - unchanged, unchanged, removed: removed.length };
        const writing: Writing = { ...counts, diagnostics: [] };
        if (isRehearsal || (writing.written === 0 && writing.removed === 0)) return writing;
        if (await updateSite({ folder, placed: all, contents, removed })) return writing;
        await completeScratch({ folder, placed: all, contents });
        await swapIn(folder);
        return { ...writing, diagnostics: await retireLast(folder) };
      } catch (error) {
        if (!isSystemError(error)) throw error;
        return refused([problemOf(folder, error)]);
      } finally {
        await abandon();
      }
    },
  };
}

/** A journal that stands has been neither done nor taken back. */
function problemOf(folder: OutputFolder, error: SystemError): Diagnostic {
  return hasJournal(folder.scratch) ? unsettledProblem(folder, error) : unwritableProblem(folder.shown, error);
}

/** From here on the new site is in place: what goes wrong now is worth a word, and the next build tries again. */
async function retireLast(folder: OutputFolder): Promise<readonly Diagnostic[]> {
  try {
    await retire(folder);
    return [];
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [leftoverProblem(folder, error)];
  }
}

/** Outermost first. (`mkdir` itself could create them all, but never returns where nothing can be created.) */
async function missingFolders(path: string): Promise<readonly string[]> {
  return (await exists(path)) ? [] : [...(await missingFolders(dirname(path))), path];
}

function ignoreRefusal(error: unknown): void {
  if (!isSystemError(error)) throw error;
}

function refused(diagnostics: readonly Diagnostic[]): Writing {
  return { written: 0, unchanged: 0, removed: 0, diagnostics };
}
