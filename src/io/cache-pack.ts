/** Cached results go in; the bytes of a pack come out; and back, none if the bytes are not whole or another program's. */
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Editions repeat each other: what is compressed reaches back over many of them, 4 MB. Fast rather than small. */
const OPTIONS = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_DEFAULT_WINDOW },
};

/**
 * What several results have in common, as one object, is written once, and is one object again when it is read. Before the rest,
 * which is compressed, comes the SHA-256 of it and of `program`: another version of Node may write otherwise.
 */
export function formatPack(entries: ReadonlyMap<string, unknown>, program: string): Uint8Array {
  return wrap(squeeze(entries), program);
}

/** By key. A pack that was cut off or altered holds nothing. */
export function readPack(bytes: Uint8Array | undefined, program: string): Map<string, unknown> {
  const packed = unwrap(bytes, program);
  return packed === undefined ? new Map() : unsqueeze(packed);
}

export function squeeze(value: unknown): Uint8Array {
  return brotliCompressSync(serialize(value), OPTIONS);
}

/** What was squeezed: the caller knows of what type. */
export function unsqueeze<T>(bytes: Uint8Array): T {
  return deserialize(brotliDecompressSync(bytes));
}

/** `bytes` behind the digest of them and of `program`. */
export function wrap(bytes: Uint8Array, program: string): Uint8Array {
  return Buffer.concat([digestOf(bytes, program), bytes]);
}

/** What was wrapped; undefined if it is not whole, or another program's. */
export function unwrap(bytes: Uint8Array | undefined, program: string): Uint8Array | undefined {
  const content = bytes?.subarray(DIGEST);
  const isWhole =
    content !== undefined && Buffer.compare(digestOf(content, program), bytes?.subarray(0, DIGEST) ?? content) === 0;
  return isWhole ? content : undefined;
}

/** Bytes. */
const DIGEST = 32;

function digestOf(bytes: Uint8Array, program: string): Buffer {
  return createHash('sha256').update(`${program}\n`).update(bytes).digest();
}
