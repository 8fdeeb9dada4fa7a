/** The files of a finished site and a folder go in; the folder holds that site whole afterwards, or is what it was before. */
import { mkdir, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OutputFile } from '../model/file.ts';
import { takeLock } from './lock.ts';
import { MANIFEST } from './manifest.ts';
import { inspectOutput, type OutputContents } from './output-contents.ts';
import { locateOutput, type OutputFolder } from './output-folder.ts';
import { foldersOf, foldName, isContained } from './portable-path.ts';
import { exists } from './presence.ts';
import { removeTree } from './remove-tree.ts';
import { fillScratch, findSame } from './scratch-site.ts';
import { recover, retire, swapIn } from './swap.ts';
import { isSystemError, reasonWithPath, type SystemError } from './system-error.ts';

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

/**
 * Writes a site to the folder `out`: puts it together beside that folder and swaps it in by renaming. A folder that
 * holds this very site is left alone. `root` is the folder that holds the sources. Throws if a path among `files` is
 * unfit, which is a fault of ours.
 */
export async function writeSite(options: {
  readonly files: readonly OutputFile[];
  readonly out: string;
  readonly root: string;
  /** Say what would be written, and write nothing. */
  readonly dryRun?: boolean;
}): Promise<Writing> {
  const planned = checkPaths(options.files);
  try {
    const location = await locateOutput(options);
    if (location.kind === 'refused') return refused([location.diagnostic]);
    const request = { folder: location.folder, files: options.files, planned };
    return await (options.dryRun ? rehearse(request) : withParent(location.folder, () => writeLocked(request)));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return refused([unwritableProblem(options.out, error)]);
  }
}

interface Request {
  readonly folder: OutputFolder;
  readonly files: readonly OutputFile[];
  /** The paths of `files`. */
  readonly planned: ReadonlySet<string>;
}

async function rehearse(request: Request): Promise<Writing> {
  const inspection = await inspectOutput(request.folder, request.planned);
  if (inspection.kind === 'refused') return refused(inspection.diagnostics);
  return (await compare(request, inspection.contents)).writing;
}

async function writeLocked(request: Request): Promise<Writing> {
  const { folder, files, planned } = request;
  const lock = await takeLock(folder.lock);
  if (lock.kind === 'busy') return refused([busyProblem(folder, lock.holder)]);
  try {
    await recover(folder);
    const inspection = await inspectOutput(folder, planned);
    if (inspection.kind === 'refused') return refused(inspection.diagnostics);
    const { contents } = inspection;
    const { same, writing } = await compare(request, contents);
    if (writing.written === 0 && writing.removed === 0) return writing;
    await fillScratch({ folder, files, contents, same });
    await swapIn(folder);
    return { ...writing, diagnostics: await retireLast(folder) };
  } catch (error) {
    await removeTree(folder.scratch);
    throw error;
  } finally {
    await lock.release();
  }
}

async function compare({ folder, files, planned }: Request, contents: OutputContents) {
  const same = await findSame(folder, files, contents);
  const removed = [...contents.own].filter((path) => !planned.has(path)).length;
  const writing: Writing = { written: files.length - same.size, unchanged: same.size, removed, diagnostics: [] };
  return { same, writing };
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

/** Creates the folders that lead to the output folder, and removes them again if nothing came to stand in them. */
async function withParent(folder: OutputFolder, work: () => Promise<Writing>): Promise<Writing> {
  const created: string[] = [];
  try {
    for (const path of await missingFolders(dirname(folder.path))) {
      await mkdir(path);
      created.unshift(path);
    }
    return await work();
  } finally {
    for (const path of created) await rmdir(path).catch(() => undefined);
  }
}

/** Outermost first. (`mkdir` itself could create them all, but never returns where nothing can be created.) */
async function missingFolders(path: string): Promise<readonly string[]> {
  return (await exists(path)) ? [] : [...(await missingFolders(dirname(path))), path];
}

function checkPaths(files: readonly OutputFile[]): ReadonlySet<string> {
  const paths = files.map(({ path }) => path);
  const unfit = paths.find((path) => !isContained(path) || foldName(path) === MANIFEST);
  if (unfit !== undefined) throw new Error(`Not a path within the output folder: ${JSON.stringify(unfit)}`);
  const names = new Set(paths.map(foldName));
  const folders = new Set(paths.flatMap(foldersOf).map(foldName));
  if (paths.length === 0) throw new Error('A site without a file is not written');
  if (names.size < paths.length) throw new Error('Two files of the site have the same path');
  if (paths.some((path) => folders.has(foldName(path))))
    throw new Error('A file and a folder of the site share a path');
  return new Set(paths);
}

function refused(diagnostics: readonly Diagnostic[]): Writing {
  return { written: 0, unchanged: 0, removed: 0, diagnostics };
}

function unwritableProblem(out: string, error: SystemError): Diagnostic {
  return {
    ruleId: 'output-not-writable',
    severity: 'error',
    place: { path: out },
    message: `The site cannot be written to “${out}”: ${reasonWithPath(error)}. Nothing was changed.`,
    hint: 'The site is put together beside that folder and then takes its place: both must be allowed. Or name another folder with --out.',
  };
}

function busyProblem(folder: OutputFolder, holder: string): Diagnostic {
  const who = holder === '' ? 'Another build' : `Another build (process ${holder})`;
  return {
    ruleId: 'output-busy',
    severity: 'error',
    place: { path: folder.shown },
    message: `${who} is writing to “${folder.shown}” at this moment. Nothing was changed.`,
    hint: `Wait until it has ended, then build again. If no build is running, delete the file ${folder.lock}.`,
  };
}

function leftoverProblem(folder: OutputFolder, error: SystemError): Diagnostic {
  return {
    ruleId: 'output-leftover',
    severity: 'warning',
    place: { path: folder.shown },
    message: `The site is written, but the one before it could not be cleared away from ${folder.previous}: ${reasonWithPath(error)}.`,
    hint: 'The next build tries again; or delete that folder yourself.',
  };
}
