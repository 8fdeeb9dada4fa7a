/** Texts and clauses of the ledger go in; how a message names them comes out. */
import { BEFORE_CLAUSES, type Body, NOTES } from '../model/clause.ts';
import type { TextEntry } from '../model/ledger.ts';
import type { ClauseDifference } from './clause-changes.ts';

/** More clauses than this are counted, not named. */
const MOST_NAMED = 8;

/** `privacy 2020-02-04`, and its language if the site has several. */
export function nameOfText(
  { policy, edition, language }: Pick<TextEntry, 'policy' | 'edition' | 'language'>,
  isOneOfMany: boolean,
): string {
  return `${policy} ${edition}${isOneOfMany ? ` (${language})` : ''}`;
}

/** `was published on 2020-01-28`; without a known day, when it was sealed. */
export function publicationOf({ published, sealedAsOf }: TextEntry): string {
  if (published === undefined) return `was sealed as published on ${sealedAsOf.slice(0, 10)}`;
  return `was published ${published.length > 7 ? 'on' : 'in'} ${published}`;
}

/** `clause 7.2`, `Article 3, “Your rights” and the notes`. Each once. */
export function nameOfClauses(differences: readonly ClauseDifference[], { clauses }: Body): string {
  const names = [...new Set(differences.map(({ anchor }) => nameOfClause(anchor, clauses)))];
  const more = names.length - MOST_NAMED;
  return inWords(more > 1 ? [...names.slice(0, MOST_NAMED), `${more} other clauses`] : names);
}

/** `a`, `a and b`, `a, b and c`. */
export function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function nameOfClause(anchor: string, clauses: Body['clauses']): string {
  if (anchor === BEFORE_CLAUSES) return clauses.length === 0 ? 'its text' : 'the text before the first clause';
  if (anchor === NOTES) return 'the notes';
  const clause = clauses.find((one) => one.anchor === anchor);
  const { citation = '', title = '' } = clause ?? {};
  if (citation !== '') return /^\p{L}+\s/u.test(citation) ? citation : `clause ${citation}`;
  return title === '' ? `clause ${anchor}` : `“${title}”`;
}
