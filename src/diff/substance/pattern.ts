/** What is looked for in a text. */
import type { SubstanceKind } from '../../model/substance.ts';

export interface Pattern {
  readonly kind: SubstanceKind;
  /** Flags `g` and `u`. */
  readonly pattern: RegExp;
  /** What every text has in which the pattern finds something; quick to look for. Without flag `g`. */
  readonly sign?: RegExp;
  /** What is found goes by it: finds with one key are the same. */
  readonly keyOf: (found: RegExpExecArray) => string;
}

export const HAS_DIGIT = /\p{Nd}/u;

/** The source of an expression for `source` where no letter or digit goes on before or behind. */
export function whole(source: string): string {
  return `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`;
}
