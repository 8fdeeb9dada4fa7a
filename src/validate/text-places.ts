/** A text goes in; a function from offsets to places comes out, quick enough to be asked thousands of times. */
import type { Place } from '../model/diagnostic.ts';
import type { EditionText } from '../model/policy.ts';

/** The place in the file of `markdown.slice(start, end)`. */
export type PlaceOf = (start: number, end: number) => Place;

export function placesIn({ path, markdown, lineOffset }: EditionText): PlaceOf {
  let starts: readonly number[] | undefined;
  const pointAt = (offset: number) => {
    // Most texts have no problem, and are not looked through for line ends.
    starts ??= [0, ...[...markdown.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const line = linesUntil(starts, offset);
    return { line: line + lineOffset, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
  return (start, end) => {
    const [from, until] = [pointAt(start), pointAt(end)];
    return { path, ...from, endLine: until.line, endColumn: until.column };
  };
}

/** How many lines begin at `offset` or before. */
function linesUntil(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
