/** The journal of an output folder goes in; what it says is done there afterwards, as a whole, or what had been done of it is taken back. */
import { existsSync, lstatSync, readFileSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../model/sha256.ts';
import { closeJournal, hasJournal, OLD, type Put, readJournal, type Step, turnBack } from './journal.ts';
import { MANIFEST } from './manifest.ts';
import type { OutputFolder } from './output-folder.ts';
import { makeWithMode, stampAt } from './place-files.ts';
import { foldersOf } from './portable-path.ts';
import { isAbsence, isSystemError } from './system-error.ts';

/** Does what a whole journal of `steps` says. If that fails, the output folder is what it was, and the reason is thrown. */
export function replay(folder: OutputFolder, steps: readonly Step[]): void {
  try {
    for (const step of steps) {
      if (step.kind === 'put') put(folder, step);
      else remove(folder, step.path);
    }
    closeJournal(folder.scratch);
  } catch (error) {
    turnBack(folder.scratch);
    takeBack(folder, steps);
    throw error;
  }
}

/**
 * Finishes what a killed build has begun, or takes it back if it cannot be finished. Each step can be done twice, so that a kill in
 * the midst of it does no harm. A journal of a site that somebody has removed since, or that nobody can read, is closed unread.
 */
export async function settleJournal(folder: OutputFolder): Promise<void> {
  // Whatever lies behind a link is none of ours.
  if (!leadsThere(folder.scratch, '.')) return;
  const journal = await readJournal(folder.scratch);
  if (journal !== undefined && existsSync(join(folder.path, MANIFEST))) {
    const { isBack, steps } = journal;
    const isForward = !isBack && canFinish(folder, steps);
    if (!isBack && !isForward) turnBack(folder.scratch);
    if (isForward) finish(folder, steps);
    else takeBack(folder, steps);
  }
  closeJournal(folder.scratch);
}

function finish(folder: OutputFolder, steps: readonly Step[]): void {
  try {
    replay(folder, steps);
  } catch (error) {
    if (!isSystemError(error) || hasJournal(folder.scratch)) throw error;
  }
}

/** Each file that is to be put is whole, be it here or there. */
function canFinish(folder: OutputFolder, steps: readonly Step[]): boolean {
  // Of one path it is the last that counts.
  const last = new Map(steps.map((step) => [step.path, step]));
  return [...last.values()].every(
    (step) =>
      step.kind === 'remove' ||
      digestAt(join(folder.scratch, step.from)) === step.sha256 ||
      digestAt(join(folder.path, step.path)) === step.sha256,
  );
}

function put(folder: OutputFolder, { from, path }: Put): void {
  const [source, target] = [join(folder.scratch, from), join(folder.path, path)];
  // It was put there before the build was killed.
  if (!stands(source)) return;
  if (!leadsThere(folder.scratch, from) || !leadsThere(folder.path, path)) throw takenError(target);
  makeFolders(folder, path);
  if (!stands(join(folder.scratch, OLD, path)) && stands(target)) throw takenError(target);
  renameSync(source, target);
}

function remove(folder: OutputFolder, path: string): void {
  const target = join(folder.path, path);
  if (!leadsThere(folder.path, path)) throw takenError(target);
  if (stands(target)) unlinkSync(target);
  removeEmpty(folder.path, dirname(path));
}

/** Leaves alone what is not as the journal would have made it: somebody else did that, or it was never touched. */
function takeBack(folder: OutputFolder, steps: readonly Step[]): void {
  for (const step of [...steps].reverse()) {
    const [old, target] = [join(folder.scratch, OLD, step.path), join(folder.path, step.path)];
    if (!leadsThere(folder.path, step.path) || !leadsThere(folder.scratch, `${OLD}/${step.path}`)) continue;
    if (stands(target) && !(step.kind === 'put' && isOurs(target, step))) continue;
    if (stands(old)) {
      makeFolders(folder, step.path);
      renameSync(old, target);
    } else remove(folder, step.path);
  }
  closeJournal(folder.scratch);
}

/** By its inode too: when the power fails, a name may outlive what it stood for. */
function isOurs(path: string, put: Put): boolean {
  return stampAt(path)?.inode === put.inode || digestAt(path) === put.sha256;
}

function digestAt(path: string): string | undefined {
  return stampAt(path) === undefined ? undefined : sha256(readFileSync(path));
}

/** False if `root` or a folder on the way from it to `path` is a link, or a file: what it leads to is somebody else's. */
function leadsThere(root: string, path: string): boolean {
  return ['.', ...foldersOf(path)].every(
    (above) => lstatSync(join(root, above), { throwIfNoEntry: false })?.isDirectory() !== false,
  );
}

function stands(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function takenError(path: string): Error {
  return Object.assign(new Error(`EEXIST: rename '${path}'`), { code: 'EEXIST', syscall: 'rename', path });
}

function makeFolders(folder: OutputFolder, path: string): void {
  for (const above of foldersOf(path)) makeWithMode(join(folder.path, above));
}

/** The folder at `path` below `root` if nothing is in it, and those above it that held nothing else. */
function removeEmpty(root: string, path: string): void {
  if (path === '.') return;
  try {
    rmdirSync(join(root, path));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    // One that is gone already may have been the last of the one above.
    if (!isAbsence(error)) return;
  }
  removeEmpty(root, dirname(path));
}
