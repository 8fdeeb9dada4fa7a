/** The root folder goes in; the commits that changed its `policies/`, or one file of it, come out, or why there are none. */
import { type Git, gitIn } from './git-revision.ts';

/** A commit: its full name, and when it was made, in milliseconds since 1970 UTC. */
export interface Commit {
  readonly id: string;
  readonly instant: number;
}

export interface HistoryOptions {
  /** Absolute path of the folder that holds `policies/`. */
  readonly root: string;
  readonly env: { readonly [name: string]: string | undefined };
}

/** Newest first; empty where Git is not there, or the folder is in no repository. `path` is relative to `root`. */
export async function readHistory(options: HistoryOptions, path = 'policies'): Promise<readonly Commit[]> {
  return await commitsOf(gitIn(options), ['log', '--format=%H %ct', '--', path]);
}

/** Every state that `policies/` has had on the branch that is checked out, what was merged into it counting as one; oldest first. */
export async function readMainline(options: HistoryOptions): Promise<readonly Commit[]> {
  const commits = await commitsOf(gitIn(options), ['log', '--first-parent', '--format=%H %ct', '--', 'policies']);
  return commits.toReversed();
}

/** The commit that a revision names; undefined if there is none. */
export async function readCommit(options: HistoryOptions, revision: string): Promise<Commit | undefined> {
  if (revision.startsWith('-')) return undefined;
  return (await commitsOf(gitIn(options), ['show', '-s', '--format=%H %ct', `${revision}^{commit}`, '--']))[0];
}

async function commitsOf(git: Git, words: readonly string[]): Promise<readonly Commit[]> {
  const listed = await git(words);
  if (listed.kind !== 'done') return [];
  return listed.answer
    .toString('utf8')
    .split('\n')
    .flatMap((line): Commit[] => {
      const [, id, seconds] = /^([0-9a-f]+) (\d+)$/.exec(line) ?? [];
      return id === undefined ? [] : [{ id, instant: Number(seconds) * 1000 }];
    });
}
