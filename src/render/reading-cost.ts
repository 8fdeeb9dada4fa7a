/** The text of a paragraph, heading or cell goes in; how long its signs would keep the parser busy comes out. */

/** Signs whose partners are looked for again and again. */
export type Burden = 'brackets' | 'emphasis' | 'code' | 'html';

/** Each burden's share of what all texts of a document together may cost, which is 1: less than a second. */
export type ReadingCost = Readonly<Record<Burden, number>>;

/** In UTF-16 units. Most texts are shorter, and none of them is slow. */
const SHORT = 400;
/** Pairs of brackets in one text: each is a link or an image, and dear; the richest real paragraph has a few hundred. */
const MOST_PAIRS = 12_000;
/** Emphases in each other: each is a level of the tree, and of every walk through it. */
const MOST_NESTED = 100;

const FREE: ReadingCost = { brackets: 0, emphasis: 0, code: 0, html: 0 };

/** What is read on to the end of the text if it is not closed. The last may be a link's title. */
const PAIRS = [
  { open: /<!--/g, close: '-->' },
  { open: /<\?/g, close: '?>' },
  { open: /<!\[CDATA\[/g, close: ']]>' },
  { open: /<![a-z]/gi, close: '>' },
  { open: /\s\(/g, close: ')' },
];

/** Takes time that grows with the text alone. */
export function readingCost(text: string): ReadingCost {
  if (text.length < SHORT) return FREE;
  return {
    brackets: bracketsCost(text) + wordsCost(text),
    emphasis: emphasisCost(text),
    code: codeCost(text),
    html: htmlCost(text),
  };
}

/** A bracket without a partner is compared with all signs before it; pairs in each other are read again at each of them. */
function bracketsCost(text: string): number {
  let open = 0;
  let deepest = 0;
  let pairs = 0;
  let stray = 0;
  for (const [sign] of text.matchAll(/\\[\s\S]|[[\]]/g)) {
    if (sign === '[') open += 1;
    else if (sign === ']' && open === 0) stray += 1;
    else if (sign === ']') {
      deepest = Math.max(deepest, open);
      open -= 1;
      pairs += 1;
    }
  }
  return ((stray + open) / 10_000) ** 2 + (pairs / MOST_PAIRS) ** 2 + (deepest / 600) ** 3;
}

/** From every word, which may be an e-mail address, the parser looks back to the last opening bracket, if there is one. */
function wordsCost(text: string): number {
  const first = text.indexOf('[');
  if (first === -1) return 0;
  let signs = 0;
  let steps = 0;
  for (const [part] of text.slice(first).matchAll(/[\w.+-]+|[[\]\n*~`<&!\\]/g)) {
    if (part === '[') signs = 0;
    else if (/\w/.test(part)) steps += signs;
    else signs += 1;
  }
  return steps / 2_500_000;
}

/** A row of equal signs that may open emphasis and has not been closed. */
interface Opener {
  /** How many rows of any sign stand before it. */
  readonly row: number;
  signs: number;
  /** How deep the emphases closed since then stand in each other. */
  depth: number;
}

/**
 * A row of signs that may close looks for one to open among all rows before it, and then looks again at all between the two.
 * White space before a row keeps it from closing, white space after it from opening: lines to write on emphasise nothing.
 */
function emphasisCost(text: string): number {
  const openers: Readonly<Record<string, Opener[]>> = { '*': [], _: [], '~': [] };
  let rows = 0;
  let pairs = 0;
  let steps = 0;
  let deepest = 0;
  for (const { 0: row, index } of text.matchAll(/\\[\s\S]|\*+|_+|~+/g)) {
    const open = openers[row.charAt(0)];
    if (open === undefined) continue;
    rows += 1;
    let signs = row.length;
    if (!isSpace(text[index - 1])) {
      for (let opener = open.at(-1); opener !== undefined && signs > 0; opener = open.at(-1)) {
        const closed = Math.min(signs, opener.signs);
        steps += 6 * closed * (rows - opener.row) + closed ** 2;
        pairs += closed;
        signs -= closed;
        opener.signs -= closed;
        opener.depth += Math.ceil(closed / 2);
        deepest = Math.max(deepest, opener.depth);
        if (opener.signs > 0) continue;
        open.pop();
        const outer = open.at(-1);
        if (outer !== undefined) outer.depth = Math.max(outer.depth, opener.depth);
      }
      if (signs === row.length) steps += rows;
    }
    if (signs > 0 && !isSpace(text[index + row.length])) open.push({ row: rows, signs, depth: 0 });
  }
  return steps / 10_000_000 + (pairs / 20_000) ** 2 + Math.floor(deepest / (MOST_NESTED + 1));
}

/** A run of backticks looks for another of its length, to the end of the text if there is none. */
function codeCost(text: string): number {
  const last = new Map<number, number>();
  let read = 0;
  const runs = [...text.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ length, index }));
  for (const { length, index } of runs) last.set(length, index);
  for (const { length, index } of runs) if (last.get(length) === index) read += text.length - index;
  return read / 20_000_000;
}

function htmlCost(text: string): number {
  let read = 0;
  for (const { open, close } of PAIRS) {
    const from = text.lastIndexOf(close) + 1;
    for (const { index } of text.slice(from).matchAll(open)) read += text.length - from - index;
  }
  return read / 5_000_000;
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}
