/** Edits go in; those that could as well begin some words sooner or later come out where a reader would put them. */
import { type Comparison, type Edit, joinEdits, lengthOf, type Words } from './edits.ts';
import { endsSentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/**
 * "A b. {C b.} D" rather than "A {b. C} b. D": an insertion or deletion between words that stayed may be shifted as long as the
 * words that it leaves behind are those that it takes in.
 */
export function slideEdits(edits: readonly Edit[], { older, newer }: Comparison): Edit[] {
  const slid = [...edits];
  for (let at = 1; at + 1 < slid.length; at += 1) {
    const [before, edit, after] = [slid[at - 1], slid[at], slid[at + 1]];
    if (edit?.kind !== 'changed' || before?.kind !== 'same' || after?.kind !== 'same') continue;
    const isInsertion = lengthOf(edit.older) === 0;
    if (!isInsertion && lengthOf(edit.newer) > 0) continue;
    const tokens = isInsertion ? newer : older;
    const words = isInsertion ? edit.newer : edit.older;
    const shift = bestShift(tokens, words, { back: lengthOf(before.older), ahead: lengthOf(after.older) });
    slid[at - 1] = { ...before, older: end(before.older, shift), newer: end(before.newer, shift) };
    slid[at] = { ...edit, older: both(edit.older, shift), newer: both(edit.newer, shift) };
    slid[at + 1] = { ...after, older: start(after.older, shift), newer: start(after.newer, shift) };
  }
  return joinEdits(slid);
}

const start = (words: Words, shift: number): Words => ({ ...words, start: words.start + shift });
const end = (words: Words, shift: number): Words => ({ ...words, end: words.end + shift });
const both = (words: Words, shift: number): Words => start(end(words, shift), shift);

function bestShift(
  tokens: readonly Token[],
  words: Words,
  room: { readonly back: number; readonly ahead: number },
): number {
  const keyAt = (at: number): string | undefined => tokens[at]?.key;
  let best = 0;
  let bestFit = fitOf(tokens, words);
  const consider = (shift: number): void => {
    const fit = fitOf(tokens, both(words, shift));
    if (fit > bestFit) [best, bestFit] = [shift, fit];
  };
  for (let shift = 1; shift <= room.ahead; shift += 1) {
    if (keyAt(words.start + shift - 1) !== keyAt(words.end + shift - 1)) break;
    consider(shift);
  }
  for (let shift = -1; -shift <= room.back; shift -= 1) {
    if (keyAt(words.start + shift) !== keyAt(words.end + shift)) break;
    consider(shift);
  }
  return best;
}

/** How well a reader takes the words between `start` and `end` as one. */
function fitOf(tokens: readonly Token[], { start, end }: Words): number {
  return 2 * seamAt(tokens, start) + seamAt(tokens, end);
}

/** How strongly the text is parted before token `at`. */
function seamAt(tokens: readonly Token[], at: number): number {
  if (at === 0 || at === tokens.length || endsSentence(tokens, at - 1)) return 6;
  const [before, after] = [tokens[at - 1], tokens[at]];
  if (before === undefined || after === undefined) return 0;
  if (before.key === ';' || before.key === ':') return 4;
  if (before.key === ',' || after.key === '(' || before.key === ')') return 3;
  if (after.weight === 0 && before.end === before.wordEnd) return 1;
  return before.end > before.wordEnd ? 2 : 0;
}
