/** Rows, columns or cells of two tables go in; which of one is which of the other comes out. */
import { lazy } from '../model/lazy.ts';
import { align, type Pair } from './align.ts';
import { bagOf } from './similarity.ts';
import { tokensOf } from './tokens.ts';

export interface Part {
  /** What it goes by. */
  readonly text: string;
  /** All it says. */
  readonly words: string;
  /** Parts of one kind are paired more readily; a caption only with a caption. */
  readonly kind: string;
}

export function alignParts(older: readonly Part[], newer: readonly Part[]): readonly Pair[] {
  return align({ older: older.map(alignable), newer: newer.map(alignable) }, { findsMoves: false }).pairs;
}

function alignable({ text, words, kind }: Part) {
  const family = kind === 'caption' ? kind : 'part';
  return { text, family, kind, number: '', bag: lazy(() => bagOf(tokensOf(words))) };
}
