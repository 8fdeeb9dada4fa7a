/** A file of which it is known what is in it goes in; a source comes out that is read only when it is asked for. */
import { readFileSync } from 'node:fs';
import type { SourceFile } from '../model/file.ts';
import { sha256 } from '../model/sha256.ts';
import type { Located } from './folder-listing.ts';
import type { ReadFile } from './read.ts';
import type { FileStamp } from './regular-file.ts';

/** What is known of a file from an earlier build. */
export interface KnownFile {
  readonly sha256: string;
  readonly stamp: FileStamp;
}

/** Throws a system's error when it is read and has been changed since it was known: a build sees one state of all sources. */
export class UnreadFile implements SourceFile, ReadFile {
  readonly path: string;
  readonly native: string;
  readonly sha256: string;
  readonly stamp: FileStamp;

  constructor({ path, native }: Located, { sha256, stamp }: KnownFile) {
    this.path = path;
    this.native = native;
    this.sha256 = sha256;
    this.stamp = stamp;
  }

  get bytes(): Uint8Array {
    const bytes = readFileSync(this.native);
    if (sha256(bytes) === this.sha256) return new Uint8Array(bytes);
    const path = this.native;
    throw Object.assign(new Error(`EBUSY: read '${path}'`), { code: 'EBUSY', syscall: 'read', path });
  }
}
