/** A redline's blocks and whose they are go in; the blocks of each clause that both texts have, or the newer alone, come out, each with the side on which it is its own. */
import type { ClauseMatching } from '../model/clause-match.ts';
import type { RedlineBlock } from '../model/redline.ts';
import type { SideName } from './read-side.ts';
import { hasSameContent } from './wording.ts';

export interface OwnedBlock {
  readonly block: RedlineBlock;
  /** In the redline. */
  readonly index: number;
  /** On which side it is the clause's own. */
  readonly part: 'both' | SideName;
}

/** By the clause's fragment in the newer text; in the order of the redline. */
export function ownedBlocks(blocks: readonly RedlineBlock[], matching: ClauseMatching): Map<string, OwnedBlock[]> {
  const { owners, matches } = matching;
  const heirs = new Map(matches.map(({ older, newer }) => [older, newer]));
  const heirAt = (index: number) => heirs.get(owners.older[index] ?? '');
  const moved = movedClauses(blocks);
  // A clause that moved took its blocks along. One that stayed, in which a block changed its place, changed.
  const isBoth = (index: number): boolean => {
    const owner = owners.newer[index] ?? null;
    if (owner === null || owner !== heirAt(index)) return false;
    return blocks[index]?.kind !== 'moved-here' || moved.has(owner);
  };
  const owned = new Map<string, OwnedBlock[]>();
  const add = (clause: string | null | undefined, own: OwnedBlock): void => {
    if (clause === undefined || clause === null) return;
    const known = owned.get(clause);
    if (known === undefined) owned.set(clause, [own]);
    else known.push(own);
  };
  for (const [index, block] of blocks.entries()) {
    const { kind, counterpart = -1 } = block;
    if (kind === 'moved-away' ? isBoth(counterpart) : isBoth(index)) {
      if (kind !== 'moved-away') add(owners.newer[index], { block, index, part: 'both' });
      continue;
    }
    if (kind !== 'moved-here') add(heirAt(index), { block, index, part: 'older' });
    add(owners.newer[index], { block, index, part: 'newer' });
  }
  return owned;
}

/** Of the newer text: those whose first block moved. */
function movedClauses(blocks: readonly RedlineBlock[]): Set<string> {
  return new Set(blocks.flatMap(({ kind, newer }) => (kind === 'moved-here' ? (newer?.anchor ?? []) : [])));
}

/** Numbers, levels and emphasis are no words. */
export function isInOtherWords({ block, part }: OwnedBlock): boolean {
  return part !== 'both' || !hasSameContent(block);
}
