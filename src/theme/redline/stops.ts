/** A redline goes in; the stops that a reader makes on the way through its changes come out. */
import type { ClauseChange, FormChange, Redline, RedlineBlock } from '../../model/redline.ts';

/** A block that changed, or several that came, went or moved together. */
export interface Stop {
  /** From 1. */
  readonly number: number;
  /** Indexes of its blocks: the first, and the one behind the last. */
  readonly start: number;
  readonly end: number;
  readonly kind: RedlineBlock['kind'];
  /** Everything in it that changed besides words. */
  readonly form: readonly FormChange[];
}

export interface Stops {
  readonly all: readonly Stop[];
  /** The stop that block `index` is part of. */
  of(index: number): Stop | undefined;
  /** The stop at which a change of a clause is to be seen. */
  for(change: ClauseChange): Stop | undefined;
}

/** Kinds of blocks that are stopped at once where they follow each other. */
const TOGETHER: ReadonlySet<RedlineBlock['kind']> = new Set(['inserted', 'deleted', 'moved-here', 'moved-away']);

export function stopsOf({ blocks, changes }: Pick<Redline, 'blocks' | 'changes'>): Stops {
  const told = new Set(changes.filter(({ kind }) => kind !== 'changed' && kind !== 'form').map(({ block }) => block));
  const all: Stop[] = [];
  const byBlock: (Stop | undefined)[] = [];
  for (let start = 0; start < blocks.length; ) {
    const end = endOf(blocks, start, told);
    const kind = blocks[start]?.kind ?? 'same';
    if (kind !== 'same') {
      const form = blocks.slice(start, end).flatMap(formOf);
      const stop: Stop = { number: all.length + 1, start, end, kind, form };
      all.push(stop);
      for (let index = start; index < end; index += 1) byBlock[index] = stop;
    }
    start = end;
  }
  const of = (index: number) => byBlock[index];
  // A clause may begin with blocks that stayed as they were.
  const after = (index: number) => of(index) ?? all.find(({ start }) => start >= index);
  return { all, of, for: ({ block }) => after(block) };
}

function endOf(blocks: readonly RedlineBlock[], start: number, told: ReadonlySet<number>): number {
  let end = start + 1;
  for (let before = blocks[start]; before !== undefined && TOGETHER.has(before.kind); end += 1) {
    const next = blocks[end];
    if (next?.kind !== before.kind || told.has(end)) break;
    if (next.counterpart !== undefined && next.counterpart !== (before.counterpart ?? 0) + 1) break;
    before = next;
  }
  return end;
}

function formOf({ form, content }: RedlineBlock): FormChange[] {
  if (content.kind === 'text') return [...form];
  const inner = content.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.flatMap(formOf)));
  return [...form, ...inner];
}
