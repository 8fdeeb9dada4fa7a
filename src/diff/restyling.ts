/** Two words with equal keys go in; what changed about them besides the word comes out. */
import type { FormChange } from '../model/redline.ts';
import type { Style } from './styles.ts';
import type { Judge } from './targets.ts';

type Change<Each> = Each extends FormChange ? Omit<Each, 'words'> : never;

/** A change of form, for which the words are still to be told. */
export type Restyling = Change<Extract<FormChange, { kind: 'link' | 'reference' | 'note' | 'emphasis' }>>;

const NONE: readonly Restyling[] = [];

export function hasSameEmphasis(older: Style, newer: Style): boolean {
  if (older.emphasis.length === 0 && newer.emphasis.length === 0) return true;
  return older.emphasis.join() === newer.emphasis.join();
}

/** `isMark`: bold or not bold on a comma is nothing a reader sees. */
export function restylingsOf(
  older: Style,
  newer: Style,
  { judge, isMark }: { readonly judge: Judge; readonly isMark: boolean },
): readonly Restyling[] {
  if (older === newer) return NONE;
  const restylings: Restyling[] = [...linkChange(older.href, newer.href, judge)];
  if (older.note !== undefined && newer.note !== undefined) {
    const isOther = judge(`#${older.note}`, `#${newer.note}`).kind !== 'alike';
    if (isOther) restylings.push({ kind: 'note', older: older.note, newer: newer.note });
  }
  if (!isMark && !hasSameEmphasis(older, newer)) {
    restylings.push({ kind: 'emphasis', older: older.emphasis, newer: newer.emphasis });
  }
  return restylings;
}

function linkChange(older: string | undefined, newer: string | undefined, judge: Judge): Restyling[] {
  if (older === undefined && newer === undefined) return [];
  if (older === undefined || newer === undefined) {
    return [{ kind: 'link', ...(older === undefined ? {} : { older }), ...(newer === undefined ? {} : { newer }) }];
  }
  const judgement = judge(older, newer);
  switch (judgement.kind) {
    case 'alike':
      return [];
    case 'different':
      return [{ kind: 'link', older, newer }];
    case 'turned':
      return [{ kind: 'reference', target: newer.slice(1), moved: judgement.moved }];
  }
}
