/** Markdown goes in; the pieces that can be parsed one by one, and give together what the whole gives, come out. */

/**
 * What may reach beyond an empty line to text that is not indented: definitions of links and notes, fenced code, comments and
 * other HTML that ends at a mark of its own; and what Markdown's parser turns into something else or counts as a line's end.
 */
const REACHES_FAR = /\]:|```|~~~|<[!?]|<(?:script|pre|style|textarea)|[\r\0\uFEFF]/i;

/** The marker of a list: its list may have begun before an empty line. */
const LIST_MARKER = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
const BLANK = /^[ \t]*$/;

/**
 * Joined, the pieces are the text. One ends where a line that is not empty, not indented and no item of a list or quote
 * follows an empty one: that line ends all lists, quotes, tables and indented code (CommonMark 0.31, 5 and 4.4), and nothing
 * else is open there. A text in which anything may reach farther is a single piece.
 */
export function cutBlocks(markdown: string): string[] {
  if (REACHES_FAR.test(markdown)) return [markdown];
  const pieces: string[] = [];
  let start = 0;
  let isAfterBlank = false;
  for (let at = 0; at < markdown.length; ) {
    const end = markdown.indexOf('\n', at);
    const next = end === -1 ? markdown.length : end + 1;
    const line = markdown.slice(at, end === -1 ? next : end);
    const isBlank = BLANK.test(line);
    if (isAfterBlank && !isBlank && mayBegin(line)) {
      pieces.push(markdown.slice(start, at));
      start = at;
    }
    isAfterBlank = isBlank;
    at = next;
  }
  return [...pieces, markdown.slice(start)];
}

function mayBegin(line: string): boolean {
  return !/^[\s>]/.test(line) && !LIST_MARKER.test(line);
}
