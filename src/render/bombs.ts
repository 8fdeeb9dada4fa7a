/** Markdown goes in; the first place where it would keep the parser busy for minutes, or overturn it, comes out. */
import type { Problem, Stretch } from './problems.ts';

/** Lists, quotes and notes in each other; the deepest real text has 6. */
const MOST_NESTED = 100;
/** Square brackets in one paragraph that open and do not close; pairing them takes time that grows with their square. */
const MOST_OPEN = 2000;

const MARKER = /(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*/y;
/** A line of the same sign throughout is a rule, however long. */
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/;

export interface Bomb extends Problem {
  readonly stretch: Stretch;
}

/** Looks at every line once. */
export function findBomb(markdown: string): Bomb | undefined {
  let open = 0;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (isTooDeep(line)) return { ...TOO_DEEP, stretch: lineStretch(index) };
    open = line.trim() === '' ? 0 : Math.max(0, open + count(line, '[') - count(line, ']'));
    if (open > MOST_OPEN) return { ...TOO_OPEN, stretch: lineStretch(index) };
  }
  return undefined;
}

/** Counts the marks that begin a line; a list goes on at least two columns further in than the one around it. */
function isTooDeep(line: string): boolean {
  const indent = line.length - line.trimStart().length;
  MARKER.lastIndex = indent;
  let nested = 0;
  while (MARKER.test(line)) nested += 1;
  if (nested === 0 || RULE.test(line)) return false;
  return nested + indent / 2 > MOST_NESTED;
}

function count(line: string, sign: string): number {
  let found = 0;
  for (let at = line.indexOf(sign); at !== -1; at = line.indexOf(sign, at + 1)) found += 1;
  return found;
}

function lineStretch(index: number): Stretch {
  return { start: { line: index + 1, column: 1 }, end: { line: index + 1, column: 1 } };
}

const TOO_DEEP: Problem = {
  ruleId: 'markdown-nesting',
  message: `Lists and quotes stand more than ${MOST_NESTED} deep in each other here.`,
  hint: 'Remove what should not begin this line: ">", "*", "-", numbers or spaces. Write \\> or \\* for a sign that is meant as text.',
};

const TOO_OPEN: Problem = {
  ruleId: 'markdown-brackets',
  message: `More than ${MOST_OPEN} square brackets are opened in this paragraph and not closed.`,
  hint: 'Remove those that are not meant, or write \\[ for those that are meant as text.',
};
