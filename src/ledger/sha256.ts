/** Text or bytes go in; their SHA-256 (FIPS 180-4) comes out. */
import { createHash } from 'node:crypto';

/** In hexadecimal, of `text` in UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** In hexadecimal. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
