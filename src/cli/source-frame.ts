/** From a source text and a place in it to the line itself, numbered, with a mark under the columns meant. */
import type { Place } from '../model/diagnostic.ts';
import { graphemesOf, widthOf, widthOfGrapheme } from './text-width.ts';
import { visibleText } from './visible-text.ts';

export interface SourceFrame {
  /** `12 | `: set before the line. */
  readonly gutter: string;
  /** The line, or the part of it around the mark; safe to print. */
  readonly line: string;
  /** Spaces and carets to set under `line`; empty if the place names no column. */
  readonly mark: string;
}

/** One character as it is printed. */
interface Cell {
  readonly text: string;
  readonly width: number;
  /** UTF-16 offsets in the source line; the end is exclusive. */
  readonly from: number;
  readonly to: number;
}

const TAB_STOP = 4;
const ELLIPSIS = '…';
/** A narrower terminal than this gets lines that wrap: a shorter piece would tell nothing. */
const LEAST_ROOM = 20;

/** The lines of `source`, as places count them: LF, CRLF and CR each end one. */
export function linesOf(source: string): string[] {
  return source.split(/\r\n|[\r\n]/);
}

/** The frame for `place` in `lines`, at most `width` cells wide; undefined if the place names no line that exists. */
export function sourceFrame(lines: readonly string[], place: Place, width: number): SourceFrame | undefined {
  const line = place.line === undefined ? undefined : lines[place.line - 1];
  if (line === undefined) return undefined;
  const gutter = `${place.line} | `;
  const room = Math.max(LEAST_ROOM, width - gutter.length);
  const start = Math.min((place.column ?? 1) - 1, line.length);
  const end = endOffset(place, { line, start });
  const { cells, isCut } = cellsAround(line, { start, end, room });
  const first = firstIndex(cells, (cell) => cell.to > start);
  const last = Math.max(
    first + 1,
    firstIndex(cells, (cell) => cell.from >= end),
  );
  const isWhole = !isCut.before && !isCut.after && sum(cells) <= room;
  const shown = isWhole ? { from: 0, to: cells.length, prefix: '', suffix: '' } : cut(cells, { first, room, isCut });
  const marked = cells.slice(Math.max(first, shown.from), Math.min(last, shown.to));
  const indent = widthOf(shown.prefix) + sum(cells.slice(shown.from, Math.max(first, shown.from)));
  const mark = `${' '.repeat(indent)}${'^'.repeat(Math.max(1, sum(marked)))}`;
  const text = cells.slice(shown.from, shown.to).map((cell) => cell.text);
  return {
    gutter,
    line: `${shown.prefix}${text.join('')}${shown.suffix}`,
    mark: place.column === undefined ? '' : mark,
  };
}

/** Where the mark ends, exclusive: a place without an end marks one character; one that ends on a later line, the rest of this one. */
function endOffset(place: Place, { line, start }: { line: string; start: number }): number {
  if (place.endLine !== undefined && place.endLine !== place.line) return line.length;
  if (place.endColumn === undefined) return start + 1;
  return Math.min(Math.max(place.endColumn - 1, start + 1), line.length);
}

/** The cells of as much of the line as could be shown: a line may hold megabytes. */
function cellsAround(line: string, { start, end, room }: { start: number; end: number; room: number }) {
  const from = afterSurrogate(line, Math.max(0, start - 4 * room));
  const to = afterSurrogate(line, Math.min(line.length, Math.min(end, start + room) + 4 * room));
  const cells: Cell[] = [];
  let offset = from;
  let column = 0;
  for (const grapheme of graphemesOf(line.slice(from, to))) {
    const text = grapheme === '\t' ? ' '.repeat(TAB_STOP - (column % TAB_STOP)) : visibleText(grapheme);
    const width = text === grapheme ? widthOfGrapheme(grapheme) : widthOf(text);
    cells.push({ text, width, from: offset, to: offset + grapheme.length });
    offset += grapheme.length;
    column += width;
  }
  return { cells, isCut: { before: from > 0, after: to < line.length } };
}

/** `offset`, or the one after it if that would split a surrogate pair. */
function afterSurrogate(line: string, offset: number): number {
  const code = line.charCodeAt(offset);
  return offset > 0 && code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset;
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((total, cell) => total + cell.width, 0);
}

/** The index of the first cell for which `test` holds; the number of cells if there is none. */
function firstIndex(cells: readonly Cell[], test: (cell: Cell) => boolean): number {
  const index = cells.findIndex(test);
  return index < 0 ? cells.length : index;
}

/** The window of at most `room` cells, with an ellipsis where it cuts; the mark begins about a third into it if there is enough text. */
function cut(
  cells: readonly Cell[],
  { first, room, isCut }: { first: number; room: number; isCut: { before: boolean; after: boolean } },
) {
  const inner = room - 2 * ELLIPSIS.length;
  const fits = (from: number, to: number, cellsAtMost: number) => sum(cells.slice(from, to)) <= cellsAtMost;
  let from = first;
  while (from > 0 && fits(from - 1, first, inner / 3)) from -= 1;
  let to = first;
  while (to < cells.length && fits(from, to + 1, inner)) to += 1;
  while (from > 0 && fits(from - 1, to, inner)) from -= 1;
  return {
    from,
    to,
    prefix: from > 0 || isCut.before ? ELLIPSIS : '',
    suffix: to < cells.length || isCut.after ? ELLIPSIS : '',
  };
}
