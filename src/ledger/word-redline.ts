/** The words a text had and the words it has go in; the places where they differ come out: `within [-30-]{+60+} days`. */
import { diffArrays } from 'diff';

/** Words around a change. */
const CONTEXT = 4;

/** Places told; nobody would read more in an error. */
const MOST_PLACES = 5;

/** Words compared beyond this many differences would take long, and tell nothing. */
const MOST_DIFFERENCES = 1000;

/** A line has no more changes than this, however close they stand. */
const MOST_CHANGES = 6;

/** A stretch of words longer than this is cut. */
const LONGEST = 40;

/** Each place with some words around it; empty if nothing differs, or too much. */
export function wordRedline(before: string, after: string): string[] {
  const hunks = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_DIFFERENCES });
  if (hunks === undefined) return [];
  const lines: string[] = [];
  let line: string[] = [];
  for (const [index, { value, added, removed }] of hunks.entries()) {
    const isFirst = index === 0;
    const isLast = index === hunks.length - 1;
    if (added) line.push(`{+${shortened(value)}+}`);
    else if (removed) line.push(`[-${shortened(value)}-]`);
    else if (isFirst) line.push(...(value.length > CONTEXT ? ['…', ...value.slice(-CONTEXT)] : value));
    else if (value.length <= (isLast ? CONTEXT : 2 * CONTEXT) && line.filter(isChange).length < MOST_CHANGES)
      line.push(...value);
    else {
      lines.push([...line, ...value.slice(0, CONTEXT), '…'].join(' '));
      line = isLast ? [] : ['…', ...value.slice(-CONTEXT)];
    }
  }
  if (line.some(isChange)) lines.push(line.join(' '));
  const told = lines.map((text) => text.replaceAll('-] {+', '-]{+'));
  const more = told.length - MOST_PLACES;
  return more > 0 ? [...told.slice(0, MOST_PLACES), `… and ${more} more`] : told;
}

function isChange(part: string): boolean {
  return /^[[{][-+]/.test(part);
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function shortened(words: readonly string[]): string {
  return words.length > LONGEST ? `${words.slice(0, LONGEST).join(' ')} …` : words.join(' ');
}
