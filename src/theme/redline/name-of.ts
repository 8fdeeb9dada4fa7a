/** A clause as both texts have it goes in; its name for a reader of the changes comes out. */
import { type ClauseChange, type ClauseName, numberOf } from '../../model/redline.ts';
import type { RedlineSpeech } from './redline-words.ts';

/** By the name it has in the newer text; by both where its number is another. */
export function nameOf({ older, newer }: Pick<ClauseChange, 'older' | 'newer'>, { say }: RedlineSpeech): string {
  const shown = newer ?? older;
  if (shown === undefined) return say('opening-text');
  const name = [citationOf(shown), shown.title].filter((part) => part !== '').join(' ');
  const isRenumbered = older !== undefined && newer !== undefined && numberOf(older.label) !== numberOf(newer.label);
  const before = isRenumbered ? citationOf(older) : '';
  return before === '' ? name : say('number-before', { name, before });
}

function citationOf({ citation, label }: ClauseName): string {
  return citation ?? label ?? '';
}
