/** A folder goes in; the files in it, at any depth, come out, with a problem for everything that is no plain file or folder. */
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { foldName } from './portable-path.ts';
import { isSystemError, reasonOf } from './system-error.ts';

/** A file or folder: where it is on disk, and what it is called in messages and in the site (POSIX, NFC). */
export interface Located {
  readonly native: string;
  readonly path: string;
}

export interface Listing {
  /** In the code-unit order of `path`, which is unique even to a file system that ignores case. */
  readonly files: readonly Located[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Hidden files, and what editors, Word and file managers leave behind: `.git`, `a.md~`, `~$a.docx`, `#a.md#`, `Thumbs.db`. */
const IGNORED = /^\.|~$|^~\$|^#.*#$|^(?:thumbs\.db|desktop\.ini)$/i;

/** Lists the files below `folder`, links refused and not followed. Never throws for what it finds. */
export async function listFolder(folder: Located): Promise<Listing> {
  const files: Located[] = [];
  const diagnostics: Diagnostic[] = [];
  const visit = async (current: Located): Promise<void> => {
    const { entries, problems } = await entriesOf(current);
    diagnostics.push(...problems);
    for (const entry of entries) {
      const found = {
        native: join(current.native, entry.name),
        path: `${current.path}/${entry.name.normalize('NFC')}`,
      };
      if (entry.isDirectory()) await visit(found);
      else if (entry.isFile()) files.push(found);
      else diagnostics.push(entry.isSymbolicLink() ? linkProblem(found.path) : specialProblem(found.path));
    }
  };
  await visit(folder);
  return { files: files.sort((a, b) => compare(a.path, b.path)), diagnostics };
}

/** The problem of a symbolic link that stands at `path`. */
export function linkProblem(path: string): Diagnostic {
  return {
    ruleId: 'file-link',
    severity: 'error',
    place: { path },
    message: `“${path}” is a symbolic link. Links are not followed, because what they lead to is not part of these sources.`,
    hint: 'Put a copy of the file or folder itself in the place of the link.',
  };
}

/** The problem of something at `path` that is neither a file nor a folder. */
export function specialProblem(path: string): Diagnostic {
  return {
    ruleId: 'file-special',
    severity: 'error',
    place: { path },
    message: `“${path}” is neither a file nor a folder but a pipe, socket or device, and holds no text.`,
    hint: 'Remove it, or put an ordinary file in its place.',
  };
}

/** The problem of a file or folder at `path` that cannot be read because of `reason`. */
export function unreadableProblem(path: string, reason: string): Diagnostic {
  return {
    ruleId: 'file-unreadable',
    severity: 'error',
    place: { path },
    message: `“${path}” cannot be read: ${reason}.`,
    hint: path.includes('\uFFFD')
      ? 'Its name is not written in UTF-8. Rename it, with plain letters, digits, hyphens and dots.'
      : 'See that it is there and that the account that builds the site may read it.',
  };
}

async function entriesOf(folder: Located): Promise<{ entries: readonly Dirent[]; problems: readonly Diagnostic[] }> {
  try {
    const found = await readdir(folder.native, { withFileTypes: true });
    const wanted = found.filter(({ name }) => !IGNORED.test(name));
    wanted.sort((a, b) => compare(a.name.normalize('NFC'), b.name.normalize('NFC')) || compare(a.name, b.name));
    return withoutCollisions(folder.path, wanted);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { entries: [], problems: [unreadableProblem(folder.path, reasonOf(error))] };
  }
}

function withoutCollisions(path: string, sorted: readonly Dirent[]) {
  const firsts = new Map<string, Dirent>();
  const problems: Diagnostic[] = [];
  for (const entry of sorted) {
    const first = firsts.get(foldName(entry.name));
    if (first === undefined) firsts.set(foldName(entry.name), entry);
    else problems.push(collisionProblem(path, first.name, entry.name));
  }
  return { entries: [...firsts.values()], problems };
}

function collisionProblem(folder: string, first: string, second: string): Diagnostic {
  const isSameText = first.normalize('NFC') === second.normalize('NFC');
  return {
    ruleId: 'file-name-collision',
    severity: 'error',
    place: { path: `${folder}/${second.normalize('NFC')}` },
    message: isSameText
      ? `“${folder}” holds two entries whose names look the same, “${first.normalize('NFC')}”: only the coding of an accented letter differs.`
      : `“${first}” and “${second}” in “${folder}” differ only in capital letters, and many systems take them for one.`,
    hint: 'Remove one of the two, or give it a name of its own.',
    related: [{ place: { path: `${folder}/${first.normalize('NFC')}` }, message: 'The other one is here.' }],
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
