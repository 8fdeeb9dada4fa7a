/** A new temporary folder that is a Git repository, each state of its files a commit of a day of its own. */
import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { folderWith } from './run.ts';

export interface GitState {
  /** The day of the commit, YYYY-MM-DD. */
  readonly on: string;
  /** What it adds or replaces, by POSIX path; undefined takes a file away. */
  readonly files: Readonly<Record<string, string | undefined>>;
}

/** Each state is tagged `s1`, `s2` …, in order. */
export async function gitFolder(states: readonly GitState[]): Promise<string> {
  const cwd = await folderWith();
  git(cwd, ['init', '--quiet', '--initial-branch=main']);
  for (const [index, { on, files }] of states.entries()) {
    await putFiles(cwd, files);
    git(cwd, ['add', '--all']);
    git(cwd, ['commit', '--quiet', '--allow-empty', '--message=state'], `${on}T12:00:00Z`);
    git(cwd, ['tag', `s${index + 1}`]);
  }
  return cwd;
}

export async function putFiles(cwd: string, files: GitState['files']): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(cwd, name);
    if (content === undefined) await rm(file);
    else {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }
}

/** Runs Git as nobody in particular, whatever this machine is set to; gives what it prints. */
export function git(cwd: string, words: readonly string[], date = '2020-01-01T12:00:00Z'): string {
  const person = { NAME: 'Clerk', EMAIL: 'clerk@acme.example', DATE: date };
  const identity = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  const alone = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', PATH: process.env.PATH };
  const env = { ...Object.fromEntries(identity), ...alone };
  return execFileSync('git', [...words], { cwd, env, encoding: 'utf8' });
}
