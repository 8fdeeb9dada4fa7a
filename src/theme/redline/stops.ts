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
  /** The address that block `index` bears, if a link leads to it. */
  idAt(index: number): string | undefined;
  /** The address at which a change is to be seen. */
  idFor(change: Pick<ClauseChange, 'block'>): string | undefined;
}

/** Addresses of the interface begin with `page:`, which no text's do. */
export function stopId({ number }: Stop): string {
  return `page:change-${number}`;
}

/** Kinds of blocks that are stopped at once where they follow each other. */
const TOGETHER: ReadonlySet<RedlineBlock['kind']> = new Set(['inserted', 'deleted', 'moved-here', 'moved-away']);

export function stopsOf({ blocks, changes }: Pick<Redline, 'blocks' | 'changes'>): Stops {
  const whole = changes.filter(({ kind }) => kind !== 'changed' && kind !== 'form');
  const told = new Set(whole.filter(({ isWithin }) => !isWithin).map(({ block }) => block));
  const within = new Set(whole.map(({ block }) => block));
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
  const idAt = (index: number) => {
    const stop = of(index);
    if (stop === undefined) return undefined;
    if (stop.start === index) return stopId(stop);
    return within.has(index) ? `${stopId(stop)}-${index - stop.start}` : undefined;
  };
  const idFor = ({ block }: Pick<ClauseChange, 'block'>) => {
    // A clause may begin with blocks that stayed as they were.
    const stop = of(block) ?? all.find(({ start }) => start >= block);
    return idAt(block) ?? (stop === undefined ? undefined : stopId(stop));
  };
  return { all, of, idAt, idFor };
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

/** What changed in a block besides words, in the cells of a table too. */
export function formOf({ form, content }: RedlineBlock): FormChange[] {
  if (content.kind === 'text') return [...form];
  const inner = content.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.flatMap(formOf)));
  return [...form, ...inner];
}
