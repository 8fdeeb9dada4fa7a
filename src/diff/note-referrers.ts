/** The blocks of a redline and the clauses they are in go in; which clauses refer to each note of the newer text comes out. */
import type { ElementContent } from 'hast';
import type { Owners } from '../model/clause-match.ts';
import type { ClauseName, RedlineBlock } from '../model/redline.ts';
import type { ClausePairs } from './clause-pairs.ts';
import { noteOf } from './pieces.ts';

/** By the address of the note; each clause once. */
export function noteReferrers(
  blocks: readonly RedlineBlock[],
  owners: Owners,
  pairs: ClausePairs,
): Map<string, ClauseName[]> {
  const found = new Map<string, ClauseName[]>();
  for (const [index, block] of blocks.entries()) {
    const clause = pairs.newer.get(owners.newer[index] ?? '')?.newer;
    if (clause === undefined || block.kind === 'moved-away') continue;
    for (const note of notesIn(block)) {
      const known = found.get(note) ?? [];
      if (!known.includes(clause)) found.set(note, [...known, clause]);
    }
  }
  return found;
}

/** The address of the note that a block is part of. */
export function noteAround({ within }: RedlineBlock): string | undefined {
  const item = within.findLast(({ tagName }) => tagName === 'li');
  return item === undefined ? undefined : String(item.properties.id);
}

/** The addresses of the notes that its newer text refers to. */
export function notesIn({ content }: Pick<RedlineBlock, 'content'>): string[] {
  if (content.kind === 'text')
    return content.runs.flatMap((run) => (run.kind === 'deleted' ? [] : run.nodes.flatMap(referredBy)));
  return content.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks.flatMap(notesIn)));
}

function referredBy(node: ElementContent): string[] {
  if (node.type !== 'element') return [];
  const note = noteOf(node);
  return note === undefined ? node.children.flatMap(referredBy) : [note];
}
