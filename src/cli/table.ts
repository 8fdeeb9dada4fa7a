/** Headings and rows go in; an aligned table comes out, or, where the terminal is too narrow for it, a block for each row. */
import type { Paint } from './paint.ts';
import { widthOf } from './text-width.ts';
import { visibleLine } from './visible-text.ts';

export interface Table {
  readonly headings: readonly string[];
  /** As many cells as there are headings. The first names what the row is about; neighbours of one name belong together. */
  readonly rows: readonly (readonly string[])[];
}

export interface TableOptions {
  /** Cells in a line; undefined if there is no limit. */
  readonly columns: number | undefined;
  readonly paint: Paint;
}

const GAP = '  ';

/** Lines, each with its line feed. Columns without a single word are left out, the first aside. */
export function tableText(table: Table, { columns = Number.POSITIVE_INFINITY, paint }: TableOptions): string {
  const { headings, rows } = withoutEmptyColumns(table);
  const widths = headings.map((heading, column) => {
    return Math.max(widthOf(heading), ...rows.map((cells) => widthOf(cells[column] ?? '')));
  });
  const total = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
  const lines = total <= columns ? aligned({ headings, rows }, widths, paint) : stacked({ headings, rows }, paint);
  return lines.map((line) => `${line}\n`).join('');
}

function withoutEmptyColumns({ headings, rows }: Table): Table {
  const visible = rows.map((cells) => cells.map(visibleLine));
  const isKept = (column: number) => column === 0 || visible.some((cells) => cells[column] !== '');
  const keep = (cells: readonly string[]) => cells.filter((_, column) => isKept(column));
  return { headings: keep(headings), rows: visible.map(keep) };
}

function aligned({ headings, rows }: Table, widths: readonly number[], paint: Paint): string[] {
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => `${cell}${' '.repeat((widths[column] ?? 0) - widthOf(cell))}`)
      .join(GAP)
      .trimEnd();
  const named = rows.map((cells, row) => (cells[0] === rows[row - 1]?.[0] ? ['', ...cells.slice(1)] : cells));
  return [paint.dim(line(headings)), ...named.map(line)];
}

function stacked({ headings, rows }: Table, paint: Paint): string[] {
  const width = Math.max(0, ...headings.slice(1).map(widthOf));
  return rows.flatMap((cells, row) => [
    ...(cells[0] === rows[row - 1]?.[0] ? [] : [paint.strong(cells[0] ?? '')]),
    ...headings.slice(1).flatMap((heading, column) => {
      const cell = cells[column + 1] ?? '';
      const label = `${heading}${' '.repeat(width - widthOf(heading))}`;
      return cell === '' ? [] : [`${GAP}${paint.dim(label)}${GAP}${cell}`];
    }),
  ]);
}
