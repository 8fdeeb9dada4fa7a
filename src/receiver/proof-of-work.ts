/** A submission and a number that a browser searched for go in; whether the search was long enough comes out. */
import { createHash } from 'node:crypto';

/** True if the SHA-256 of `<submission>:<proof>` begins with `bits` zero bits. `proof` is a decimal number. */
export function isProven(submission: string, proof: string, bits: number): boolean {
  if (bits === 0) return true;
  if (!/^\d{1,20}$/.test(proof)) return false;
  const digest = createHash('sha256').update(`${submission}:${proof}`).digest();
  const whole = Math.floor(bits / 8);
  const isZero = digest.subarray(0, whole).every((byte) => byte === 0);
  return isZero && (digest[whole] ?? 0) >> (8 - (bits % 8)) === 0;
}
