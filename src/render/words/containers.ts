/** A line and the containers that are open go in: those it belongs to are passed, and new ones opened (CommonMark 0.31, chapter 5). */
import { fillContainer, passagesOf, type Scan } from './block-scan.ts';
import type { ContainerStart } from './block-starts.ts';
import type { LineCursor } from './line-cursor.ts';

/** Goes past the marks and indentation of the containers that the line belongs to, and counts them. */
export function keepContainers({ markdown, containers }: Scan, line: LineCursor): number {
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

/** Opens a container at the cursor's place and goes past its mark. */
export function openContainer(scan: Scan, line: LineCursor, start: ContainerStart): void {
  const passages = start.kind === 'note' ? [] : passagesOf(scan);
  if (start.label !== undefined) scan.notes.push({ label: start.label, passages });
  fillContainer(scan);
  // A bullet is drawn, a number is text.
  if (start.kind === 'item' && start.length > 1) addMarker(scan, line.next, line.next + start.length);
  scan.containers.push({ kind: start.kind, width: passOpening(line, start), passages, isEmpty: true });
}

/** An item's number is shown as it was typed, or as it was counted. */
function addMarker(scan: Scan, start: number, end: number): void {
  const shown = scan.markers?.[scan.markerCount];
  scan.markerCount += 1;
  passagesOf(scan).push({
    kind: 'code',
    lines: [start, end],
    opensItem: false,
    ...(shown === undefined ? {} : { shown }),
  });
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
