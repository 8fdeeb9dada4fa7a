/** Files as they come in (bytes) and as they go out. Paths are POSIX, relative, NFC. */

/** A file read from the root folder; `path` is relative to that folder, e.g. `policies/privacy/2020-02-04.md`. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Of the bytes, in hexadecimal, where it is known: what is made of the file may then be taken from an earlier build. */
  readonly sha256?: string;
}

/** A file of the finished site; `path` is relative to the output folder. */
export interface OutputFile {
  readonly path: string;
  /** Text is written as UTF-8. */
  readonly content: string | Uint8Array;
}

/** A file of the finished site that stands where it is to be written from. */
export interface PlacedFile {
  readonly path: string;
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
}
