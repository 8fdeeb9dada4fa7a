/** A published ledger and what its site keeps of corrected texts go in; those that are not the bytes first sealed come out. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { entriesAt, type Ledger } from '../model/ledger.ts';
import type { PublishedFile } from '../model/published.ts';
import { sha256 } from '../model/sha256.ts';
import type { TextProof } from './published-proofs.ts';

/** A text as it was before its corrections. */
export interface OriginalProof {
  /** Its address, below the root of the site. */
  readonly file: string;
  /** SHA-256, in hex. */
  readonly source: string;
}

/** Of every text whose first entry in the ledger has another digest than its latest. */
export function originalsOf(ledger: Ledger, proofs: readonly TextProof[]): OriginalProof[] {
  return proofs.flatMap(({ file, entries: [latest] }) => {
    const first = entriesAt(ledger, latest.address).find(({ kind }) => kind === 'sealed');
    if (first === undefined || first.source === latest.source) return [];
    return [{ file: file.replace(/text\.md$/, 'original/text.md'), source: first.source }];
  });
}

/** Error `verify-original-changed`. One that is missing is none: not every correction can be taken back to the byte. */
export function verifyOriginals(
  originals: readonly OriginalProof[],
  files: ReadonlyMap<string, PublishedFile>,
): Diagnostic[] {
  return originals.flatMap(({ file, source }): Diagnostic[] => {
    const found = files.get(file);
    if (found?.kind !== 'read') return [];
    const digest = sha256(found.bytes);
    if (digest === source) return [];
    const message = `/${file} is not the text as it was sealed before its corrections: its SHA-256 is ${digest}, that in the ledger ${source}.`;
    const hint = 'Publish the site anew from its sources; and find out who or what changed the file.';
    return [{ ruleId: 'verify-original-changed', severity: 'error', message, hint }];
  });
}
