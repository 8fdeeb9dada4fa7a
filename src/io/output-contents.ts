/** An output folder goes in; what it holds comes out, ours and not ours, or why nothing may be written over it. */
import { type Dirent, readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { MANIFEST, readManifest } from './manifest.ts';
import type { OutputFolder } from './output-folder.ts';
import { foldersAbove, foldersOf } from './portable-path.ts';
import { exists } from './presence.ts';

/** Something in the folder that no build of ours wrote. */
export interface ForeignEntry {
  readonly path: string;
  readonly kind: 'file' | 'link' | 'special';
}

/** Paths are relative to the folder, POSIX, spelled as on disk. The manifest itself belongs to neither. */
export interface OutputContents {
  /** Files that an earlier build wrote and that are still there. */
  readonly own: ReadonlySet<string>;
  readonly foreign: readonly ForeignEntry[];
  /** Files that an earlier build wrote, by its manifest. */
  readonly named: ReadonlySet<string>;
}

export type Inspection =
  | { readonly kind: 'accepted'; readonly contents: OutputContents }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Looks at what `folder` holds before the files at the `planned` paths may take its place. Changes nothing. */
export async function inspectOutput(folder: OutputFolder, planned: ReadonlySet<string>): Promise<Inspection> {
  const manifest = await readManifest(folder.path);
  if (manifest.kind === 'invalid') return { kind: 'refused', diagnostics: [manifestProblem(folder)] };
  if (manifest.kind === 'absent') {
    const names = (await exists(folder.path)) ? await readdir(folder.path) : [];
    if (names.length > 0) return { kind: 'refused', diagnostics: [strangersProblem(folder, names.sort())] };
  }
  const contents = await listContents(folder.path, manifest.kind === 'read' ? manifest.files : new Set());
  const specials = contents.foreign.filter(({ kind }) => kind === 'special');
  const diagnostics = [
    ...specials.map(({ path }) => specialProblem(folder, path)),
    ...collisions(contents.foreign, planned).map((path) => collisionProblem(folder, path)),
  ];
  return diagnostics.length > 0 ? { kind: 'refused', diagnostics } : { kind: 'accepted', contents };
}

/** What the folder at `path` holds, told apart by the paths that its manifest names. A missing folder holds nothing. */
export async function listContents(path: string, named: ReadonlySet<string>): Promise<OutputContents> {
  const own = new Set<string>();
  const foreign: ForeignEntry[] = [];
  // Step by step: Node's own way through many folders takes several times as long.
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(path, folder), { withFileTypes: true })) {
      const name = `${folder}${entry.name}`;
      if (entry.isDirectory()) visit(`${name}/`);
      else if (named.has(name)) own.add(name);
      else if (name !== MANIFEST) foreign.push({ path: name, kind: kindOf(entry) });
    }
  };
  if (await exists(path)) visit('');
  return { own, foreign: foreign.sort((a, b) => (a.path < b.path ? -1 : 1)), named };
}

export function kindOf(entry: Dirent): ForeignEntry['kind'] {
  return entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'special';
}

/** The foreign paths that cannot stay: a planned file has the same path, or the one would have to be a folder for the other. */
function collisions(foreign: readonly ForeignEntry[], planned: ReadonlySet<string>): readonly string[] {
  const folders = foldersAbove(planned);
  return foreign
    .map(({ path }) => path)
    .filter((path) => planned.has(path) || folders.has(path) || foldersOf(path).some((folder) => planned.has(folder)));
}

function strangersProblem(folder: OutputFolder, names: readonly string[]): Diagnostic {
  const shown = names.slice(0, 3).map((name) => `“${name}”`);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return {
    ruleId: 'output-not-empty',
    severity: 'error',
    place: { path: folder.shown },
    message: `The output folder “${folder.shown}” holds what no earlier build wrote: ${shown.join(', ')}${more}.`,
    hint: 'Name another folder with --out, or empty this one yourself if nothing in it is needed.',
  };
}

function manifestProblem(folder: OutputFolder): Diagnostic {
  return {
    ruleId: 'output-manifest-invalid',
    severity: 'error',
    place: { path: folder.shown },
    message: `The list of what the last build wrote, “${MANIFEST}” in the output folder “${folder.shown}”, has been altered and cannot be read.`,
    hint: 'Name another folder with --out, or delete this one yourself if nothing in it is needed.',
  };
}

function collisionProblem(folder: OutputFolder, path: string): Diagnostic {
  return {
    ruleId: 'output-file-collision',
    severity: 'error',
    place: { path: `${folder.shown}/${path}` },
    message: `“${path}” in the output folder “${folder.shown}” was put there by somebody else, and the site needs its place.`,
    hint: 'Move the file out of the output folder, or rename it.',
  };
}

function specialProblem(folder: OutputFolder, path: string): Diagnostic {
  return {
    ruleId: 'output-file-special',
    severity: 'error',
    place: { path: `${folder.shown}/${path}` },
    message: `“${path}” in the output folder “${folder.shown}” is a pipe, socket or device and cannot be kept.`,
    hint: 'Remove it from the output folder.',
  };
}
