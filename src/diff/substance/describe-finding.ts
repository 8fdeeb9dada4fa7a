/** A finding goes in; what changed, in a few plain words, comes out. */
import type { ClauseName, ClausePlace } from '../../model/redline.ts';
import { shorten } from '../../model/shorten.ts';
import type { SubstanceFinding, SubstanceKind } from '../../model/substance.ts';

const NOUNS: { readonly [kind in SubstanceKind]: string } = {
  number: 'a number',
  amount: 'an amount',
  date: 'a date',
  period: 'a period',
  negation: 'a negation or exception',
  modal: 'a duty or permission',
  party: 'a party',
  jurisdiction: 'a country, court or law',
  reference: 'a reference to another clause',
  link: 'a link or address',
  'clause-added': 'a clause',
  'clause-removed': 'a clause',
  'passage-added': 'a passage',
  'passage-removed': 'a passage',
};

/** In UTF-16 units; a passage may be long. */
const LONGEST = 80;

/** Begins in lower case and has no stop: `in 3.1 a period changed from “30 days” to “90 days”`. */
export function describeFinding({ kind, older, newer, clause }: SubstanceFinding): string {
  const noun = `${placeOf(clause)}${NOUNS[kind]}`;
  if (older === '') return `${noun} was added: ${quote(newer)}`;
  if (newer === '') return `${noun} was taken out: ${quote(older)}`;
  return `${noun} changed from ${quote(older)} to ${quote(newer)}`;
}

function placeOf({ older, newer, outside }: ClausePlace): string {
  const where = newer ?? older;
  // Another clause may have its number in the newer text.
  if (where !== undefined)
    return `in ${shorten(nameOf(where), LONGEST)} ${newer === undefined ? 'of the older text ' : ''}`;
  return outside === 'opening' ? 'before the first clause ' : outside === 'notes' ? 'in the footnotes ' : '';
}

function nameOf({ citation, label, title, anchor }: ClauseName): string {
  return citation ?? label ?? (title === '' ? anchor : `“${title}”`);
}

function quote(words: string): string {
  return `“${shorten(words, LONGEST)}”`;
}
