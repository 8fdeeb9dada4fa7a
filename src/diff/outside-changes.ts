/** The blocks of a redline and whose they are go in; what changed in no clause, before, between or behind them, comes out. */
import type { ClauseMatching } from '../model/clause-match.ts';
import {
  type ClausePlace,
  isRenumbered,
  type Outside,
  type OutsideChange,
  type RedlineBlock,
} from '../model/redline.ts';
import { hasSameContent } from './wording.ts';

/** One for each place, words before form; in the order of the blocks. Where neither text has clauses nothing is outside of them. */
export function outsideChanges(
  blocks: readonly RedlineBlock[],
  places: readonly ClausePlace[],
  { owners }: Pick<ClauseMatching, 'owners'>,
): OutsideChange[] {
  if (places.every(({ outside }) => outside !== undefined)) return [];
  const found = new Map<Outside, OutsideChange>();
  for (const [index, block] of blocks.entries()) {
    const kind = changeOf(block, (owners.older[index] ?? null) !== null);
    const place = places[index]?.outside;
    if (kind === undefined || place === undefined) continue;
    const known = found.get(place);
    if (known === undefined) found.set(place, { place, kind, block: index });
    else if (known.kind === 'form' && kind === 'changed') found.set(place, { place, kind, block: index });
  }
  return [...found.values()].sort((a, b) => a.block - b.block);
}

function changeOf(block: RedlineBlock, wasInClause: boolean): OutsideChange['kind'] | undefined {
  if (block.kind === 'moved-here' || block.kind === 'moved-away') return 'changed';
  if (!hasSameContent(block) || isRenumbered(block)) return 'changed';
  // The heading above it is gone.
  if (wasInClause && block.newer !== undefined) return 'changed';
  return block.kind !== 'same' && block.form.length > 0 ? 'form' : undefined;
}
