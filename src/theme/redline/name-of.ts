/** A clause as both texts have it, or a place outside of clauses, goes in; its name for a reader of the changes comes out. */
import { type ClauseName, type ClausePlace, isRenumbered, type Outside } from '../../model/redline.ts';
import type { RedlineSpeech } from './redline-words.ts';

const OUTSIDE = { opening: 'opening-text', notes: 'footnotes', elsewhere: 'outside-text' } as const satisfies {
  readonly [place in Outside]: string;
};

/** By the name it has in the newer text; by both where its number is another. */
export function nameOf({ older, newer, outside }: ClausePlace, { say }: RedlineSpeech): string {
  const shown = newer ?? older;
  if (shown === undefined) return say(OUTSIDE[outside ?? 'elsewhere']);
  const name = [citationOf(shown), shown.title].filter((part) => part !== '').join(' ');
  const before = older !== undefined && newer !== undefined && isRenumbered({ older, newer }) ? citationOf(older) : '';
  return before === '' ? name : say('number-before', { name, before });
}

function citationOf({ citation, label }: ClauseName): string {
  return citation ?? label ?? '';
}
