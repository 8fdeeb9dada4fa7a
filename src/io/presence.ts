/** A path goes in; whether something stands there, and what, comes out. Links are looked at, not followed. */
import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { isAbsence } from './system-error.ts';

/** What the file system says of the entry at `path`; undefined if there is none. Throws if it may not be looked at. */
export async function statusOf(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** True if there is anything at `path`, be it a link to nothing. */
export async function exists(path: string): Promise<boolean> {
  return (await statusOf(path)) !== undefined;
}
