/** Two texts of one language, compared because somebody asked. */
import type { Language } from './config.ts';
import type { Redline } from './redline.ts';
import type { SubstanceFinding } from './substance.ts';

/** One of the texts. */
export interface ComparedSide {
  readonly edition: string;
  readonly title: string;
  /** Of its source, relative to the root. */
  readonly path: string;
  /** The Git revision it was read from, as it was asked for; absent for the text as it is now. */
  readonly revision?: string;
}

interface ComparisonBase {
  readonly policy: string;
  readonly language: Language;
}

export type TextComparison =
  | (ComparisonBase & {
      readonly kind: 'compared';
      readonly older: ComparedSide;
      readonly newer: ComparedSide;
      readonly redline: Redline;
      readonly substance: readonly SubstanceFinding[];
    })
  /** It was not there before, and there is nothing before it. */
  | (ComparisonBase & { readonly kind: 'added'; readonly newer: ComparedSide })
  /** It is there no more. */
  | (ComparisonBase & { readonly kind: 'removed'; readonly older: ComparedSide });

/** True if a reader would see any difference: in words, numbers, links, form or title. */
export function isDifferent(comparison: TextComparison): boolean {
  if (comparison.kind !== 'compared') return true;
  const { older, newer, redline } = comparison;
  return older.title !== newer.title || redline.blocks.some(({ kind, form }) => kind !== 'same' || form.length > 0);
}
