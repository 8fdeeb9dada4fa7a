/** What in a redline may change what a text means in law, and not only how it reads. */
import type { ClausePlace } from './redline.ts';

/**
 * `number`: one that is none of the following. `amount`: money, a share. `date`, `period`: a day; how long, how often, how soon. `negation`: also
 * exceptions and conditions (unless). `modal`: must, may, shall and the like. `party`: who owes, who is owed, who else is named.
 * `jurisdiction`: a country, a state, a court, a law. `reference`: to another clause, and not merely because that was renumbered.
 * `link`: a link or an address leads elsewhere. Clauses, and passages within them (sentences, paragraphs, items, rows), that came or went.
 */
export type SubstanceKind =
  | 'number'
  | 'amount'
  | 'date'
  | 'period'
  | 'negation'
  | 'modal'
  | 'party'
  | 'jurisdiction'
  | 'reference'
  | 'link'
  | 'clause-added'
  | 'clause-removed'
  | 'passage-added'
  | 'passage-removed';

export interface SubstanceFinding {
  readonly kind: SubstanceKind;
  /** The words of each text that it concerns; empty if there are none in that text. Of a passage: all of it. */
  readonly older: string;
  readonly newer: string;
  readonly clause: ClausePlace;
  /** Index in the redline's `blocks`. */
  readonly block: number;
}
