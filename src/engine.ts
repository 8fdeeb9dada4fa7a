/** What compares texts, as it is handed to the pages that show changes. */
import { compare } from './diff/compare.ts';
import { createKept } from './diff/kept.ts';
import type { KeptElements } from './diff/kept-elements.ts';
import { markUp } from './diff/mark-up.ts';
import { settleCorrections } from './diff/settle-corrections.ts';
import type { KnownSpellings } from './diff/substance/document-words.ts';
import { findSubstance } from './diff/substance.ts';
import { traceClauses } from './diff/trace-clauses.ts';
import type { LineageEngine } from './model/lineage.ts';
import type { RedlineEngine } from './model/redline.ts';

/** One for all texts that are likely to repeat each other: it reads each of their blocks once. */
export function createEngine(): RedlineEngine & LineageEngine {
  const kept = createKept();
  const spellings: KnownSpellings = new WeakMap();
  const marked: KeptElements = new WeakMap();
  return {
    ...{ settleCorrections, traceClauses },
    findSubstance: (redline, language) => findSubstance(redline, language, spellings),
    compare: (older, newer) => compare(older, newer, kept),
    markUp: (blocks, options) => markUp(blocks, options, marked),
  };
}
