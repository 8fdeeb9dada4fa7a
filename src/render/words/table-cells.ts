/** A table's row goes in; where each of its cells begins and ends comes out (GitHub Flavored Markdown 0.29, 4.10). */

/** Offsets in pairs, white space and outer bars left out. A bar after a backslash belongs to its cell, even in code. */
export function cellsOf(markdown: string, start: number, end: number): number[] {
  const [from, to] = trim(markdown, start, end);
  const cells: number[] = [];
  let cell = markdown[from] === '|' ? from + 1 : from;
  for (let at = cell; at < to; at += 1) {
    if (markdown[at] === '\\') at += 1;
    else if (markdown[at] === '|') {
      cells.push(...trim(markdown, cell, at));
      cell = at + 1;
    }
  }
  if (cell < to) cells.push(...trim(markdown, cell, to));
  return cells;
}

function trim(markdown: string, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  while (from < to && isBlank(markdown[from])) from += 1;
  while (to > from && isBlank(markdown[to - 1])) to -= 1;
  return [from, to];
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
