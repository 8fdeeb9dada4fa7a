/** The lines of a text go in; the first that goes past what people write, by number or by depth, comes out. */

/** Lists, quotes and notes in each other; the deepest real text has 6. */
export const MOST_NESTED = 100;
/** Empty ones count too: each costs as much as one with a few words. */
export const MOST_LINES = 200_000;
/** Of one paragraph; the longest real one has 136. */
export const MOST_PLAIN_LINES = 5000;
/** Of one table: short rows are filled up to its head. */
export const MOST_CELLS = 20_000;
/** Notes and link addresses, `[^1]:` and `[x]:`. */
export const MOST_DEFINITIONS = 5000;

const MARKER = /(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]+\]:)/y;
const SPACE = /[ \t]*/y;
/** A line of the same sign throughout is a rule or underlines a heading, however long. */
const RULE = /^[ \t]*([-*_=])(?:[ \t]*\1)*[ \t]*$/;
/** A line that may go on with the paragraph before it. */
const PLAIN = /^[ \t]*(?![|<#>\s]|[-+*][ \t]|\d{1,9}[.)][ \t]|\[[^\]]+\]:)\S/;
const DEFINITION = /^[ \t>]*\[[^\]]+\]:/;
const DELIMITERS = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

export interface LimitPassed {
  readonly limit: 'lines' | 'nesting' | 'paragraph' | 'definitions' | 'cells';
  /** The line's number, from 0. */
  readonly index: number;
}

/** Looks at every line once. */
export function findLimitPassed(lines: readonly string[]): LimitPassed | undefined {
  if (lines.length > MOST_LINES) return { limit: 'lines', index: MOST_LINES };
  const table = { columns: 0, cells: 0 };
  let plain = 0;
  let definitions = 0;
  for (const [index, line] of lines.entries()) {
    if (isTooDeep(line)) return { limit: 'nesting', index };
    plain = PLAIN.test(line) && !RULE.test(line) ? plain + 1 : 0;
    if (plain > MOST_PLAIN_LINES) return { limit: 'paragraph', index: index - MOST_PLAIN_LINES };
    if (DEFINITION.test(line)) definitions += 1;
    if (definitions > MOST_DEFINITIONS) return { limit: 'definitions', index };
    countCells(line, table);
    if (table.cells > MOST_CELLS) return { limit: 'cells', index };
  }
  return undefined;
}

/** A table begins with the row of dashes under its head and ends with an empty line. */
function countCells(line: string, table: { columns: number; cells: number }): void {
  if (line.trim() === '') table.columns = 0;
  else if (table.columns === 0 && line.includes('|') && DELIMITERS.test(line)) {
    table.columns = line.split('|').filter((cell) => cell.includes('-')).length;
    table.cells = table.columns;
  }
  table.cells += table.columns;
}

/** Counts the marks that begin a line; a list goes on at least two columns further in than the one around it. */
function isTooDeep(line: string): boolean {
  let at = 0;
  let nested = 0;
  let columns = 0;
  for (;;) {
    const start = at;
    at = endOf(SPACE, line, at) ?? at;
    const end = endOf(MARKER, line, at);
    if (end === undefined) break;
    for (const space of line.slice(start, at)) columns += space === '\t' ? 4 : 1;
    nested += 1;
    at = end;
  }
  // One column of white space belongs to each mark before it.
  const deepest = nested + Math.max(0, columns - nested) / 2;
  return nested > 0 && deepest > MOST_NESTED && !RULE.test(line);
}

function endOf(pattern: RegExp, line: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(line) ? pattern.lastIndex : undefined;
}
