/** A table in both texts goes in; its rows and cells, the columns that came and went among them, come out. */
import type {
  FormChange,
  PartKind,
  RedlineBlock,
  RedlineCell,
  RedlineRow,
  RowKind,
  TableContent,
} from '../model/redline.ts';
import type { Pair } from './align.ts';
import { alignRows } from './align-rows.ts';
import { type Merged, mergeInOrder } from './merge-in-order.ts';
import { alignParts, type Part } from './parts.ts';
import { columnsOf } from './table-columns.ts';
import { type CellUnit, isSpanning, type RowUnit, type TableUnit } from './table-unit.ts';
import type { Unit } from './units.ts';

/** Gives the blocks of a cell; either side may have none. */
export type CompareUnits = (older: readonly Unit[], newer: readonly Unit[]) => RedlineBlock[];

export interface ComparedTable {
  readonly content: TableContent;
  readonly form: readonly FormChange[];
}

const NO_TABLE: TableUnit = { rows: [], text: '' };

/** Either is absent for a table that stands in one text only. */
export function compareTable(
  older: TableUnit | undefined,
  newer: TableUnit | undefined,
  compareUnits: CompareUnits,
): ComparedTable {
  const [one, other] = [older ?? NO_TABLE, newer ?? NO_TABLE];
  const columns = columnsOf(one, other);
  const { pairs, moves } = alignRows(one, other, columns);
  const [goneTo, cameFrom] = [new Map(moves), new Map(moves.map(([from, to]) => [to, from]))];
  let isRespanned = false;
  const rowAt = ({ older: at, newer: to }: Merged, moved?: 'moved-here' | 'moved-away'): RedlineRow => {
    const [before, after] = [pick(one.rows, at), pick(other.rows, to)];
    const cells = cellsOf(before, after, columns);
    isRespanned ||= cells.some(
      ([from, into]) => from !== undefined && into !== undefined && spanOf(from) !== spanOf(into),
    );
    const compared = cells.map(([from, into]) => compareCell(from, into, compareUnits));
    const { section = 'tbody', shell = { tagName: 'tr', properties: {} } } = after ?? before ?? {};
    const kind: RowKind = moved ?? kindOf(before, after, compared);
    return { kind, section, shell, cells: moved === 'moved-away' ? compared.map(asMovedAway) : compared };
  };
  const content = mergeInOrder(pairs, one.rows.length, other.rows.length).map((place): RedlineRow => {
    const [gone, came] = [goneTo.get(place.older ?? -1), cameFrom.get(place.newer ?? -1)];
    if (gone !== undefined) return rowAt(place, 'moved-away');
    return came === undefined ? rowAt(place) : rowAt({ ...place, older: came }, 'moved-here');
  });
  const form = older === undefined || newer === undefined ? [] : structureOf(one, other, columns, isRespanned);
  return { content: { kind: 'table', rows: content }, form: [...form, ...moves.map(([, to]) => rowMoved(other, to))] };
}

/** The words are not taken out: they are read where the row went. */
function asMovedAway({ shell, blocks }: RedlineCell): RedlineCell {
  return { kind: 'same', shell, blocks: blocks.map((block) => ({ ...block, kind: 'moved-away' })) };
}

function rowMoved({ rows }: TableUnit, at: number): FormChange {
  const cells = rows[at]?.cells.map(({ text }) => text.replace(/\s+/g, ' ').trim()) ?? [];
  return { kind: 'row', words: cells.filter((words) => words !== '').join(' | ') };
}

type CellPair = readonly [CellUnit | undefined, CellUnit | undefined];

function pick<Item>(items: readonly Item[], at: number | undefined): Item | undefined {
  return at === undefined ? undefined : items[at];
}

function kindOf(older: unknown, newer: unknown, parts: readonly { readonly kind: string }[]): PartKind {
  if (older === undefined) return 'inserted';
  if (newer === undefined) return 'deleted';
  return parts.every(({ kind }) => kind === 'same') ? 'same' : 'changed';
}

function compareCell(
  older: CellUnit | undefined,
  newer: CellUnit | undefined,
  compareUnits: CompareUnits,
): RedlineCell {
  const blocks = compareUnits(older?.units ?? [], newer?.units ?? []);
  const shell = (newer ?? older)?.shell ?? { tagName: 'td', properties: {} };
  return { kind: kindOf(older, newer, blocks), shell, blocks };
}

/** Pairs the cells of a row: by column if the tables have columns, else as many as there are, else by their words. */
function cellsOf(
  older: RowUnit | undefined,
  newer: RowUnit | undefined,
  columns: readonly Pair[] | undefined,
): CellPair[] {
  const [before, after] = [older?.cells ?? [], newer?.cells ?? []];
  const isGrid = older !== undefined && newer !== undefined && newer.section !== 'caption';
  const pairs =
    columns !== undefined && isGrid
      ? columns
      : before.length === after.length
        ? before.map((_, at): Pair => [at, at])
        : alignParts(before.map(partOf), after.map(partOf));
  return mergeInOrder(pairs, before.length, after.length).map((place) => [
    pick(before, place.older),
    pick(after, place.newer),
  ]);
}

function partOf({ text }: CellUnit): Part {
  return { text, words: text, kind: '' };
}

function structureOf(
  older: TableUnit,
  newer: TableUnit,
  columns: readonly Pair[] | undefined,
  isRespanned: boolean,
): FormChange[] {
  const inserted = columns === undefined ? 0 : (newer.width ?? 0) - columns.length;
  const deleted = columns === undefined ? 0 : (older.width ?? 0) - columns.length;
  return inserted + deleted > 0 || isRespanned ? [{ kind: 'table', inserted, deleted, isRespanned }] : [];
}

function spanOf(cell: CellUnit): string {
  const { tagName, properties } = cell.shell;
  return isSpanning(cell) ? `${tagName} ${properties.colSpan ?? 1} ${properties.rowSpan ?? 1}` : tagName;
}
