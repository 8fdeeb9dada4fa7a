/** A ledger as it was earlier and as it is go in; what it said then and says no more comes out. */
import type { Ledger, LedgerEntry } from '../model/ledger.ts';

/** In the order of the earlier one; all of its entries but the first, which every ledger has, if it is gone. */
export function lostEntries(earlier: Ledger, ledger: Ledger | undefined): LedgerEntry[] {
  const kept = new Set(ledger?.entries.map(({ digest }) => digest));
  return earlier.entries.filter(({ digest, kind }) => kind !== 'opened' && !kept.has(digest));
}

/** A clause: how many, of how many, and which, as in `2 of the 5 entries that it had: privacy 2020-02-04 (en), terms`. */
export function lossInWords(lost: readonly LedgerEntry[], earlier: Ledger): string {
  const names = [...new Set(lost.map(nameOf))];
  const shown = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), 'and others'] : names;
  return `${lost.length} of the ${earlier.entries.length} entries that it had: ${shown.join(', ')}`;
}

const MOST_NAMES = 5;

function nameOf(entry: LedgerEntry): string {
  if (entry.kind === 'opened') return '';
  return entry.kind === 'retired' ? entry.policy : `${entry.policy} ${entry.edition} (${entry.language})`;
}
