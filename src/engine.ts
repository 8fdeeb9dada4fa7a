/** What compares texts, as it is handed to the pages that show changes. */
import { compare } from './diff/compare.ts';
import { markUp } from './diff/mark-up.ts';
import { settleCorrections } from './diff/settle-corrections.ts';
import { findSubstance } from './diff/substance.ts';
import { traceClauses } from './diff/trace-clauses.ts';

export const ENGINE = { settleCorrections, compare, findSubstance, markUp, traceClauses } as const;
