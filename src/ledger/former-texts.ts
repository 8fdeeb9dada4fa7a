/** A text that was changed since it was sealed and the ledger go in; what it was before each change comes out, proved by its digest. */
import { entriesAt, type Ledger, type TextEntry } from '../model/ledger.ts';
import { correctionsIn, type Edition, type EditionText } from '../model/policy.ts';
import { sha256 } from '../model/sha256.ts';
import { canonicalText, writeCanonical } from './canonical-text.ts';
import { undone } from './is-declared.ts';

/** In UTF-16 units that may be hashed. */
const MOST_WORK = 30_000_000;

export interface ChangedText {
  readonly edition: Edition;
  readonly text: EditionText;
  /** Of its page, below the root of the site. */
  readonly address: string;
}

/** A text as it was once. */
export interface FormerText {
  /** The first that tells of it. */
  readonly entry: TextEntry;
  /** The very bytes that were sealed, and of them what follows the front matter. */
  readonly canonical: string;
  readonly markdown: string;
  /** True if it is what was sealed first. */
  readonly isOriginal: boolean;
}

/**
 * In the order of the ledger. Left out is what the corrections do not lead back to the very bytes that were sealed (because they
 * quote words that are written otherwise in the Markdown).
 */
export function formerTexts({ edition, text, address }: ChangedText, ledger: Ledger | undefined): FormerText[] {
  const entries = ledger === undefined ? [] : entriesAt(ledger, address);
  const original = entries.find(({ kind }) => kind === 'sealed');
  const seen = new Set([sha256(canonicalText(edition, text))]);
  const wanted: TextEntry[] = [];
  for (const entry of entries) {
    if (!seen.has(entry.source)) wanted.push(entry);
    seen.add(entry.source);
  }
  const found = new Map<TextEntry, FormerText>();
  const declared = correctionsIn(edition, text.language);
  let work = 0;
  for (const markdown of wanted.length === 0 ? [] : undone(text.markdown, declared)) {
    for (const entry of wanted.filter((one) => !found.has(one))) {
      const canonical = writeCanonical(entry, { language: text.language, markdown });
      const isOriginal = entry.source === original?.source;
      if (sha256(canonical) === entry.source) found.set(entry, { entry, canonical, markdown, isOriginal });
      work += canonical.length;
    }
    if (found.size === wanted.length || work > MOST_WORK) break;
  }
  return wanted.flatMap((entry) => found.get(entry) ?? []);
}
