/** The path of a file goes in; its bytes come out, or why there are none. Follows no link and waits for no pipe. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { isSystemError, reasonOf } from './system-error.ts';

export type FileReading =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** A folder, pipe, socket or device. */
  | { readonly kind: 'special' }
  /** `size` in bytes. */
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string };

// Windows knows neither flag: what they guard against needs special rights there.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Reads a regular file of at most `limit` bytes. A link counts as unreadable. */
export async function readRegularFile(path: string, limit = Number.POSITIVE_INFINITY): Promise<FileReading> {
  try {
    const handle = await open(path, FLAGS);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return { kind: 'special' };
      if (stats.size > limit) return { kind: 'too-large', size: stats.size };
      const buffer = await handle.readFile();
      return { kind: 'bytes', bytes: new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'ENOENT' ? { kind: 'absent' } : { kind: 'unreadable', reason: reasonOf(error) };
  }
}
