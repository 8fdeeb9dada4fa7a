/** Two tables go in; which column of one is which of the other comes out. */
import type { Pair } from './align.ts';
import { alignParts, type Part } from './parts.ts';
import type { TableUnit } from './table-unit.ts';

/** Undefined if either table has no columns that could be told apart. */
export function columnsOf(older: TableUnit, newer: TableUnit): readonly Pair[] | undefined {
  if (older.width === undefined || newer.width === undefined) return undefined;
  const pairs = alignParts(columnParts(older, older.width), columnParts(newer, newer.width));
  return withRenamed(pairs, older.width, newer.width);
}

/** A column goes by its head, or by all its words if it has none. */
function columnParts({ rows }: TableUnit, width: number): Part[] {
  const grid = rows.filter(({ section }) => section !== 'caption');
  return Array.from({ length: width }, (_, at) => {
    const texts = grid.map(({ cells }) => cells[at]?.text.trim() ?? '');
    const head = grid[0]?.section === 'thead' ? texts[0] : undefined;
    return { text: head === undefined || head === '' ? texts.join('\n') : head, words: texts.join('\n'), kind: '' };
  });
}

/** As many columns as before between two that stayed are the same columns, whatever their heads say now. */
function withRenamed(pairs: readonly Pair[], olderWidth: number, newerWidth: number): Pair[] {
  const all: Pair[] = [];
  let [from, start] = [0, 0];
  for (const [older, newer] of [...pairs, [olderWidth, newerWidth] as const]) {
    if (older - from === newer - start) for (; from < older; from += 1) all.push([from, newer - (older - from)]);
    if (older < olderWidth) all.push([older, newer]);
    [from, start] = [older + 1, newer + 1];
  }
  return all;
}
