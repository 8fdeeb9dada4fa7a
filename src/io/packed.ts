/** Plain data goes in; the same comes out again when it is asked for, and until then is held in little room. */
import { deserialize, serialize } from 'node:v8';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Fast: a millisecond for what is held of fifty editions. */
const OPTIONS = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_DEFAULT_WINDOW },
};

/** A tenth of the room or less: what is held of editions names the same things over and over. */
export function packed<T>(value: T): () => T {
  const bytes = brotliCompressSync(serialize(value), OPTIONS);
  return () => deserialize(brotliDecompressSync(bytes)) as T;
}
