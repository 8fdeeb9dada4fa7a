/** Cached results go in; the bytes of a pack come out; and back, none if the bytes are not whole. */
import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Editions repeat each other: what is compressed reaches back over all of them. Fast rather than small. */
const OPTIONS = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
};

/** The SHA-256 of the rest, which is compressed lines: each a key, a space and a result in JSON, which has no line's end. */
export function formatPack(entries: ReadonlyMap<string, string>): Uint8Array {
  const lines = [...entries].map(([key, json]) => `${key} ${json}\n`).join('');
  const packed = brotliCompressSync(lines, OPTIONS);
  return Buffer.concat([digestOf(packed), packed]);
}

/** By key. A pack that was cut off or altered holds nothing. */
export function readPack(bytes: Uint8Array | undefined): Map<string, string> {
  const entries = new Map<string, string>();
  if (bytes === undefined || Buffer.compare(digestOf(bytes.subarray(DIGEST)), bytes.subarray(0, DIGEST)) !== 0) {
    return entries;
  }
  const lines = brotliDecompressSync(bytes.subarray(DIGEST)).toString();
  for (let at = 0; at < lines.length; ) {
    const end = lines.indexOf('\n', at);
    const space = lines.indexOf(' ', at);
    entries.set(lines.slice(at, space), lines.slice(space + 1, end));
    at = end + 1;
  }
  return entries;
}

/** Bytes. */
const DIGEST = 32;

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
