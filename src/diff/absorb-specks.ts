/** Edits go in; those between which next to nothing stayed come out as one. */
import { type Comparison, type Edit, joinEdits, lengthOf, type Words, weigh } from './edits.ts';
import { endsSentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** A short word or two between two changes, "the" or "of a", is no help to a reader. */
const SPECK_WEIGHT = 4;
/** More words than this are worth keeping whatever changed around them. */
const MOST_WORDS = 4;

/** Each edit is looked at once, and again only when what follows it was joined to it: time is linear. */
export function absorbSpecks(edits: readonly Edit[], sides: Comparison): Edit[] {
  const settled: Edit[] = [];
  for (const edit of edits) {
    settled.push(edit);
    while (settled.length >= 3 && edit.kind === 'changed' && isSpeck(settled.slice(-3), sides)) {
      const [before, same, after] = settled.splice(-3);
      if (before === undefined || same === undefined || after === undefined) break;
      settled.push({
        kind: 'changed',
        older: { start: before.older.start, end: after.older.end },
        newer: { start: before.newer.start, end: after.newer.end },
      });
    }
  }
  return joinEdits(settled);
}

function isSpeck([before, same, after]: readonly Edit[], sides: Comparison): boolean {
  if (before?.kind !== 'changed' || same?.kind !== 'same' || after?.kind !== 'changed') return false;
  if (hasSentenceEnd(sides.older, same.older) && hasSentenceEnd(sides.newer, same.newer)) return false;
  const words = sides.older.slice(same.older.start, same.older.end).filter(({ weight }) => weight > 0);
  const weight = weigh(sides.older, same.older);
  if (words.length > MOST_WORDS) return false;
  const [first, last] = [sizeOf(before, sides), sizeOf(after, sides)];
  const [deleted, inserted] = [first.deleted + last.deleted, first.inserted + last.inserted];
  // Where only one side has words, taking in a word that stayed would show it twice; a bracket or comma matters less.
  if (deleted === 0 || inserted === 0) return weight === 0 && first.most > 0 && last.most > 0;
  if (weight <= SPECK_WEIGHT) return first.most > 0 && last.most > 0;
  return weight <= first.most && weight <= last.most;
}

function sizeOf({ older, newer }: Edit, sides: Comparison) {
  const [deleted, inserted] = [weigh(sides.older, older), weigh(sides.newer, newer)];
  return { deleted, inserted, most: Math.max(deleted, inserted) };
}

function hasSentenceEnd(tokens: readonly Token[], words: Words): boolean {
  return (
    lengthOf(words) > 0 && tokens.slice(words.start, words.end).some((_, at) => endsSentence(tokens, words.start + at))
  );
}
