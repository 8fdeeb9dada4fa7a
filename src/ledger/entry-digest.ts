/** An entry of the ledger goes in; its canonical JSON and its digest come out. */
import type { LedgerEntry } from '../model/ledger.ts';
import { sha256 } from '../model/sha256.ts';

/** An entry without its digest. */
export type Undigested = LedgerEntry extends infer Entry
  ? Entry extends LedgerEntry
    ? Omit<Entry, 'digest'>
    : never
  : never;

/** Compact, the names of members sorted: what `jq -cS .` prints, but for its line feed. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** SHA-256 of what `jq -cS 'del(.digest)'` prints of the entry. */
export function entryDigest(entry: Undigested | LedgerEntry): string {
  return sha256(`${canonicalJson({ ...entry, digest: undefined })}\n`);
}
