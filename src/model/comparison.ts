/** Two texts of one language, compared because somebody asked. */
import type { CivilDate } from './civil-date.ts';
import type { Correction, Language } from './config.ts';
import type { Edition } from './policy.ts';
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
  /** When it applies: ready sentences in English; none of a text as it was before. */
  readonly applies: readonly string[];
  /** From when the edition is in force no more, if it was withdrawn. */
  readonly withdrawn?: CivilDate;
}

/** A sentence in English about a change that no word tells of. */
export interface FormNote {
  /** Index in the redline's `blocks`. */
  readonly block: number;
  /** Whether it is about where a link leads. */
  readonly isLink: boolean;
  readonly sentence: string;
}

/** What the author of an edition says of its changes. */
export interface AuthorSays {
  readonly edition: string;
  readonly summary?: string;
  readonly change?: NonNullable<Edition['change']>;
}

/** An edition that was withdrawn before the newer text takes force: it was not this one that the newer replaces. */
export interface PassedOver {
  readonly edition: string;
  readonly withdrawn: CivilDate;
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
      readonly notes: readonly FormNote[];
      readonly substance: readonly SubstanceFinding[];
      /** Of each edition after the older one, up to the newer, in their order; none of one that says nothing. */
      readonly authors: readonly AuthorSays[];
      readonly passedOver: readonly PassedOver[];
      /** Corrections of either edition before which both read the same: the texts are compared as they read before. */
      readonly undone: readonly (Correction & { readonly edition: string })[];
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
