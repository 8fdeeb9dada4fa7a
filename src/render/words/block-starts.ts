/** An offset in a line goes in; what kind of block begins there, if any, comes out (CommonMark 0.31, 4 and 5; tables and notes as on GitHub). */
import { normalizeLabel } from './link-parts.ts';
import { TAG_LINE } from './tags.ts';

const HEADING = /#{1,6}(?=[ \t]|$)/my;
const FENCE = /(`{3,})[^`\n]*$|(~{3,})/my;
const BREAK = /(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/my;
const UNDERLINE = /(?:=+|-+)[ \t]*$/my;
const ITEM = /(?:[*+-]|(\d{1,9})[.)])(?=[ \t]|$)/my;
const BLANK_REST = /[ \t]*$/my;
const NOTE = /\[\^((?:[^[\]\\\s]|\\(?:[[\]\\]|(?![[\]\\]))){1,999})\]:/y;
const DELIMITERS = /\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/my;

const HTML_NAMES =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';

/** How an HTML block begins, and what a line must hold to end it; without that, a blank line does. */
const HTML: readonly { readonly start: RegExp; readonly end?: RegExp }[] = [
  { start: /<(?:pre|script|style|textarea)(?=[ \t>]|$)/imy, end: /<\/(?:pre|script|style|textarea)>/i },
  { start: /<!--/y, end: /-->/ },
  { start: /<\?/y, end: /\?>/ },
  { start: /<![A-Za-z]/y, end: />/ },
  { start: /<!\[CDATA\[/y, end: /\]\]>/ },
  { start: new RegExp(`</?(?:${HTML_NAMES})(?=[ \\t>]|/>|$)`, 'imy') },
];

/** A block that holds others. `length` is that of its mark. */
export interface ContainerStart {
  readonly kind: 'quote' | 'item' | 'note';
  readonly length: number;
  /** Of a note. */
  readonly label?: string;
}

/** A block that holds text. */
export type LeafStart =
  | { readonly kind: 'break' | 'underline' | 'code' }
  /** `length` is that of its mark, `end` the offset where its words end. */
  | { readonly kind: 'heading'; readonly length: number; readonly end: number }
  | { readonly kind: 'fence'; readonly marker: string }
  /** `until` ends it; without that, a blank line does. */
  | { readonly kind: 'html'; readonly until: RegExp | undefined };

export type BlockStart = ContainerStart | LeafStart;

export function isContainer(start: BlockStart): start is ContainerStart {
  return start.kind === 'quote' || start.kind === 'item' || start.kind === 'note';
}

export interface StartContext {
  /** A paragraph stands open in the very block this line belongs to: some blocks may not interrupt it. */
  readonly interrupts: boolean;
  /** A paragraph stands open that this line may at least go on with. */
  readonly continues: boolean;
}

/** `at` is the first character of the line that is not white space, less than four columns in. */
export function blockStartAt(markdown: string, at: number, context: StartContext): BlockStart | undefined {
  switch (markdown[at]) {
    case '>':
      return { kind: 'quote', length: 1 };
    case '#':
      return headingAt(markdown, at);
    case '`':
    case '~':
      return fenceAt(markdown, at);
    case '<':
      return htmlAt(markdown, at, context);
    case '[':
      return noteAt(markdown, at);
    case '-':
    case '=':
      if (context.interrupts && exec(UNDERLINE, markdown, at) !== null) return { kind: 'underline' };
      return breakOrItemAt(markdown, at, context);
    default:
      return /[*_+\d]/.test(markdown[at] ?? '') ? breakOrItemAt(markdown, at, context) : undefined;
  }
}

/** How many cells a table's delimiter row at `at` announces; 0 if it is none. */
export function delimiterCells(markdown: string, at: number): number {
  const row = exec(DELIMITERS, markdown, at)?.[0];
  return row === undefined || !/[:|]/.test(row) ? 0 : (row.match(/-+/g)?.length ?? 0);
}

function exec(pattern: RegExp, markdown: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(markdown);
}

function headingAt(markdown: string, at: number): BlockStart | undefined {
  const mark = exec(HEADING, markdown, at)?.[0];
  if (mark === undefined) return undefined;
  const newline = markdown.indexOf('\n', at);
  const end = headingEnd(markdown, at + mark.length, newline === -1 ? markdown.length : newline);
  return { kind: 'heading', length: mark.length, end };
}

/** Where a heading's words end: number signs at its end, parted by white space, do not belong to them. */
function headingEnd(markdown: string, start: number, lineEnd: number): number {
  const isSpace = (at: number) => markdown[at] === ' ' || markdown[at] === '\t';
  let end = lineEnd;
  while (end > start && isSpace(end - 1)) end -= 1;
  let at = end;
  while (at > start && markdown[at - 1] === '#') at -= 1;
  return at === start || isSpace(at - 1) ? at : end;
}

function fenceAt(markdown: string, at: number): BlockStart | undefined {
  const match = exec(FENCE, markdown, at);
  const marker = match?.[1] ?? match?.[2];
  return marker === undefined ? undefined : { kind: 'fence', marker };
}

function htmlAt(markdown: string, at: number, { continues }: StartContext): BlockStart | undefined {
  for (const { start, end } of HTML) {
    if (exec(start, markdown, at) !== null) return { kind: 'html', until: end };
  }
  if (continues) return undefined;
  return exec(TAG_LINE, markdown, at) === null ? undefined : { kind: 'html', until: undefined };
}

function noteAt(markdown: string, at: number): BlockStart | undefined {
  const match = exec(NOTE, markdown, at);
  if (match === null) return undefined;
  return { kind: 'note', length: match[0].length, label: normalizeLabel(match[1] ?? '') };
}

function breakOrItemAt(markdown: string, at: number, { interrupts }: StartContext): BlockStart | undefined {
  if (exec(BREAK, markdown, at) !== null) return { kind: 'break' };
  const match = exec(ITEM, markdown, at);
  if (match === null) return undefined;
  const [marker, number] = match;
  // Only a list that begins with 1 and says something may cut a paragraph short.
  if (interrupts && (number ?? '1') !== '1') return undefined;
  if (interrupts && exec(BLANK_REST, markdown, at + marker.length) !== null) return undefined;
  return { kind: 'item', length: marker.length };
}
