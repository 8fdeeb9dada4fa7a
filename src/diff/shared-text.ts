/** A block of a redline goes in; how much text it holds on either side, and how much of it is on both, comes out. */
import type { RedlineBlock, RedlineRow, Run } from '../model/redline.ts';
import { textOf } from './pieces.ts';

/** In UTF-16 units, without white space and marks. */
export interface Extent {
  readonly older: number;
  readonly newer: number;
  readonly shared: number;
}

const NONE: Extent = { older: 0, newer: 0, shared: 0 };

export function extentOf({ kind, content }: RedlineBlock): Extent {
  const extent = content.kind === 'text' ? sum(content.runs.map(ofRun)) : sum(content.rows.map(ofRow));
  // What moved away is read where it went.
  return kind === 'moved-away' ? NONE : extent;
}

export function sum(extents: readonly Extent[]): Extent {
  return extents.reduce(
    (all, { older, newer, shared }) => ({
      older: all.older + older,
      newer: all.newer + newer,
      shared: all.shared + shared,
    }),
    NONE,
  );
}

/** From 0, nothing in common, to 1, all the same; 1 for nothing at all. */
export function similarity({ older, newer, shared }: Extent): number {
  return older + newer === 0 ? 1 : (2 * shared) / (older + newer);
}

function ofRun({ kind, nodes }: Run): Extent {
  const size = textOf(nodes).replace(/[^\p{L}\p{N}]+/gu, '').length;
  if (kind === 'deleted') return { ...NONE, older: size };
  if (kind === 'inserted') return { ...NONE, newer: size };
  return { older: size, newer: size, shared: size };
}

function ofRow({ cells }: RedlineRow): Extent {
  return sum(cells.flatMap(({ blocks }) => blocks.map(extentOf)));
}
