/**
 * Markdown goes in; its passages come out in order, each with the lines it is made of but without the marks in front of
 * them, notes apart from the main text. Read line by line as CommonMark 0.31 describes in its appendix, with GitHub's tables
 * and notes, and from the characters alone: so it shares no fault with the parser that makes the page.
 */
import { addPassage, createScan, fillContainer, type Leaf, passagesOf, type Scan } from './block-scan.ts';
import { type BlockStart, blockStartAt, delimiterCells, isContainer, type LeafStart } from './block-starts.ts';
import { keepContainers, openContainer } from './containers.ts';
import { DEEPEST_INDENTED, isProse, withoutIndent } from './indented-text.ts';
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

/** `markers` are the numbers of all items of ordered lists if they are counted instead of shown as typed. */
export function readBlocks(markdown: string, markers?: readonly string[]): SourceBlocks {
  return readScan(createScan({ markdown, markers, markerCount: 0, depth: 0 }));
}

function readScan(scan: Scan): Scan {
  const { markdown } = scan;
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
  line.skipColumns(4);
  leaf.lines.push(line.isBlank ? line.end : line.at, line.end);
  return true;
}

function startOf(scan: Scan, line: LineCursor, arrival: Arrival): BlockStart | undefined {
  const { leaf, markdown } = scan;
  const continues = leaf.kind === 'paragraph' && !arrival.isFresh;
  if (line.isBlank) return undefined;
  if (line.indent >= 4) return continues ? undefined : { kind: 'code' };
  const start = blockStartAt(markdown, line.next, { continues, interrupts: continues && arrival.isWhole });
  // Under definitions of link addresses alone there is nothing to underline.
  const isText =
    start?.kind === 'underline' && leaf.kind === 'paragraph' && withoutDefinitions(scan, leaf.lines).length === 0;
  return isText ? undefined : start;
}

function openLeaf(scan: Scan, line: LineCursor, start: LeafStart): void {
  fillContainer(scan);
  if (start.kind === 'fence') {
    scan.leaf = { kind: 'fence', closing: new RegExp(`^${start.marker[0]}{${start.marker.length},}[ \\t]*$`) };
  } else if (start.kind === 'html') {
    scan.leaf = { kind: 'html', lines: [], until: start.until };
    continueVerbatim(scan, line);
  } else if (start.kind === 'code') {
    scan.leaf = { kind: 'code', lines: [] };
    continueVerbatim(scan, line);
  } else if (start.kind === 'heading') {
    addPassage(scan, 'prose', [line.next + start.length, start.end]);
  }
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
  if (leaf.kind === 'code') closeCode(scan, leaf.lines);
  if (leaf.kind !== 'paragraph') return;
  const lines = withoutDefinitions(scan, leaf.lines);
  if (lines.length > 0) addPassage(scan, 'prose', lines, leaf.opensItem);
}

/** Prose that was indented by accident is read as the text it is shown as. */
function closeCode(scan: Scan, lines: readonly number[]): void {
  const { markdown, markers, markerCount, depth } = scan;
  const passages = passagesOf(scan);
  if (depth === DEEPEST_INDENTED || !isProse(textOf(lines, markdown))) {
    for (let at = 0; at < lines.length; at += 2) addPassage(scan, 'code', lines.slice(at, at + 2));
    return;
  }
  const { text, originOf } = withoutIndent(lines, markdown);
  const inner = readScan(createScan({ markdown: text, markers, markerCount, depth: depth + 1 }));
  const placed = (passage: Passage): Passage => ({ ...passage, lines: passage.lines.map(originOf) });
  for (const passage of inner.main) passages.push(placed(passage));
  for (const note of inner.notes) scan.notes.push({ ...note, passages: note.passages.map(placed) });
  for (const link of inner.links) scan.links.add(link);
  scan.markerCount = inner.markerCount;
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
