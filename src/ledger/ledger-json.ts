/** A ledger goes in; the text of `policies/ledger.json` comes out, which is published as `/ledger.json` too. */
import type { Ledger, LedgerEntry } from '../model/ledger.ts';
import { compareIds } from '../model/policy.ts';
import { canonicalJson } from './entry-digest.ts';

/**
 * What a repository needs in `policies/.gitattributes` to merge two ledgers: where both sides have added entries at one place, Git
 * keeps those of both.
 */
export const LEDGER_ATTRIBUTES = 'ledger.json text eol=lf merge=union\n';

/**
 * JSON (RFC 8259) with one entry on each line, sorted by what it is about, and a comma before every entry but the first, which is
 * the same in all ledgers. So adding an entry changes no other line, and the lines of two ledgers together are a ledger again.
 */
export function ledgerJson({ version, entries }: Ledger): string {
  const lines = entries.toSorted(compareEntries).map((entry) => canonicalJson(entry));
  return `{"version":${version},"entries":[\n${[...new Set(lines)].join('\n,')}\n]}\n`;
}

const ORDER = ['sealed', 'address-changed', 'date-moved', 'corrected', 'withdrawn', 'edited'];

function compareEntries(a: LedgerEntry, b: LedgerEntry): number {
  if (a.kind === 'opened' || b.kind === 'opened') return rank(a) - rank(b);
  const [left, right] = [aboutOf(a), aboutOf(b)];
  return (
    compareText(a.policy, b.policy) ||
    compareIds(left.edition, right.edition) ||
    compareText(left.language, right.language) ||
    compareText(a.sealedAsOf, b.sealedAsOf) ||
    ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
    compareText(a.digest, b.digest)
  );
}

function aboutOf(entry: Exclude<LedgerEntry, { kind: 'opened' }>): { edition: string; language: string } {
  return entry.kind === 'retired' ? { edition: '', language: '' } : entry;
}

function rank({ kind }: LedgerEntry): number {
  return kind === 'opened' ? 0 : 1;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
