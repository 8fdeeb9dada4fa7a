/** Text or bytes go in; their SHA-256 (FIPS 180-4) comes out. */
import { createHash } from 'node:crypto';

/** In hexadecimal; of a text, in UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
