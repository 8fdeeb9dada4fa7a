/** Files of one folder that were read go in; the same come out, held in little room: editions of a policy repeat each other. */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { SourceFile } from '../model/file.ts';
import type { ReadFile } from './read.ts';

type File = SourceFile & ReadFile;

/** Whose bytes are at hand. */
interface Opened {
  folder: Uint8Array | undefined;
  bytes: Uint8Array;
}

interface Part {
  readonly opened: Opened;
  readonly folder: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Bytes: it is not worth while to hold less in any other way. */
const LITTLE = 65_536;

const OPTIONS = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_DEFAULT_WINDOW },
};

/**
 * For one folder after the other. Bytes are unpacked when they are asked for, all of a folder at once, and forgotten when those of
 * another folder are.
 */
export function createHolder(): (files: readonly File[]) => readonly File[] {
  const opened: Opened = { folder: undefined, bytes: new Uint8Array() };
  return (files) => {
    const sizes = files.map(({ bytes }) => bytes.length);
    if (files.length < 2 || sizes.reduce((sum, size) => sum + size, 0) < LITTLE) return files;
    const folder = brotliCompressSync(Buffer.concat(files.map(({ bytes }) => bytes)), OPTIONS);
    let end = 0;
    return files.map((file, index) => {
      const start = end;
      end += sizes[index] ?? 0;
      return new HeldFile(file, { opened, folder, start, end });
    });
  };
}

/** A class: getters of their own would cost each file a hidden class. */
class HeldFile implements File {
  readonly path: string;
  readonly native: string;
  readonly sha256: string;
  readonly stamp: File['stamp'];
  readonly #part: Part;

  constructor({ path, native, sha256, stamp }: File, part: Part) {
    this.path = path;
    this.native = native;
    this.sha256 = sha256;
    this.stamp = stamp;
    this.#part = part;
  }

  get bytes(): Uint8Array {
    const { opened, folder, start, end } = this.#part;
    if (opened.folder !== folder) Object.assign(opened, { folder, bytes: brotliDecompressSync(folder) });
    const { buffer, byteOffset } = opened.bytes;
    return new Uint8Array(buffer, byteOffset + start, end - start);
  }
}
