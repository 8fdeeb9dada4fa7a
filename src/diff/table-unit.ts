/** A table goes in; its rows and cells, with the blocks in them, come out. */
import type { Element } from 'hast';
import type { RedlineRow, Shell } from '../model/redline.ts';
import type { Unit } from './units.ts';

export interface CellUnit {
  readonly shell: Shell;
  readonly units: readonly Unit[];
  readonly text: string;
}

export interface RowUnit {
  readonly section: RedlineRow['section'];
  readonly shell: Shell;
  readonly cells: readonly CellUnit[];
  readonly text: string;
}

export interface TableUnit {
  readonly rows: readonly RowUnit[];
  readonly text: string;
  /** How many cells every row has; absent if rows differ in that or cells are joined. */
  readonly width?: number;
}

/** Part the texts of cells and of rows: no text holds them. */
const CELL_END = ' \u001F ';
const ROW_END = ' \u001E ';

/** `unitsIn` gives the blocks of a cell, which has its number within the table. */
export function tableOf(table: Element, unitsIn: (cell: Element, index: number) => Unit[]): TableUnit {
  const rows: RowUnit[] = [];
  let count = 0;
  const cellOf = (cell: Element): CellUnit => {
    count += 1;
    const units = unitsIn(cell, count);
    return { shell: shellOf(cell), units, text: units.map(({ label = '', text }) => `${label} ${text}`).join('\n') };
  };
  const addRow = (row: Element, section: RedlineRow['section'], parts: readonly Element[]): void => {
    const cells = parts.map(cellOf);
    rows.push({ section, shell: shellOf(row), cells, text: cells.map(({ text }) => text).join(CELL_END) });
  };
  const read = (parent: Element, section: RedlineRow['section']): void => {
    for (const child of elementsIn(parent)) {
      if (child.tagName === 'tr') addRow(child, section, elementsIn(child));
      else if (child.tagName === 'caption') addRow(child, 'caption', [child]);
      else if (child.tagName === 'thead' || child.tagName === 'tbody' || child.tagName === 'tfoot') {
        read(child, child.tagName);
      }
    }
  };
  read(table, 'tbody');
  const width = widthOf(rows);
  return { rows, text: rows.map(({ text }) => text).join(ROW_END), ...(width === undefined ? {} : { width }) };
}

function widthOf(rows: readonly RowUnit[]): number | undefined {
  const grid = rows.filter(({ section }) => section !== 'caption');
  const width = grid[0]?.cells.length;
  const isEven = grid.every(({ cells }) => cells.length === width && !cells.some(isSpanning));
  return isEven ? width : undefined;
}

/** True for a cell that takes the room of several. */
export function isSpanning({ shell: { properties } }: CellUnit): boolean {
  return Number(properties.colSpan ?? 1) > 1 || Number(properties.rowSpan ?? 1) > 1;
}

function elementsIn({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}

function shellOf({ tagName, properties }: Element): Shell {
  return { tagName, properties };
}
