/** A clause as both texts have it, or a place outside of clauses, goes in; its name for a reader of the changes comes out. */
import { type ClauseName, type ClausePlace, isRenumbered, type Outside } from '../../model/redline.ts';
import type { RedlineSpeech } from './redline-words.ts';

const OUTSIDE = { opening: 'opening-text', notes: 'footnotes', elsewhere: 'outside-text' } as const satisfies {
  readonly [place in Outside]: string;
};

/** By the name it has in the newer text; by both where its number is another. */
export function nameOf({ older, newer, outside, referrers = [] }: ClausePlace, { say }: RedlineSpeech): string {
  const shown = newer ?? older;
  if (shown === undefined) {
    const name = say(OUTSIDE[outside ?? 'elsewhere']);
    return referrers.length === 0 ? name : say('notes-of', { name, clauses: referrers.map(ownName).join(', ') });
  }
  const name = ownName(shown);
  const before = older !== undefined && newer !== undefined && isRenumbered({ older, newer }) ? citationOf(older) : '';
  return before === '' ? name : say('number-before', { name, before });
}

function ownName(clause: ClauseName): string {
  return [citationOf(clause), clause.title].filter((part) => part !== '').join(' ');
}

function citationOf({ citation, label }: ClauseName): string {
  return citation ?? label ?? '';
}
