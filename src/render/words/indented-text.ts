/** The lines of an indented code block go in; whether they are prose that a word processor indented comes out, and which indentation they share. */
import { readLabel } from '../label.ts';
import { textOf } from './passage.ts';

/** Indented blocks within each other that are still looked into; the deepest real text has 3. */
export const DEEPEST_INDENTED = 8;

/** Scripts whose words no blank parts: two characters count as a word. */
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2}/gu;
const WORD = /\p{L}{2,}/gu;
const SIGN = /[{}=<>;|\\$_`]/g;
const BULLET = /^[-*+•]\s+\S/;

/** Words in sentences, or behind a label or bullet, rather than names and signs. */
export function isProse(code: string): boolean {
  const words = (code.match(WORD)?.length ?? 0) + (code.match(UNPARTED)?.length ?? 0);
  const signs = code.match(SIGN)?.length ?? 0;
  const opening = code.trimStart();
  const isListed = BULLET.test(opening) || readLabel(opening, { isHeading: false }) !== undefined;
  return words >= (isListed ? 1 : 4) && signs < words / 4;
}

/** How many characters of white space every line that is not blank begins with. */
export function sharedIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  return indents.reduce((least, indent) => Math.min(least, indent), indents[0] ?? 0);
}

/** Such lines as a text of their own; `originOf` leads from an offset in it, asked at the start or end of a line, back to the Markdown. */
export function withoutIndent(
  lines: readonly number[],
  markdown: string,
): { readonly text: string; readonly originOf: (at: number) => number } {
  const indent = sharedIndent(textOf(lines, markdown).split('\n'));
  const rows = lines.map((offset, index) =>
    index % 2 === 0 ? Math.min(offset + indent, lines[index + 1] ?? 0) : offset,
  );
  const text = textOf(rows, markdown);
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    text,
    originOf(at) {
      let [low, high] = [0, starts.length];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle;
      }
      return (rows[2 * low] ?? 0) + at - (starts[low] ?? 0);
    },
  };
}
