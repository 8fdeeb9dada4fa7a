/** The path of a lock file goes in; the right to write comes out, or who has it. The lock of a process that died is taken over. */
import { closeSync, fstatSync, openSync, rmSync, writeSync } from 'node:fs';
import { link, readFile, rename, rm, unlink } from 'node:fs/promises';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { isAbsence, isSystemError } from './system-error.ts';

export type Lock =
  /** `since`: when it was taken, by the clock of the disk, in milliseconds. */
  | { readonly kind: 'held'; readonly since: number; readonly release: () => Promise<void> }
  /** `holder` is the number of the process that has it; empty if that is not known. */
  | { readonly kind: 'busy'; readonly holder: string };

const ATTEMPTS = 5;
const PAUSE_MS = 20;

/** Takes the lock, or says who holds it. Does not wait for it to be released. Throws what the file system throws. */
export async function takeLock(path: string): Promise<Lock> {
  let holder = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const since = createFile(path, await identify(process.pid));
    if (since !== undefined) return { kind: 'held', since, release: () => rm(path, { force: true }) };
    holder = (await contentOf(path)) ?? '';
    // An empty lock is one that is being written at this instant, unless it stays empty.
    const isUnwritten = holder === '' && attempt < ATTEMPTS - 1;
    if (isUnwritten) await setTimeout(PAUSE_MS);
    else if (await isRunning(holder)) break;
    else await discard(path, holder);
  }
  return { kind: 'busy', holder: holder.split(' ')[0] ?? '' };
}

/** Gives the time of the new file; undefined if a file of that name is there already. */
function createFile(path: string, content: string): number | undefined {
  const file = openNew(path);
  if (file === undefined) return undefined;
  try {
    // Synchronous, so that no work of ours comes between the file's creation and its content.
    writeSync(file, content);
    return fstatSync(file).mtimeMs;
  } catch (error) {
    // On a full disk there is room for a name, but not for what it is to hold.
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function openNew(path: string): number | undefined {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return undefined;
    throw error;
  }
}

/** The process's number and, where the system tells it (Linux), its start: numbers are given out again, starts are not. */
async function identify(pid: number): Promise<string> {
  const status = (await contentOf(`/proc/${pid}/stat`)) ?? '';
  const start = status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return `${pid} ${start}`;
}

async function isRunning(holder: string): Promise<boolean> {
  const pid = Number(holder.split(' ')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ESRCH') return false;
  }
  return holder === (await identify(pid));
}

/** Removes the lock of a dead holder, but not the one that another process may have put in its place meanwhile. */
async function discard(path: string, holder: string): Promise<void> {
  const aside = `${path}-${process.pid}`;
  try {
    await rename(path, aside);
    if ((await contentOf(aside)) !== holder) await link(aside, path);
    await unlink(aside);
  } catch (error) {
    if (!isAbsence(error)) throw error;
  }
}

async function contentOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}
