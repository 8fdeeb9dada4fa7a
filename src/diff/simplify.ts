/** Exact edits go in; edits that read well, of the same two texts, come out. */
import { absorbSpecks } from './absorb-specks.ts';
import { type Comparison, type Edit, joinEdits, lengthOf, weigh } from './edits.ts';
import { replaceSentences } from './replace-sentences.ts';
import { slideEdits } from './slide-edits.ts';

/** A block with less than this share in common is another block under the same number. */
const LEAST_SHARE = 0.2;

export function simplify(edits: readonly Edit[], sides: Comparison): Edit[] {
  const settled = slideEdits(trimEnds(absorbSpecks(slideEdits(edits, sides), sides), sides), sides);
  return replaceAll(replaceSentences(settled, sides), sides);
}

/** A word with which both sides of a change end stayed. */
function trimEnds(edits: readonly Edit[], { older, newer }: Comparison): Edit[] {
  const trimmed = edits.flatMap((edit): Edit[] => {
    if (edit.kind === 'same') return [edit];
    let kept = 0;
    const most = Math.min(lengthOf(edit.older), lengthOf(edit.newer));
    while (kept < most && older[edit.older.end - 1 - kept]?.key === newer[edit.newer.end - 1 - kept]?.key) kept += 1;
    if (kept === 0) return [edit];
    const [from, to] = [edit.older.end - kept, edit.newer.end - kept];
    return [
      { kind: 'changed', older: { ...edit.older, end: from }, newer: { ...edit.newer, end: to } },
      { kind: 'same', older: { start: from, end: edit.older.end }, newer: { start: to, end: edit.newer.end } },
    ];
  });
  return joinEdits(trimmed);
}

function replaceAll(edits: Edit[], { older, newer }: Comparison): Edit[] {
  const whole = { older: { start: 0, end: older.length }, newer: { start: 0, end: newer.length } };
  const same = edits.filter(({ kind }) => kind === 'same').reduce((sum, edit) => sum + weigh(older, edit.older), 0);
  const less = Math.min(weigh(older, whole.older), weigh(newer, whole.newer));
  if (edits.length < 2 || same >= LEAST_SHARE * less) return edits;
  const isReplaced = edits.some(({ older }) => lengthOf(older) > 0) && edits.some(({ newer }) => lengthOf(newer) > 0);
  return isReplaced ? joinEdits([{ kind: 'changed', ...whole }]) : edits;
}
