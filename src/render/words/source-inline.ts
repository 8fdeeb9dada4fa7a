/**
 * A passage of prose goes in; its visible characters come out in order: link addresses and labels, tags, comments and
 * escapes are passed over, character references resolved, code and bare addresses taken as they stand
 * (CommonMark 0.31, chapter 6). Emphasis needs no understanding, because its marks are not compared.
 */
import { decodeHTMLStrict } from 'entities/decode';
import { bareAddressEnd } from './bare-address.ts';
import { labelAt, normalizeLabel, resourceEnd } from './link-parts.ts';
import type { OpenPassage } from './passage.ts';
import { commentEnd, INLINE_TAG, partsWords } from './tags.ts';
import type { WordWriter } from './word-stream.ts';

export interface ProseContext {
  readonly words: WordWriter;
  readonly links: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  /** Told of each reference to a note, in order. */
  readonly onNote: (label: string) => void;
}

interface Scan {
  readonly context: ProseContext;
  readonly passage: OpenPassage;
  readonly text: string;
  /** Where brackets were opened that are not closed yet. */
  readonly openBrackets: number[];
  /** So many of them, from the outermost, hold a link already and so cannot become one. */
  spent: number;
  /** Where the last run of so many backticks begins. */
  readonly lastRuns: ReadonlyMap<number, number>;
}

const SPECIAL = Uint8Array.from({ length: 128 }, (_, code) =>
  '\\`<&[]HWhw'.includes(String.fromCharCode(code)) ? 1 : 0,
);
const NO_RUNS: ReadonlyMap<number, number> = new Map();
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const REFERENCE = /&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});/y;
const ADDRESS =
  /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)>/y;
const NOTE = /\[\^((?:[^[\]\\\s]|\\(?:[[\]\\]|(?![[\]\\]))){1,999})\]/y;

/** Writes what is visible of a passage, from offset `start` on, to `context.words`. */
export function readProse(passage: OpenPassage, start: number, context: ProseContext): void {
  const { text } = passage;
  const scan: Scan = { context, passage, text, openBrackets: [], spent: 0, lastRuns: lastRunsOf(text) };
  for (let at = start; at < text.length; ) at = step(scan, at);
}

/** Reads what stands at `at`; returns where to go on. */
function step(scan: Scan, at: number): number {
  const { text } = scan;
  switch (text.charCodeAt(at)) {
    case 0x5c: // backslash
      return PUNCTUATION.test(text[at + 1] ?? '') ? show(scan, at + 1, at + 2) : at + 1;
    case 0x60: // backtick
      return readCode(scan, at);
    case 0x3c: // <
      return readTag(scan, at);
    case 0x26: // &
      return readReference(scan, at);
    case 0x5b: // [
      return openBracket(scan, at);
    case 0x5d: // ]
      return closeBracket(scan, at);
    case 0x48: // H, h, W, w
    case 0x57:
    case 0x68:
    case 0x77:
      return show(scan, at, (scan.openBrackets.length === 0 ? bareAddressEnd(text, at) : undefined) ?? at + 1);
    default:
      return show(scan, at, plainEnd(text, at + 1));
  }
}

/** `[label]` alone is a link if the label is known; labels are at most 999 characters long. */
function isOwnLabel(text: string, start: number, end: number, links: ReadonlySet<string>): boolean {
  return links.size > 0 && end - start < 1000 && links.has(normalizeLabel(text.slice(start, end)));
}

/** Where the next character stands that may be more than itself. */
function plainEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) if (SPECIAL[text.charCodeAt(at)] === 1) break;
  return at;
}

function show({ text, passage, context }: Scan, start: number, end: number): number {
  for (let at = start; at < end; at += 1) context.words.put(text.charCodeAt(at), passage.originOf(at));
  return end;
}

/** Code is what stands between two runs of as many backticks. */
function readCode(scan: Scan, at: number): number {
  const { text } = scan;
  const length = runLength(text, at);
  const start = at + length;
  if ((scan.lastRuns.get(length) ?? -1) < start) return start;
  for (let tick = text.indexOf('`', start); tick !== -1; ) {
    const closing = runLength(text, tick);
    if (closing === length) {
      const padding = paddingOf(text.slice(start, tick));
      show(scan, start + padding, tick - padding);
      return tick + closing;
    }
    tick = text.indexOf('`', tick + closing);
  }
  return start;
}

/** One space at either end belongs to the marks, unless there is nothing else. */
function paddingOf(code: string): number {
  return /^[ \n]/.test(code) && /[ \n]$/.test(code) && /[^ \n]/.test(code) ? 1 : 0;
}

function lastRunsOf(text: string): ReadonlyMap<number, number> {
  if (!text.includes('`')) return NO_RUNS;
  const lastRuns = new Map<number, number>();
  for (let at = text.indexOf('`'); at !== -1; ) {
    const length = runLength(text, at);
    lastRuns.set(length, at);
    at = text.indexOf('`', at + length);
  }
  return lastRuns;
}

function runLength(text: string, at: number): number {
  let end = at;
  while (text[end] === '`') end += 1;
  return end - at;
}

function readTag(scan: Scan, at: number): number {
  const address = match(ADDRESS, scan.text, at)?.[0];
  if (address !== undefined) {
    show(scan, at + 1, at + address.length - 1);
    return at + address.length;
  }
  const comment = commentEnd(scan.text, at);
  if (comment !== undefined) return comment;
  const tag = match(INLINE_TAG, scan.text, at);
  if (tag === null) return show(scan, at, at + 1);
  if (partsWords(tag[1] ?? tag[2] ?? '')) scan.context.words.part();
  return at + tag[0].length;
}

function readReference(scan: Scan, at: number): number {
  const written = match(REFERENCE, scan.text, at)?.[0];
  const character = written === undefined ? undefined : decodeHTMLStrict(written);
  if (written === undefined || character === undefined || character === written) return show(scan, at, at + 1);
  const origin = scan.passage.originOf(at);
  for (let unit = 0; unit < character.length; unit += 1) scan.context.words.put(character.charCodeAt(unit), origin);
  return at + written.length;
}

function openBracket(scan: Scan, at: number): number {
  const note = match(NOTE, scan.text, at);
  const label = normalizeLabel(note?.[1] ?? '');
  if (note !== null && scan.context.notes.has(label)) {
    scan.context.onNote(label);
    return at + note[0].length;
  }
  scan.openBrackets.push(at);
  return at + 1;
}

/** Passes over `(address)` or `[label]` after the bracket, if that makes a link. */
function closeBracket(scan: Scan, at: number): number {
  const { text, openBrackets } = scan;
  const { links } = scan.context;
  const start = openBrackets.pop();
  if (start === undefined) return at + 1;
  if (openBrackets.length < scan.spent) {
    scan.spent = openBrackets.length;
    return at + 1;
  }
  const following = labelAt(text, at + 1);
  const end =
    resourceEnd(text, at + 1) ??
    (following !== undefined && links.has(following.label) ? following.end : undefined) ??
    (isOwnLabel(text, start + 1, at, links) ? at + 1 : undefined);
  if (end !== undefined) scan.spent = openBrackets.length;
  return end ?? at + 1;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
