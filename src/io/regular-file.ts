/** The path of a file goes in; its bytes come out, or why there are none. Follows no link and waits for no pipe. */
import { constants, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { isSystemError, reasonOf } from './system-error.ts';

/** By which a file is known to be the one that was read: nobody has changed it since. Times in milliseconds, with fractions. */
export interface FileStamp {
  readonly size: number;
  readonly changed: number;
  /** Of its content or of what the system notes of it: no program can set it. */
  readonly touched: number;
  readonly inode: number;
}

export type FileReading =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly stamp: FileStamp }
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
      const bytes = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
      return { kind: 'bytes', bytes, stamp: fileStamp(stats) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'ENOENT' ? { kind: 'absent' } : { kind: 'unreadable', reason: reasonOf(error) };
  }
}

export function fileStamp({ size, mtimeMs, ctimeMs, ino }: Stats): FileStamp {
  return { size, changed: mtimeMs, touched: ctimeMs, inode: ino };
}
