/** A table's row goes in; where each of its cells begins and ends comes out (GitHub Flavored Markdown 0.29, 4.10). */

const [BAR, BACKSLASH] = [0x7c, 0x5c];

/** Offsets in pairs, white space and outer bars left out. A bar after a backslash belongs to its cell, even in code. */
export function cellsOf(markdown: string, start: number, end: number): number[] {
  const from = skipBlanks(markdown, start, end);
  const to = dropBlanks(markdown, from, end);
  const cells: number[] = [];
  let cell = markdown.charCodeAt(from) === BAR ? from + 1 : from;
  for (let at = cell; at < to; at += 1) {
    const code = markdown.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === BAR) {
      addCell(cells, markdown, cell, at);
      cell = at + 1;
    }
  }
  if (cell < to) addCell(cells, markdown, cell, to);
  return cells;
}

function addCell(cells: number[], markdown: string, start: number, end: number): void {
  const from = skipBlanks(markdown, start, end);
  cells.push(from, dropBlanks(markdown, from, end));
}

function skipBlanks(markdown: string, start: number, end: number): number {
  let from = start;
  while (from < end && isBlank(markdown.charCodeAt(from))) from += 1;
  return from;
}

function dropBlanks(markdown: string, start: number, end: number): number {
  let to = end;
  while (to > start && isBlank(markdown.charCodeAt(to - 1))) to -= 1;
  return to;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
