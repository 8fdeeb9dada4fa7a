/** A ledger goes in; how its entries follow each other comes out: which none follows yet, and which of a text's are the latest. */
import { LEDGER_FORMAT, type Ledger, type LedgerEntry, OPENED_DIGEST, type TextEntry } from '../model/ledger.ts';
import { sha256 } from '../model/sha256.ts';
import { entryDigest, type Undigested } from './entry-digest.ts';

/** What an entry says, before it has its place in the chain. */
export type Unchained = Undigested extends infer Entry
  ? Entry extends { readonly kind: 'opened' }
    ? never
    : Omit<Entry, 'previous' | 'sealedAsOf'>
  : never;

/** A ledger in which nothing is sealed. */
export function openLedger(): Ledger {
  return { version: LEDGER_FORMAT, entries: [{ kind: 'opened', previous: [], digest: OPENED_DIGEST }] };
}

/** Digests of the entries that no other follows, in order: one; several after branches were merged, until the next is added. */
export function tipsOf({ entries }: Ledger): string[] {
  const followed = new Set(entries.flatMap(({ previous }): readonly string[] => previous));
  return [...new Set(entries.map(({ digest }) => digest).filter((digest) => !followed.has(digest)))].sort();
}

/** One digest that stands for the whole ledger: that of its last entry; after a merge, SHA-256 of the digests of the last ones, a line each. */
export function headOf(ledger: Ledger): string {
  return headOfTips(tipsOf(ledger));
}

/** The same of the digests of its last entries, in order. */
export function headOfTips([only = '', ...others]: readonly string[]): string {
  return others.length === 0 ? only : sha256(`${[only, ...others].join('\n')}\n`);
}

/** Adds `parts` one after the other; the first follows all that were last before. Returns the ledger and what was added. */
export function append(
  ledger: Ledger,
  parts: readonly Unchained[],
  sealedAsOf: string,
): { ledger: Ledger; appended: LedgerEntry[] } {
  let previous = tipsOf(ledger);
  const appended = parts.map((part): LedgerEntry => {
    const undigested = { ...part, sealedAsOf, previous };
    const entry = { ...undigested, digest: entryDigest(undigested) };
    previous = [entry.digest];
    return entry;
  });
  return { ledger: { version: ledger.version, entries: [...ledger.entries, ...appended] }, appended };
}

/** The entries of texts, by the text's key; of each text those that no later one of it follows: one, or one from each branch that was merged. */
export function latestByText(ledger: Ledger): Map<string, readonly [TextEntry, ...TextEntry[]]> {
  const byDigest = new Map(ledger.entries.map((entry) => [entry.digest, entry]));
  const all = new Map<string, [TextEntry, ...TextEntry[]]>();
  for (const entry of ledger.entries) {
    if (entry.kind === 'opened' || entry.kind === 'retired') continue;
    const others = all.get(textKey(entry));
    if (others === undefined) all.set(textKey(entry), [entry]);
    else others.push(entry);
  }
  return new Map([...all].map(([key, entries]) => [key, entries.length === 1 ? entries : latest(entries, byDigest)]));
}

/** Names a text: `privacy/2020-02-04/en`. */
export function textKey({ policy, edition, language }: Pick<TextEntry, 'policy' | 'edition' | 'language'>): string {
  return `${policy}/${edition}/${language}`;
}

/** The digests of all entries that `entry` follows, near or far. */
export function ancestorsOf({ entries }: Ledger, entry: LedgerEntry): ReadonlySet<string> {
  const found = new Set<string>();
  addForerunners(entry, new Map(entries.map((one) => [one.digest, one])), found);
  return found;
}

function latest(
  entries: readonly [TextEntry, ...TextEntry[]],
  byDigest: ReadonlyMap<string, LedgerEntry>,
): readonly [TextEntry, ...TextEntry[]] {
  const before = new Set<string>();
  for (const entry of entries) if (!before.has(entry.digest)) addForerunners(entry, byDigest, before);
  const [first, ...others] = entries.filter(({ digest }) => !before.has(digest));
  return first === undefined ? entries : [first, ...others];
}

/** All entries that `entry` follows, near or far. What is in `before` already brought its own with it. */
function addForerunners(entry: LedgerEntry, byDigest: ReadonlyMap<string, LedgerEntry>, before: Set<string>): void {
  const open: string[] = [...entry.previous];
  for (let digest = open.pop(); digest !== undefined; digest = open.pop()) {
    if (before.has(digest)) continue;
    before.add(digest);
    open.push(...(byDigest.get(digest)?.previous ?? []));
  }
}
