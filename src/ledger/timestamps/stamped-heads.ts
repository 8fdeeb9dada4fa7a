/** A ledger goes in; every digest that has stood for it, and how many entries each covers, come out. */
import type { Ledger } from '../../model/ledger.ts';
import { headOf, headOfTips } from '../chain.ts';

/** How many entries there were when `head` stood for the ledger; undefined if it never did. */
export function entriesUnder(ledger: Ledger, head: string): number | undefined {
  const byDigest = new Map(ledger.entries.map((entry) => [entry.digest as string, entry]));
  const merged = ledger.entries.find(({ previous }) => previous.length > 1 && headOfTips(previous) === head);
  const tips = byDigest.has(head) ? [head] : (merged?.previous ?? []);
  if (tips.length === 0) return head === headOf(ledger) ? ledger.entries.length : undefined;
  const covered = new Set<string>();
  const open: string[] = [...tips];
  for (let digest = open.pop(); digest !== undefined; digest = open.pop()) {
    if (covered.has(digest)) continue;
    covered.add(digest);
    open.push(...(byDigest.get(digest)?.previous ?? []));
  }
  return covered.size;
}
