/** Markdown goes in; the pieces that can be parsed one by one, and give together what the whole gives, come out. */

/**
 * What may reach beyond an empty line to text that is not indented: definitions of links and notes, fenced code, comments and
 * other HTML that ends at a mark of its own; and what Markdown's parser turns into something else or counts as a line's end.
 */
const REACHES_FAR = /\]:|```|~~~|<[!?]|<(?:script|pre|style|textarea)|[\r\0\uFEFF]/i;

/** The mark of a list or quote: it may have begun before an empty line. */
const MARK = /^(?:>|(?:[-+*]|\d{1,9}[.)])(?:\s|$))/;
/**
 * A line of which that cannot be said: no item, and not indented or quoted. (Behind indented code the parser takes no item that
 * could not follow a paragraph, `-` or `2. two`, even after an empty line.)
 */
const ENDS_AT_BLANK = /^(?![\s>]|(?:[-+*]|\d{1,9}[.)])(?:\s|$))/;
const BLANK = /^[ \t]*$/;

/**
 * Joined, the pieces are the text. One ends where a line that is not empty, not indented and no item of a list or quote
 * follows an empty one: that line ends all lists, quotes, tables and indented code (CommonMark 0.31, 5 and 4.4), and nothing
 * else is open there. It ends before an item or quote as well, if nothing in it is an item, quoted or indented. A text in which
 * anything may reach farther is a single piece.
 */
export function cutBlocks(markdown: string): string[] {
  if (REACHES_FAR.test(markdown)) return [markdown];
  const pieces: string[] = [];
  let start = 0;
  let isAfterBlank = false;
  let mayGoOn = false;
  for (let at = 0; at < markdown.length; ) {
    const end = markdown.indexOf('\n', at);
    const next = end === -1 ? markdown.length : end + 1;
    const line = markdown.slice(at, end === -1 ? next : end);
    const isBlank = BLANK.test(line);
    if (isAfterBlank && !isBlank && mayBegin(line, mayGoOn)) {
      pieces.push(markdown.slice(start, at));
      start = at;
      mayGoOn = false;
    }
    mayGoOn ||= !isBlank && !ENDS_AT_BLANK.test(line);
    isAfterBlank = isBlank;
    at = next;
  }
  return [...pieces, markdown.slice(start)];
}

/** True if a piece that comes to stand behind another might go on with a list or quote of that one. */
export function mayGoOnWith(piece: string): boolean {
  return MARK.test(piece);
}

function mayBegin(line: string, mayGoOn: boolean): boolean {
  return !/^\s/.test(line) && !(mayGoOn && MARK.test(line));
}
