/** The output folder as given and the root folder go in; where the site will really be written comes out, or why it must not be. */
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { isWithin } from './portable-path.ts';
import { statusOf } from './presence.ts';
import { isAbsence } from './system-error.ts';

/** A folder that a site may be written to, and its companions beside it, on the same file system. All paths are absolute. */
export interface OutputFolder {
  /** As it was given: for messages. */
  readonly shown: string;
  /** Links resolved; it need not exist yet. */
  readonly path: string;
  /** Where the next site is put together, and the last one taken apart. What lies here without a journal is of no worth to anybody. */
  readonly scratch: string;
  /** Where the last site waits while the next one takes its place. */
  readonly previous: string;
  /** The file that says that somebody is writing. */
  readonly lock: string;
}

export type Location =
  | { readonly kind: 'found'; readonly folder: OutputFolder }
  | { readonly kind: 'refused'; readonly diagnostic: Diagnostic };

type Resolution =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'link' | 'dangling' | 'file'; readonly at: string };

const CURE = 'Name a folder that is used for nothing else, for example --out dist.';

/** Finds the folder to write to. Looks at the way to it only, not at what it holds, and changes nothing. */
export async function locateOutput(options: { readonly out: string; readonly root: string }): Promise<Location> {
  const { out, root } = options;
  if (out.trim() === '' || out.includes('\0')) {
    return refused(out, 'output-not-named', 'The name of the output folder is empty or not a name.', CURE);
  }
  const isLink = (await statusOf(resolve(out)))?.isSymbolicLink() === true;
  const resolution: Resolution = isLink ? { kind: 'link', at: out } : await resolveLinks(resolve(out));
  if (resolution.kind !== 'path') return refusedWay(out, resolution);
  const { path } = resolution;
  const reason = await reasonAgainst(path, resolve(root));
  if (reason !== undefined) return refused(out, reason.ruleId, `The output folder “${out}” ${reason.words}.`, CURE);
  const companion = (name: string) => join(dirname(path), `.${basename(path)}.promulgate-${name}`);
  const companions = { scratch: companion('scratch'), previous: companion('previous'), lock: companion('lock') };
  return { kind: 'found', folder: { shown: out, path, ...companions } };
}

async function reasonAgainst(path: string, root: string): Promise<{ ruleId: string; words: string } | undefined> {
  if (isWithin(await realPathOf(root), path)) {
    return { ruleId: 'output-is-root', words: 'is the folder of your sources, or holds it' };
  }
  for (const name of ['policies', 'templates']) {
    const sources = await realPathOf(join(root, name));
    if (isWithin(path, sources) || isWithin(sources, path)) {
      return { ruleId: 'output-in-sources', words: `overlaps the folder “${name}”, which holds your sources` };
    }
  }
  if (path.split(/[\\/]/).some((part) => part.toLowerCase() === '.git')) {
    return { ruleId: 'output-in-git', words: 'lies in a “.git” folder, where Git keeps the history' };
  }
  return undefined;
}

/** The real path of `path`, whose last parts need not exist. */
async function resolveLinks(path: string): Promise<Resolution> {
  const real = await realpath(path).catch((error: unknown) => {
    if (isAbsence(error)) return undefined;
    throw error;
  });
  if (real !== undefined) {
    // Another build may just be swapping the folder, so that it is gone for an instant.
    const isOther = (await statusOf(real))?.isDirectory() === false;
    return isOther ? { kind: 'file', at: path } : { kind: 'path', path: real };
  }
  if ((await statusOf(path))?.isSymbolicLink()) return { kind: 'dangling', at: path };
  if (dirname(path) === path) return { kind: 'path', path };
  const parent = await resolveLinks(dirname(path));
  return parent.kind === 'path' ? { kind: 'path', path: join(parent.path, basename(path)) } : parent;
}

async function realPathOf(path: string): Promise<string> {
  const resolution = await resolveLinks(path);
  return resolution.kind === 'path' ? resolution.path : await realpath(path).catch(() => path);
}

function refusedWay(out: string, way: { readonly kind: 'link' | 'dangling' | 'file'; readonly at: string }): Location {
  switch (way.kind) {
    case 'link':
      return refused(
        out,
        'output-link',
        `The output folder “${out}” is a symbolic link.`,
        'Name the folder it leads to.',
      );
    case 'dangling':
      return refused(
        out,
        'output-link',
        `The way to the output folder “${out}” leads through a symbolic link to nothing, “${way.at}”.`,
        'Remove the link, or create the folder it leads to.',
      );
    case 'file':
      return refused(out, 'output-is-file', `“${out}” cannot be the output folder: “${way.at}” is a file.`, CURE);
  }
}

function refused(out: string, ruleId: string, message: string, hint: string): Location {
  return { kind: 'refused', diagnostic: { ruleId, severity: 'error', place: { path: out }, message, hint } };
}
