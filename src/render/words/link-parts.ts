/** An offset in a text goes in; where the hidden part of a link that begins there ends comes out (CommonMark 0.31, 4.7 and 6.3). */

const SPACES = /[ \t]*(?:\n[ \t]*)?/y;
const ENCLOSED = /<(?:[^<>\n\\]|\\(?:[<>\\]|(?![<>\\])))*>/y;
const TITLE = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\)/y;
const LABEL = /\[((?:[^[\]\\]|\\(?:[[\]\\]|(?![[\]\\]))){1,999})\]/y;
const LINE_END = /[ \t]*(?:\n|$)/y;

/** More parentheses within each other than this make no destination. */
const DEEPEST = 32;

/** Labels that differ in case or white space only are the same. */
export function normalizeLabel(label: string): string {
  const spaced = label.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '');
  // Both, because letters such as ẞ have a pair in one direction only.
  return spaced.toLowerCase().toUpperCase();
}

/** The end of `(destination "title")`; undefined if there is none at `at`. */
export function resourceEnd(text: string, at: number): number | undefined {
  if (text[at] !== '(') return undefined;
  let end = skipSpaces(text, at + 1);
  if (text[end] === ')') return end + 1;
  const destination = destinationEnd(text, end);
  if (destination === undefined) return undefined;
  end = skipSpaces(text, destination);
  if (end > destination) {
    const title = endOf(TITLE, text, end);
    if (title !== undefined) end = skipSpaces(text, title);
  }
  return text[end] === ')' ? end + 1 : undefined;
}

/** `[label]` at `at`: its normalised label and its end. */
export function labelAt(text: string, at: number): { label: string; end: number } | undefined {
  LABEL.lastIndex = at;
  const match = LABEL.exec(text);
  const written = match?.[1];
  if (match === null || written === undefined || written.trim() === '') return undefined;
  return { label: normalizeLabel(written), end: at + match[0].length };
}

/** `[label]: destination "title"` at `at`, up to and including its line's end. */
export function definitionAt(text: string, at: number): { label: string; end: number } | undefined {
  const found = labelAt(text, at);
  if (found === undefined || text[found.end] !== ':') return undefined;
  const destination = destinationEnd(text, skipSpaces(text, found.end + 1));
  if (destination === undefined) return undefined;
  const between = skipSpaces(text, destination);
  const title = between > destination ? endOf(TITLE, text, between) : undefined;
  const end = (title === undefined ? undefined : endOf(LINE_END, text, title)) ?? endOf(LINE_END, text, destination);
  return end === undefined ? undefined : { label: found.label, end };
}

function destinationEnd(text: string, at: number): number | undefined {
  if (text[at] === '<') return endOf(ENCLOSED, text, at);
  let depth = 0;
  let end = at;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code <= 0x20 || code === 0x7f) break;
    if (code === 0x5c && isBackslashTarget(text[end + 1])) end += 1;
    else if (code === 0x28) depth += 1;
    else if (code === 0x29 && depth === 0) break;
    else if (code === 0x29) depth -= 1;
    if (depth > DEEPEST) return undefined;
  }
  return end > at && depth === 0 ? end : undefined;
}

function isBackslashTarget(character: string | undefined): boolean {
  return character === '(' || character === ')' || character === '\\';
}

/** White space with at most one line end. */
function skipSpaces(text: string, at: number): number {
  return endOf(SPACES, text, at) ?? at;
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? undefined : at + match[0].length;
}
