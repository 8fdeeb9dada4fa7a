/** Markdown goes in; the first place where it would keep the parser busy for minutes, or overturn it, comes out. */
import type { Event, Token } from 'micromark-util-types';
import { isAllowedElement, OPTIONAL_END, VOID_ELEMENTS } from './allowed-html.ts';
import {
  findLimitPassed,
  type LimitPassed,
  MOST_CELLS,
  MOST_DEFINITIONS,
  MOST_LINES,
  MOST_NESTED,
  MOST_PLAIN_LINES,
} from './limits.ts';
import { MARKDOWN_SYNTAX } from './markdown-syntax.ts';
import { parseEvents } from './parse-events.ts';
import type { Problem, Stretch } from './problems.ts';
import { type Burden, type ReadingCost, readingCost } from './reading-cost.ts';

/** HTML elements in each other. */
const MOST_ELEMENTS = 100;

const TAG = /<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/gi;

export interface Bomb extends Problem {
  readonly stretch: Stretch;
}

/** Takes time that grows with the text alone, and little if nothing is suspect. */
export function findBomb(markdown: string): Bomb | undefined {
  const passed = findLimitPassed(markdown.split('\n'));
  if (passed !== undefined) return { ...PAST_LIMIT[passed.limit], stretch: stretchAt(passed.index + 1, 1) };
  const tag = findDeepHtml(markdown);
  if (tag !== undefined) return tag;
  // No text goes past an empty line, so none costs more than what stands between two.
  let most = 0;
  for (const stretch of markdown.split(/\n[ \t\r]*\n/)) most += total(readingCost(stretch));
  return most < 1 ? undefined : findInTexts(parseEvents(markdown, MARKDOWN_SYNTAX));
}

function findDeepHtml(markdown: string): Bomb | undefined {
  let depth = 0;
  for (const { 1: slash, 2: tag = '', index } of markdown.matchAll(TAG)) {
    const name = tag.toLowerCase();
    if (!isAllowedElement(name) || VOID_ELEMENTS.has(name) || OPTIONAL_END.has(name)) continue;
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth <= MOST_ELEMENTS) continue;
    const before = markdown.slice(0, index).split('\n');
    return { ...DEEP_HTML, stretch: stretchAt(before.length, (before.at(-1)?.length ?? 0) + 1) };
  }
  return undefined;
}

/** Adds up what all texts cost, one after another, till it is too much. */
function findInTexts(events: readonly Event[]): Bomb | undefined {
  let spent = 0;
  for (const { text, stretch } of textsIn(events)) {
    const cost = readingCost(text);
    spent += total(cost);
    if (spent >= 1) return { ...TOO_SLOW[heaviest(cost)], stretch };
  }
  return undefined;
}

function* textsIn(events: readonly Event[]): Generator<{ text: string; stretch: Stretch }> {
  for (const [kind, { _tokenizer: flow, previous }] of events) {
    if (kind !== 'enter' || flow === undefined || previous !== undefined) continue;
    for (const [side, token, context] of flow.events) {
      if (side !== 'enter') continue;
      // What is indented is read again as text.
      if (token.type === 'codeIndented') {
        for (const text of context.sliceSerialize(token).split(/\n[ \t]*\n/)) yield { text, stretch: token };
      } else if (token.contentType === 'text' && token.previous === undefined) {
        let text = '';
        for (let part: Token | undefined = token; part !== undefined; part = part.next) {
          text += context.sliceSerialize(part);
        }
        yield { text, stretch: token };
      }
    }
  }
}

function heaviest(cost: ReadingCost): Burden {
  const burdens: Burden[] = ['brackets', 'emphasis', 'code', 'html'];
  return burdens.reduce((most, burden) => (cost[burden] > cost[most] ? burden : most));
}

function total({ brackets, emphasis, code, html }: ReadingCost): number {
  return brackets + emphasis + code + html;
}

function stretchAt(line: number, column: number): Stretch {
  return { start: { line, column }, end: { line, column } };
}

const PAST_LIMIT: Readonly<Record<LimitPassed['limit'], Problem>> = {
  lines: {
    ruleId: 'markdown-size',
    message: `This text has more than ${MOST_LINES} lines.`,
    hint: 'Take out what is not text, such as pasted data or empty lines, or split the policy in two.',
  },
  nesting: {
    ruleId: 'markdown-nesting',
    message: `Lists, quotes and notes stand more than ${MOST_NESTED} deep in each other here.`,
    hint: 'Remove what should not begin this line: ">", "*", "-", numbers or spaces. Write \\> or \\* for a sign that is meant as text.',
  },
  paragraph: {
    ruleId: 'markdown-paragraph',
    message: `A paragraph of more than ${MOST_PLAIN_LINES} lines begins here.`,
    hint: 'Put an empty line between its paragraphs.',
  },
  definitions: {
    ruleId: 'markdown-definitions',
    message: `This text has more than ${MOST_DEFINITIONS} notes and link addresses of the form "[name]:".`,
    hint: 'Remove those that nothing refers to, or write the address behind the words: [words](https://…).',
  },
  cells: {
    ruleId: 'markdown-table',
    message: `This table has more than ${MOST_CELLS} cells.`,
    hint: 'Split it into several tables, with an empty line and a row of headings for each.',
  },
};

const DEEP_HTML: Problem = {
  ruleId: 'html-nesting',
  message: `HTML elements stand more than ${MOST_ELEMENTS} deep in each other here.`,
  hint: 'See that each is closed where it ends: <b> by </b>, <div> by </div>.',
};

const TOO_SLOW: Readonly<Record<Burden, Problem>> = {
  brackets: {
    ruleId: 'markdown-brackets',
    message: 'Too many square brackets stand in this paragraph to tell what belongs together.',
    hint: 'Remove those that are not meant, write \\[ and \\] for those that are meant as text, or part the paragraph by empty lines.',
  },
  emphasis: {
    ruleId: 'markdown-emphasis',
    message: 'Too many of the signs * and _ and ~ stand in this paragraph to tell what they emphasise.',
    hint: 'Remove those that are not meant, write \\* and \\_ for those that are meant as text, or part the paragraph by empty lines.',
  },
  code: {
    ruleId: 'markdown-code',
    message: 'Too many backticks without a partner stand in this paragraph.',
    hint: 'Remove those that are not meant, or write \\` for those that are meant as text.',
  },
  html: {
    ruleId: 'markdown-unclosed',
    message:
      'Comments or link titles are opened in this paragraph ("<!--", "<?", "<!") again and again and never closed.',
    hint: 'Remove them, or write &lt; for a "<" that is meant as text.',
  },
};
