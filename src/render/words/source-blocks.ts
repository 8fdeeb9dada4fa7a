/**
 * Markdown goes in; its passages come out in order, each with the lines it is made of but without the marks in front of
 * them, notes apart from the main text. Read line by line as CommonMark 0.31 describes in its appendix, with GitHub's tables
 * and notes, and from the characters alone: so it shares no fault with the parser that makes the page.
 */
import {
  type BlockStart,
  blockStartAt,
  type ContainerStart,
  delimiterCells,
  isContainer,
  type LeafStart,
} from './block-starts.ts';
import { LineCursor } from './line-cursor.ts';
import { definitionAt } from './link-parts.ts';
import { type Passage, textOf } from './passage.ts';
import { cellsOf } from './table-cells.ts';

export interface SourceBlocks {
  readonly main: readonly Passage[];
  /** As they stand in the source. */
  readonly notes: readonly Note[];
  /** Labels that lead to an address. */
  readonly links: ReadonlySet<string>;
}

export interface Note {
  readonly label: string;
  readonly passages: readonly Passage[];
}

interface Container {
  readonly kind: ContainerStart['kind'];
  /** Columns a later line must be indented to belong to it; 0 for quotes. */
  readonly width: number;
  /** Where its text goes: a note's stands apart. */
  readonly passages: Passage[];
  isEmpty: boolean;
}

type Leaf =
  | { readonly kind: 'none' | 'table' | 'code' }
  | { readonly kind: 'paragraph'; readonly lines: number[]; readonly opensItem: boolean }
  | { readonly kind: 'html'; readonly lines: number[]; readonly until: RegExp | undefined }
  | { readonly kind: 'fence'; readonly closing: RegExp };

interface Scan {
  readonly markdown: string;
  readonly main: Passage[];
  readonly notes: { label: string; passages: Passage[] }[];
  readonly links: Set<string>;
  /** The open ones, from the outermost. */
  readonly containers: Container[];
  /** The innermost open block. */
  leaf: Leaf;
}

/** What a line met when it came. */
interface Arrival {
  /** How many of the open containers it belongs to. */
  readonly kept: number;
  /** It belongs to all of them. */
  readonly isWhole: boolean;
  /** It has opened a container itself. */
  isFresh: boolean;
}

const NONE: Leaf = { kind: 'none' };

export function readBlocks(markdown: string): SourceBlocks {
  const scan: Scan = { markdown, main: [], notes: [], links: new Set(), containers: [], leaf: NONE };
  const line = new LineCursor(markdown);
  for (let start = 0; start <= markdown.length; ) {
    const newline = markdown.indexOf('\n', start);
    const end = newline === -1 ? markdown.length : newline;
    line.enter(start, end);
    readLine(scan, line);
    start = end + 1;
  }
  closeLeaf(scan);
  return scan;
}

function readLine(scan: Scan, line: LineCursor): void {
  const kept = keepContainers(scan, line);
  const arrival = { kept, isWhole: kept === scan.containers.length, isFresh: false };
  if (arrival.isWhole && continueVerbatim(scan, line)) return;
  for (let start = startOf(scan, line, arrival); start !== undefined; start = startOf(scan, line, arrival)) {
    if (!arrival.isFresh) settle(scan, kept);
    if (!isContainer(start)) {
      openLeaf(scan, line, start);
      return;
    }
    openContainer(scan, line, start);
    arrival.isFresh = true;
  }
  if (line.isBlank) settle(scan, arrival.isFresh ? scan.containers.length : kept);
  else readText(scan, line, arrival);
}

/** Goes past the marks and indentation of the containers that the line belongs to, and counts them. */
function keepContainers({ markdown, containers }: Scan, line: LineCursor): number {
  for (const [index, { kind, width, isEmpty }] of containers.entries()) {
    if (kind === 'quote') {
      if (line.indent >= 4 || markdown[line.next] !== '>') return index;
      passMark(line, 1);
    } else if (line.isBlank) {
      if (kind === 'item' && isEmpty) return index;
    } else if (line.indent >= width) line.skipColumns(width);
    else return index;
  }
  return containers.length;
}

/** Goes past a mark of `length` characters and one column of white space. */
function passMark(line: LineCursor, length: number): void {
  line.moveTo(line.next + length);
  if (line.indent > 0) line.skipColumns(1);
}

/** Takes the line into an open block of code or HTML. */
function continueVerbatim(scan: Scan, line: LineCursor): boolean {
  const { leaf, markdown } = scan;
  if (leaf.kind === 'fence') {
    if (line.indent < 4 && leaf.closing.test(markdown.slice(line.next, line.end))) scan.leaf = NONE;
    else addPassage(scan, 'code', [line.at, line.end]);
    return true;
  }
  if (leaf.kind === 'html') {
    if (line.isBlank && leaf.until === undefined) return false;
    leaf.lines.push(line.at, line.end);
    if (leaf.until?.test(markdown.slice(line.at, line.end))) closeLeaf(scan);
    return true;
  }
  if (leaf.kind !== 'code' || (!line.isBlank && line.indent < 4)) return false;
  addPassage(scan, 'code', [line.next, line.end]);
  return true;
}

function startOf(scan: Scan, line: LineCursor, arrival: Arrival): BlockStart | undefined {
  const { leaf, markdown } = scan;
  const continues = leaf.kind === 'paragraph' && !arrival.isFresh;
  if (line.isBlank) return undefined;
  if (line.indent >= 4) return continues ? undefined : { kind: 'code', length: 0 };
  const start = blockStartAt(markdown, line.next, { continues, interrupts: continues && arrival.isWhole });
  // Under definitions of link addresses alone there is nothing to underline.
  const isText =
    start?.kind === 'underline' && leaf.kind === 'paragraph' && withoutDefinitions(scan, leaf.lines).length === 0;
  return isText ? undefined : start;
}

