/** An entry of the ledger goes in; a line that says what was entered comes out. */
import type { LedgerEntry } from '../model/ledger.ts';

/** `corrected  privacy 2020-02-04 (en)  1f0c…`: what happened, to what, and the SHA-256 of the text. */
export function entryText(entry: LedgerEntry, isOneOfMany: boolean): string {
  const kind = entry.kind.padEnd('address-changed'.length);
  switch (entry.kind) {
    case 'opened':
      return entry.kind;
    case 'retired':
      return `${kind}  ${entry.policy}, with effect from ${entry.on}`;
    default:
      return `${kind}  ${entry.policy} ${entry.edition}${isOneOfMany ? ` (${entry.language})` : ''}  ${entry.source}`;
  }
}
