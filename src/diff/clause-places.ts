/** The blocks of a redline, whose they are and the clauses of both texts go in; the clause in which each block is, as both texts have it, comes out. */
import type { Owners } from '../model/clause-match.ts';
import { lazy } from '../model/lazy.ts';
import type { ClausePlace, Outside, RedlineBlock } from '../model/redline.ts';
import type { ClausePairs } from './clause-pairs.ts';
import { noteAround, noteReferrers } from './note-referrers.ts';
import type { SideName } from './read-side.ts';

/** A block that both texts have is where the newer has it. Places in the same clause are one value. */
export function clausePlaces(blocks: readonly RedlineBlock[], owners: Owners, pairs: ClausePairs): ClausePlace[] {
  // In a text without clauses nothing stands before the first one.
  const opened = { older: pairs.older.size === 0, newer: pairs.newer.size === 0 };
  const referrers = lazy(() => noteReferrers(blocks, owners, pairs));
  return blocks.map((block, index): ClausePlace => {
    const side: SideName = block.newer === undefined || block.kind === 'moved-away' ? 'older' : 'newer';
    const owner = owners[side][index] ?? null;
    if (owner === null) {
      const outside = outsideOf(block, side, opened[side]);
      const note = outside === 'notes' ? noteAround(block) : undefined;
      const referring = note === undefined ? undefined : referrers().get(note);
      return { outside, ...(referring === undefined ? {} : { referrers: referring }) };
    }
    opened[side] = true;
    return pairs[side].get(owner) ?? {};
  });
}

function outsideOf(block: RedlineBlock, side: SideName, isOpened: boolean): Outside {
  if (block[side]?.role.kind === 'note') return 'notes';
  return isOpened ? 'elsewhere' : 'opening';
}
