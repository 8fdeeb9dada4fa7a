/** A redline goes in; how many clauses changed in which way comes out. */
import type { ClauseChangeKind, Redline } from '../model/redline.ts';

/** Counts clauses. A clause that moved and changed counts as both. */
export type ChangeCounts = { readonly [kind in ClauseChangeKind]: number };

export function summarize({ changes }: Pick<Redline, 'changes'>): ChangeCounts {
  const counts = { added: 0, removed: 0, split: 0, joined: 0, moved: 0, changed: 0, form: 0, renumbered: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}
