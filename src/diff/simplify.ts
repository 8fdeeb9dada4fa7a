/** Exact edits go in; edits that read well, of the same two texts, come out. */
import { absorbSpecks } from './absorb-specks.ts';
import { type Comparison, type Edit, joinEdits, lengthOf, weigh } from './edits.ts';
import { replaceSentences } from './replace-sentences.ts';
import { slideEdits } from './slide-edits.ts';

/** A block with less than this share in common is another block under the same number. */
const LEAST_SHARE = 0.2;

export function simplify(edits: readonly Edit[], sides: Comparison): Edit[] {
  const settled = slideEdits(absorbSpecks(slideEdits(edits, sides), sides), sides);
  return replaceAll(replaceSentences(settled, sides), sides);
}

function replaceAll(edits: Edit[], { older, newer }: Comparison): Edit[] {
  const whole = { older: { start: 0, end: older.length }, newer: { start: 0, end: newer.length } };
  const same = edits.filter(({ kind }) => kind === 'same').reduce((sum, edit) => sum + weigh(older, edit.older), 0);
  const less = Math.min(weigh(older, whole.older), weigh(newer, whole.newer));
  if (edits.length < 2 || same >= LEAST_SHARE * less) return edits;
  const isReplaced = edits.some(({ older }) => lengthOf(older) > 0) && edits.some(({ newer }) => lengthOf(newer) > 0);
  return isReplaced ? joinEdits([{ kind: 'changed', ...whole }]) : edits;
}
