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
  const packed = brotliCompressSync(serialize(entries), OPTIONS);
  return Buffer.concat([digestOf(packed, program), packed]);
}

/** By key. A pack that was cut off or altered holds nothing. */
export function readPack(bytes: Uint8Array | undefined, program: string): Map<string, unknown> {
  if (bytes === undefined) return new Map();
  const [digest, packed] = [bytes.subarray(0, DIGEST), bytes.subarray(DIGEST)];
  if (Buffer.compare(digestOf(packed, program), digest) !== 0) return new Map();
  return deserialize(brotliDecompressSync(packed));
}

/** Bytes. */
const DIGEST = 32;

function digestOf(bytes: Uint8Array, program: string): Buffer {
  return createHash('sha256').update(`${program}\n`).update(bytes).digest();
}
