/** A piece of Markdown goes in; if it is a heading, a paragraph, a list or a quote of plain words, its tree comes out, at a hundredth of a parser's price. */
import type { Blockquote, Heading, List, ListItem, Paragraph, RootContent } from 'mdast';
import { after, parsePlainWords, type Start } from './plain-words.ts';

/** What says nothing of its own where a block begins: no mark of a quote, a list, a heading, an underline, a table. */
const OPENS_WORDS = /^(?:[“”„«‘’"'(§…]|[*[]{0,2}[\p{L}\p{N}])/u;
const HEADING = /^(#{1,6}) (?=[^ #])/;
const NUMBER = /^(\d{1,9})([.)])(?: |$)/;
const BULLET = /^[-+*] /;
const QUOTE = /^> (?! )/;
const START: Start = { line: 1, column: 1, offset: 0 };

/** Gives what the parser gives, places included; undefined says that it must be asked. */
export function parsePlainBlock(piece: string): RootContent | undefined {
  const block = piece.slice(0, endOfWords(piece));
  if (BULLET.test(block) || NUMBER.test(block)) return parseList(block);
  if (block.includes('\n')) return undefined;
  if (QUOTE.test(block)) return parseQuote(block);
  const hashes = HEADING.exec(block)?.[1];
  return hashes === undefined ? paragraphAt(block, START) : parseHeading(block, hashes.length);
}

/** Empty lines at the end are part of a piece, but of no block. */
function endOfWords(piece: string): number {
  let end = piece.length;
  while (piece.charCodeAt(end - 1) === 0x0a) end -= 1;
  return end;
}

function parseHeading(line: string, hashes: number): Heading | undefined {
  // Such signs at the end may be a closing mark.
  const children = line.endsWith('#') ? undefined : parsePlainWords(line.slice(hashes + 1), after(START, hashes + 1));
  if (children === undefined) return undefined;
  const position = { start: { ...START }, end: after(START, line.length) };
  return { type: 'heading', depth: hashes as Heading['depth'], children, position };
}

function parseQuote(line: string): Blockquote | undefined {
  const paragraph = paragraphAt(line.slice(2), after(START, 2));
  const position = { start: { ...START }, end: after(START, line.length) };
  return paragraph === undefined ? undefined : { type: 'blockquote', children: [paragraph], position };
}

/** A list of items of a line each, one below the other, with the same mark. */
function parseList(block: string): List | undefined {
  const children: ListItem[] = [];
  const number = NUMBER.exec(block);
  const sign = number?.[2] ?? block.charAt(0);
  let at = START;
  let end = START;
  for (const line of block.split('\n')) {
    const item = itemAt(line, at, sign);
    if (item === undefined) return undefined;
    children.push(item);
    end = after(at, line.length);
    at = { line: at.line + 1, column: 1, offset: end.offset + 1 };
  }
  const position = { start: { ...START }, end };
  const start = number === null ? null : Number(number[1]);
  return { type: 'list', ordered: number !== null, start, spread: false, children, position };
}

/** `sign` is what its list's marks end with. */
function itemAt(line: string, start: Start, sign: string): ListItem | undefined {
  const [, digits = '', delimiter] = NUMBER.exec(line) ?? [];
  if (delimiter === undefined ? !BULLET.test(line) || line.charAt(0) !== sign : delimiter !== sign) return undefined;
  const width = digits.length + 2;
  const paragraph = paragraphAt(line.slice(width), after(start, width));
  if (paragraph === undefined) return undefined;
  const position = { start: { ...start }, end: after(start, line.length) };
  const item: ListItem = { type: 'listItem', spread: false, checked: null, children: [paragraph], position };
  return delimiter === undefined ? item : { ...item, data: { marker: digits + delimiter } };
}

function paragraphAt(line: string, start: Start): Paragraph | undefined {
  if (!OPENS_WORDS.test(line) || NUMBER.test(line)) return undefined;
  const children = parsePlainWords(line, start);
  const position = { start: { ...start }, end: after(start, line.length) };
  return children === undefined ? undefined : { type: 'paragraph', children, position };
}