function openContainer(scan: Scan, line: LineCursor, start: ContainerStart): void {
  const passages = start.kind === 'note' ? [] : passagesOf(scan);
  if (start.label !== undefined) scan.notes.push({ label: start.label, passages });
  fillContainer(scan);
  // A number is shown as it was typed; a bullet is drawn.
  if (start.kind === 'item' && start.length > 1) addPassage(scan, 'code', [line.next, line.next + start.length]);
  scan.containers.push({ kind: start.kind, width: passOpening(line, start), passages, isEmpty: true });
}

/** Goes past a container's mark; returns how far its later lines must be indented. */
function passOpening(line: LineCursor, { kind, length }: ContainerStart): number {
  const { indent } = line;
  if (kind === 'quote') {
    passMark(line, length);
    return 0;
  }
  line.moveTo(line.next + length);
  if (kind === 'note') {
    line.skipColumns(line.indent);
    return 4;
  }
  // Five columns of white space and more are one column and then code.
  const gap = line.isBlank || line.indent > 4 ? 1 : line.indent;
  line.skipColumns(gap);
  return indent + length + gap;
}

function openLeaf(scan: Scan, line: LineCursor, start: LeafStart): void {
  fillContainer(scan);
  if (start.kind === 'fence') {
    scan.leaf = { kind: 'fence', closing: new RegExp(`^${start.marker[0]}{${start.marker.length},}[ \\t]*$`) };
  } else if (start.kind === 'html') {
    scan.leaf = { kind: 'html', lines: [], until: start.until };
    continueVerbatim(scan, line);
  } else if (start.kind === 'code') {
    scan.leaf = { kind: 'code' };
    continueVerbatim(scan, line);
  } else if (start.kind === 'heading') {
    addPassage(scan, 'prose', [
      line.next + start.length,
      headingEnd(scan.markdown, line.next + start.length, line.end),
    ]);
  }
}

/** Where a heading's words end: number signs at its end, parted by white space, do not belong to them. */
function headingEnd(markdown: string, start: number, lineEnd: number): number {
  const isSpace = (at: number) => markdown[at] === ' ' || markdown[at] === '\t';
  let end = lineEnd;
  while (end > start && isSpace(end - 1)) end -= 1;
  let at = end;
  while (at > start && markdown[at - 1] === '#') at -= 1;
  return at === start || isSpace(at - 1) ? at : end;
}

/** Takes a line that begins no block: it goes on with a paragraph or a table, or begins a paragraph. */
function readText(scan: Scan, line: LineCursor, { kept, isWhole, isFresh }: Arrival): void {
  const { leaf } = scan;
  if (leaf.kind === 'table' && isWhole && !isFresh) {
    addCells(scan, line.next, line.end);
  } else if (leaf.kind === 'paragraph' && !isFresh) {
    if (!isWhole || !becomeTable(scan, leaf.lines, line)) leaf.lines.push(line.next, line.end);
  } else {
    if (!isFresh) settle(scan, kept);
    const container = scan.containers.at(-1);
    const opensItem = container?.kind === 'item' && container.isEmpty;
    fillContainer(scan);
    scan.leaf = { kind: 'paragraph', lines: [line.next, line.end], opensItem };
  }
}

/** If `line` is a delimiter row that fits a paragraph's last line, that line is the head of a table. */
function becomeTable(scan: Scan, lines: number[], line: LineCursor): boolean {
  if (line.indent >= 4) return false;
  const count = delimiterCells(scan.markdown, line.next);
  if (count === 0) return false;
  const [start = 0, end = 0] = lines.slice(-2);
  if (cellsOf(scan.markdown, start, end).length !== count * 2) return false;
  lines.length -= 2;
  closeLeaf(scan);
  addCells(scan, start, end);
  scan.leaf = { kind: 'table' };
  return true;
}

function addCells(scan: Scan, start: number, end: number): void {
  const cells = cellsOf(scan.markdown, start, end);
  for (let index = 0; index < cells.length; index += 2) addPassage(scan, 'prose', cells.slice(index, index + 2));
}

/** Closes the innermost block and all containers but the outer `kept`. */
function settle(scan: Scan, kept: number): void {
  closeLeaf(scan);
  scan.containers.length = kept;
}

function closeLeaf(scan: Scan): void {
  const { leaf } = scan;
  scan.leaf = NONE;
  if (leaf.kind === 'html') addPassage(scan, 'html', leaf.lines);
  if (leaf.kind !== 'paragraph') return;
  const lines = withoutDefinitions(scan, leaf.lines);
  if (lines.length > 0) addPassage(scan, 'prose', lines, leaf.opensItem);
}

/** Takes the definitions of link addresses, which nobody sees, off a paragraph's beginning and notes their labels. */
function withoutDefinitions({ markdown, links }: Scan, lines: readonly number[]): readonly number[] {
  if (markdown[lines[0] ?? 0] !== '[') return lines;
  const text = textOf(lines, markdown);
  let at = 0;
  for (let found = definitionAt(text, at); found !== undefined; found = definitionAt(text, at)) {
    links.add(found.label);
    at = found.end;
  }
  return lines.slice(2 * (text.slice(0, at).split('\n').length - 1 + (at === text.length && at > 0 ? 1 : 0)));
}

function addPassage(scan: Scan, kind: Passage['kind'], lines: readonly number[], opensItem = false): void {
  passagesOf(scan).push({ kind, lines, opensItem });
}

function passagesOf({ containers, main }: Scan): Passage[] {
  return containers.at(-1)?.passages ?? main;
}

function fillContainer({ containers }: Scan): void {
  const innermost = containers.at(-1);
  if (innermost !== undefined) innermost.isEmpty = false;
}
