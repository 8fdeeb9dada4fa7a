/** A table in both texts goes in; its rows and cells, the columns that came and went among them, come out. */
import type { FormChange, PartKind, RedlineBlock, RedlineCell, RedlineRow, TableContent } from '../model/redline.ts';
import type { Pair } from './align.ts';
import { mergeInOrder } from './merge-in-order.ts';
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
  const rows = alignParts(one.rows.map(rowPart), other.rows.map(rowPart));
  let isRespanned = false;
  const content = mergeInOrder(rows, one.rows.length, other.rows.length).map(({ older: at, newer: to }): RedlineRow => {
    const [before, after] = [pick(one.rows, at), pick(other.rows, to)];
    const cells = cellsOf(before, after, columns);
    isRespanned ||= cells.some(
      ([from, into]) => from !== undefined && into !== undefined && spanOf(from) !== spanOf(into),
    );
    const compared = cells.map(([from, into]) => compareCell(from, into, compareUnits));
    const { section = 'tbody', shell = { tagName: 'tr', properties: {} } } = after ?? before ?? {};
    return { kind: kindOf(before, after, compared), section, shell, cells: compared };
  });
  const form = older === undefined || newer === undefined ? [] : structureOf(one, other, columns, isRespanned);
  return { content: { kind: 'table', rows: content }, form };
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

function rowPart({ text, section }: RowUnit): Part {
  return { text, words: text, kind: section };
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
