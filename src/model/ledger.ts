/** The ledger of what was published: the schema of `policies/ledger.json`, from which its types and schemas/ledger.schema.json are made. */
import * as z from 'zod';

/** Counts up when a member changes its meaning or goes away. */
export const LEDGER_FORMAT = 1;

/** Where it stands among the sources. */
export const LEDGER_SOURCE = 'policies/ledger.json';

/** Where it stands below the root of a site. */
export const LEDGER_PATH = 'ledger.json';

/** The digest of the entry that every ledger begins with: of `{"kind":"opened","previous":[]}` and a line feed. */
export const OPENED_DIGEST = 'ad82761e6ef0432a2093db09066faed59b0c8bc2c3e146a300b11b506263b56c';

const said = <T extends z.ZodType>(schema: T, description: string): T => schema.meta({ description });

const sha256 = (description: string) =>
  said(z.string().regex(/^[0-9a-f]{64}$/), `${description} SHA-256 (FIPS 180-4), in hexadecimal.`);
const moment = (description: string) => said(z.string().min(1), `${description} As written: a day or an instant.`);

const chained = {
  sealedAsOf: said(z.iso.datetime(), 'The moment for which it was entered. RFC 3339, in UTC.'),
  previous: said(
    z.array(sha256('The digest of an entry.')).min(1),
    'The entries that no other followed when this one was made: one, or several after branches were merged. In order.',
  ),
  digest: sha256('Of this entry without this member, as compact JSON with sorted names and a line feed at the end.'),
};

const correction = z.strictObject({
  on: z.string(),
  clause: z.string().exactOptional(),
  was: z.string(),
  now: z.string(),
  reason: z.string(),
});

/** What the front matter of the canonical text says. */
const facts = {
  title: z.string(),
  version: z.string().exactOptional(),
  published: moment('When it was made public; a month or a year where the day is not known.').exactOptional(),
  effective: moment(
    'From when it applies; `on-publication`, or `unknown`. Absent where `applies` says it.',
  ).exactOptional(),
  applies: said(
    z.array(z.strictObject({ to: z.string(), from: moment('From when.') })),
    'To whom from when, where not to everybody at once.',
  ).exactOptional(),
  retroactive: said(z.literal(true), 'It applies to a time before it was published.').exactOptional(),
};

const textEntry = z.strictObject({
  kind: said(
    z.enum(['sealed', 'address-changed', 'date-moved', 'corrected', 'withdrawn', 'edited']),
    'What happened. All other members tell how the text stands after it. Edited: changed without a declaration before the ledger was begun, as was found in the history by “promulgate adopt”.',
  ),
  policy: z.string(),
  edition: z.string(),
  language: said(z.string(), 'BCP 47.'),
  address: said(z.string(), 'Of its page, below the root of the site.'),
  formerly: said(z.string(), 'The address before, where it changed.').exactOptional(),
  source: sha256('Of the canonical text, published beside the page as text.md.'),
  text: sha256('Of the words that a reader sees, in UTF-8: title and text, white space collapsed, NFC.'),
  clauses: said(
    z.array(z.string().regex(/^[0-9a-f]{8}#\S*$/)),
    'For each clause the beginning of a SHA-256 of its words and links, and its fragment: these tell which one was changed.',
  ),
  ...facts,
  corrections: said(z.array(correction), 'All that are declared.'),
  withdrawn: z.strictObject({ on: z.string(), reason: z.string() }).exactOptional(),
  ...chained,
});

const retiredEntry = z.strictObject({
  kind: z.literal('retired'),
  policy: z.string(),
  on: said(z.string(), 'The first day on which nothing of it is in force.'),
  reason: z.union([z.string(), z.record(z.string(), z.string())]),
  replacedBy: z.array(z.string()),
  ...chained,
});

const openedEntry = z.strictObject({
  kind: said(z.literal('opened'), 'The first entry of every ledger; always the same.'),
  previous: z.array(z.never()).max(0),
  digest: sha256('Of this entry.'),
});

export const ledgerSchema = z
  .strictObject({
    version: said(z.literal(LEDGER_FORMAT), 'The version of this format.'),
    entries: said(
      z.array(z.discriminatedUnion('kind', [openedEntry, textEntry, retiredEntry])).min(1),
      'One for each text that was published, and for what happened to it later. Their order means nothing: `previous` does.',
    ),
  })
  .meta({
    title: 'ledger.json',
    description:
      'What was published, and what happened to it later. Entries are added, never changed. Made by Promulgate.',
  });

export type LedgerEntry = z.output<typeof ledgerSchema>['entries'][number];
export type TextEntry = z.output<typeof textEntry>;
export type RetiredEntry = z.output<typeof retiredEntry>;

/** What the front matter of a canonical text says. */
export type Facts = Pick<TextEntry, keyof typeof facts>;

export interface Ledger {
  readonly version: typeof LEDGER_FORMAT;
  readonly entries: readonly LedgerEntry[];
  /** The line of each entry, from 1, where it was read from a file that has one entry on each line. */
  readonly lines?: readonly number[];
}

/** The entries of the text whose page is at `address`, those from before it moved there among them, in the order of the file. */
export function entriesAt({ entries }: Ledger, address: string): TextEntry[] {
  const known = new Set(addressesBefore({ entries }, address));
  return entries.filter((entry): entry is TextEntry => 'address' in entry && known.has(entry.address));
}

/** `address`, and every address from which its text moved. */
function addressesBefore({ entries }: Pick<Ledger, 'entries'>, address: string): string[] {
  const found = [address];
  for (const one of found) {
    for (const entry of entries) {
      if (!('formerly' in entry) || entry.address !== one || entry.formerly === undefined) continue;
      if (!found.includes(entry.formerly)) found.push(entry.formerly);
    }
  }
  return found;
}

/** The first address of the text whose page is at `address` now: it may have come back to one that it had left. */
export function firstAddress(ledger: Pick<Ledger, 'entries'>, address: string): string {
  let first = address;
  for (const entry of inOrder(ledger).reverse()) {
    if ('formerly' in entry && entry.address === first) first = entry.formerly ?? first;
  }
  return first;
}

/** Every address that a text has left and none has come back to, whatever was entered of the text since. */
export function leftAddresses(ledger: Pick<Ledger, 'entries'>): ReadonlySet<string> {
  const left = new Set<string>();
  for (const entry of inOrder(ledger)) {
    if (!('formerly' in entry) || entry.formerly === undefined) continue;
    left.add(entry.formerly);
    left.delete(entry.address);
  }
  return left;
}

/** As they were entered, which the order of the file does not tell: each after those that it follows. */
function inOrder({ entries }: Pick<Ledger, 'entries'>): LedgerEntry[] {
  const followers = new Map<string, LedgerEntry[]>();
  const awaited = new Map<LedgerEntry, number>();
  const known = new Set(entries.map(({ digest }) => digest));
  for (const entry of entries) {
    const before: readonly string[] = entry.previous.filter((digest: string) => known.has(digest));
    awaited.set(entry, before.length);
    for (const digest of before) {
      const others = followers.get(digest);
      if (others === undefined) followers.set(digest, [entry]);
      else others.push(entry);
    }
  }
  const ready = entries.filter((entry) => awaited.get(entry) === 0);
  for (const entry of ready) {
    for (const follower of followers.get(entry.digest) ?? []) {
      const left = (awaited.get(follower) ?? 0) - 1;
      awaited.set(follower, left);
      if (left === 0) ready.push(follower);
    }
  }
  return ready;
}
