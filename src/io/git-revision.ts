/** The root folder and the name of a Git revision go in; the files of `policies/` as they were in it come out, or why they cannot be had. */
import { execFile } from 'node:child_process';
import type { SourceFile } from '../model/file.ts';

export type RevisionReading =
  | { readonly kind: 'read'; readonly files: readonly SourceFile[] }
  | { readonly kind: 'refused'; readonly message: string; readonly hint: string };

export interface RevisionOptions {
  /** Absolute path of the folder that holds `policies/`. */
  readonly root: string;
  /** A branch, a tag, a commit: whatever Git understands. */
  readonly revision: string;
  readonly env: { readonly [name: string]: string | undefined };
}

/** In bytes: what one run of Git may answer. */
const LARGEST_ANSWER = 1_000_000_000;
const LARGEST_FILE = 5_000_000;

/** Nothing in the repository is touched. Contents are those that Git keeps: filters of the working tree are not applied. */
export async function readRevision(options: RevisionOptions): Promise<RevisionReading> {
  const git = gitIn(options);
  const { root, revision } = options;
  if (revision.startsWith('-')) return unknownRevision(revision, 'Write a branch, a tag or a commit.');
  const inside = await git(['rev-parse', '--is-inside-work-tree']);
  if (inside.kind === 'absent') {
    return refused(
      'Git is not installed, or cannot be found.',
      'Install Git (https://git-scm.com), or leave --since out.',
    );
  }
  if (inside.kind === 'failed') return noRepository(root, inside.said);
  const commit = await git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  if (commit.kind !== 'done') return unknownRevision(revision, await hintFor(revision, git));
  const listing = await git(['ls-tree', '-r', '-z', '-l', text(commit.answer).trim(), '--', 'policies']);
  if (listing.kind !== 'done') return unreadable(revision, listing);
  const entries = text(listing.answer).split('\0').flatMap(entryOf);
  const contents = await git(['cat-file', '--batch'], entries.map(({ object }) => `${object}\n`).join(''));
  if (contents.kind !== 'done') return unreadable(revision, contents);
  const blobs = blobsIn(contents.answer);
  if (blobs.length !== entries.length) return unreadable(revision, { said: 'not all files are there' });
  return { kind: 'read', files: entries.map(({ path }, index) => ({ path, bytes: blobs[index] ?? new Uint8Array() })) };
}

export type Answer =
  | { readonly kind: 'done'; readonly answer: Buffer }
  | { readonly kind: 'failed'; readonly said: string }
  | { readonly kind: 'absent'; readonly said: string };

export type Git = (words: readonly string[], input?: string) => Promise<Answer>;

/** Runs Git in `root`; what it reads and writes is bytes. */
export function gitIn({ root, env }: Pick<RevisionOptions, 'root' | 'env'>): Git {
  // What Git says is looked at, so it must not be translated; and nobody is there to be asked for a password.
  const environment = { ...env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
  const options = {
    cwd: root,
    env: environment,
    maxBuffer: LARGEST_ANSWER,
    encoding: 'buffer',
    windowsHide: true,
  } as const;
  return (words, input = '') =>
    new Promise((resolve) => {
      const child = execFile('git', [...words], options, (error, stdout, stderr) => {
        if (error === null) resolve({ kind: 'done', answer: stdout });
        else if (error.code === 'ENOENT') resolve({ kind: 'absent', said: error.message });
        else
          resolve({
            kind: 'failed',
            said:
              text(stderr)
                .trim()
                .split('\n')[0]
                ?.replace(/^fatal: /, '') ?? '',
          });
      });
      // Git may be gone before it has read all: then its own failure is what is told.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });
}

interface Entry {
  readonly object: string;
  readonly path: string;
}

/** `100644 blob 1f2e…    512\tpolicies/site.yaml`; links and submodules are left out, as they are on disk. */
function entryOf(line: string): Entry[] {
  const [, object, size, path] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
  if (object === undefined || path === undefined || Number(size) > LARGEST_FILE) return [];
  return [{ object, path: path.normalize('NFC') }];
}

/** `<object> blob <size>\n<bytes>\n`, one after the other. */
function blobsIn(answer: Buffer): Uint8Array[] {
  const blobs: Uint8Array[] = [];
  let at = 0;
  while (at < answer.length) {
    const end = answer.indexOf('\n', at);
    const size = Number(/ blob (\d+)$/.exec(answer.toString('latin1', at, end))?.[1] ?? Number.NaN);
    if (end === -1 || Number.isNaN(size)) return blobs;
    blobs.push(new Uint8Array(answer.subarray(end + 1, end + 1 + size)));
    at = end + size + 2;
  }
  return blobs;
}

function text(bytes: Buffer): string {
  return bytes.toString('utf8');
}

function refused(message: string, hint: string): RevisionReading {
  return { kind: 'refused', message, hint };
}

function noRepository(root: string, said: string): RevisionReading {
  if (/dubious ownership/.test(said)) {
    return refused(
      'Git refuses to read the repository: it belongs to another user.',
      `If you trust it, run: git config --global --add safe.directory "${root}"`,
    );
  }
  return refused(
    `The folder ${root} is in no Git repository.`,
    'Name the folder of a repository with --root, or leave --since out.',
  );
}

function unknownRevision(revision: string, hint: string): RevisionReading {
  return refused(`Git knows no revision “${revision}” here.`, hint);
}

function unreadable(revision: string, { said }: { readonly said: string }): RevisionReading {
  return refused(
    `The files of “${revision}” cannot be read: Git says “${said}”.`,
    'Fetch the whole history with “git fetch --unshallow”, or see to what Git says.',
  );
}

/** A copy made for one run often has nothing but the one commit. */
async function hintFor(revision: string, git: Git): Promise<string> {
  const remote = await git(['rev-parse', '--verify', '--quiet', `refs/remotes/origin/${revision}^{commit}`]);
  if (remote.kind === 'done') return `There is “origin/${revision}”: write --since origin/${revision}.`;
  const shallow = await git(['rev-parse', '--is-shallow-repository']);
  if (shallow.kind === 'done' && text(shallow.answer).trim() === 'true') {
    return `This copy of the repository has only its newest commits. Run “git fetch origin ${revision}” and write --since FETCH_HEAD; on GitHub, set “fetch-depth: 0” for actions/checkout and write --since origin/${revision}.`;
  }
  return 'Write a branch, a tag or a commit; “git branch --all” lists the branches.';
}
