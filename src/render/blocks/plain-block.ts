/** A piece of Markdown goes in; if it is a heading, a paragraph or a list of nothing but words, its tree comes out, at a hundredth of a parser's price. */
import type { Heading, List, ListItem, Paragraph, RootContent, Text } from 'mdast';
import type { Point } from 'unist';

/** What begins mark-up or an address, or may stand for a character that does, wherever it is in a line. */
const MAY_MEAN_MORE = /[\\`*_~<>[\]|@&\t]|www|:\/\//i;
/** What says nothing of its own where a line begins: no mark of a quote, a list, a heading, an underline, a table. */
const OPENS_WORDS = /^[\p{L}\p{N}“”„«‘’"'(§…]/u;
const HEADING = /^(#{1,6}) (?=[^ #])/;
const NUMBER = /^(\d{1,9})([.)])(?: |$)/;
const BULLET = /^[-+*] /;

/** Gives what the parser gives, places included; undefined says that it must be asked. */
export function parsePlainBlock(piece: string): RootContent | undefined {
  const end = endOfWords(piece);
  const first = piece.slice(0, Math.min(end, indexOrEnd(piece, '\n')));
  if (BULLET.test(first) || NUMBER.test(first)) return parseList(piece.slice(0, end));
  if (first.length !== end) return undefined;
  const hashes = HEADING.exec(first)?.[1];
  if (hashes !== undefined) return parseHeading(first, hashes.length);
  return isPlain(first) ? paragraphAt(first, { line: 1, column: 1, offset: 0 }) : undefined;
}

/** Empty lines at the end are part of a piece, but of no block. */
function endOfWords(piece: string): number {
  let end = piece.length;
  while (piece.charCodeAt(end - 1) === 0x0a) end -= 1;
  return end;
}

function indexOrEnd(text: string, sign: string): number {
  const index = text.indexOf(sign);
  return index === -1 ? text.length : index;
}

/** True for a line that is a paragraph wherever a block may begin, and that says its own characters. */
function isPlain(line: string): boolean {
  return OPENS_WORDS.test(line) && !NUMBER.test(line) && saysItself(line);
}

function saysItself(words: string): boolean {
  return !words.endsWith(' ') && !MAY_MEAN_MORE.test(words);
}

function parseHeading(line: string, hashes: number): Heading | undefined {
  const words = line.slice(hashes + 1);
  // Such signs at the end may be a closing mark.
  if (words.endsWith('#') || !saysItself(words)) return undefined;
  const start = { line: 1, column: 1, offset: 0 };
  const text = textAt(words, { line: 1, column: hashes + 2, offset: hashes + 1 });
  const depth = hashes as Heading['depth'];
  return { type: 'heading', depth, children: [text], position: { start, end: after(start, line.length) } };
}

/** A list of items of a line each, one below the other, with the same mark. */
function parseList(block: string): List | undefined {
  const items: ListItem[] = [];
  const start = { line: 1, column: 1, offset: 0 };
  const number = NUMBER.exec(block);
  const sign = number?.[2] ?? block.charAt(0);
  let at: Point & { offset: number } = start;
  for (const line of block.split('\n')) {
    const item = itemAt(line, at, sign);
    if (item === undefined) return undefined;
    items.push(item);
    at = { line: at.line + 1, column: 1, offset: at.offset + line.length + 1 };
  }
  const position = { start, end: { ...(items.at(-1)?.position?.end ?? start) } };
  const [ordered, first] = number === null ? [false, null] : [true, Number(number[1])];
  return { type: 'list', ordered, start: first, spread: false, children: items, position };
}

/** `sign` is what its list's marks end with. */
function itemAt(line: string, start: Point & { offset: number }, sign: string): ListItem | undefined {
  const [, digits = '', delimiter] = NUMBER.exec(line) ?? [];
  if (delimiter === undefined ? !BULLET.test(line) || line.charAt(0) !== sign : delimiter !== sign) return undefined;
  const words = line.slice(digits.length + 2);
  if (!isPlain(words)) return undefined;
  const paragraph = paragraphAt(words, after(start, digits.length + 2));
  const position = { start: { ...start }, end: after(start, line.length) };
  const item: ListItem = { type: 'listItem', spread: false, checked: null, children: [paragraph], position };
  return delimiter === undefined ? item : { ...item, data: { marker: digits + delimiter } };
}

function paragraphAt(words: string, start: Point & { offset: number }): Paragraph {
  const position = { start: { ...start }, end: after(start, words.length) };
  return { type: 'paragraph', children: [textAt(words, start)], position };
}

function textAt(value: string, start: Point & { offset: number }): Text {
  return { type: 'text', value, position: { start: { ...start }, end: after(start, value.length) } };
}

function after({ line, column, offset }: Point & { offset: number }, length: number): Point & { offset: number } {
  return { line, column: column + length, offset: offset + length };
}
