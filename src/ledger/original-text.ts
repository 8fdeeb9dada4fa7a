/** A corrected text and the ledger go in; the canonical text as it was first sealed comes out, proved by its digest. */
import { entriesAt, type Ledger } from '../model/ledger.ts';
import type { Edition, EditionText } from '../model/policy.ts';
import { canonicalText, writeCanonical } from './canonical-text.ts';
import { undone } from './is-declared.ts';
import { sha256 } from './sha256.ts';

/** In UTF-16 units that may be hashed. */
const MOST_WORK = 30_000_000;

export interface CorrectedText {
  readonly edition: Edition;
  readonly text: EditionText;
  /** Of its page, below the root of the site. */
  readonly address: string;
}

/**
 * Where nothing was corrected, or the corrections do not lead back to the very bytes that were sealed (because they quote words that
 * are written otherwise in the Markdown), undefined.
 */
export function originalText(
  { edition, text, address }: CorrectedText,
  ledger: Ledger | undefined,
): string | undefined {
  const first = ledger === undefined ? undefined : entriesAt(ledger, address).find(({ kind }) => kind === 'sealed');
  if (first === undefined || sha256(canonicalText(edition, text)) === first.source) return undefined;
  const declared = edition.corrections.filter(({ language = text.language }) => language === text.language);
  let work = 0;
  for (const markdown of undone(text.markdown, declared)) {
    const canonical = writeCanonical(first, { language: text.language, markdown });
    if (sha256(canonical) === first.source) return canonical;
    work += canonical.length;
    if (work > MOST_WORK) return undefined;
  }
  return undefined;
}
