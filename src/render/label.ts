/** The beginning of a line goes in; what it may be as a clause's label comes out. Whether it is one, the outline decides. */
import { END, readNamed, SPACE } from './named-label.ts';
import { type NumeralStyle, readNumeral } from './numerals.ts';

/** One way to read a label. */
export type Reading =
  /** `3.3.2`: says its whole place in the text. */
  | { readonly kind: 'path'; readonly path: readonly number[] }
  /** `(a)`, `iv.`, `1)`: says its place among its neighbours of the same style. */
  | {
      readonly kind: 'step';
      readonly style: string;
      readonly value: number;
      /** More than `value` only for a range: 7 for `5—7.` */
      readonly last: number;
      readonly numeral: string;
    }
  /** `Article 3`, `§ 5`, `Статья 29.1`, `第三条`: numbered through the text under its own name. */
  | { readonly kind: 'named'; readonly name: string; readonly path: readonly number[]; readonly anchor: string };

export interface Label {
  /** As it stands in the text, punctuation included: `(a)`, `3.3.2.`, `Article 3.` */
  readonly typed: string;
  /** UTF-16 units up to the first word after it. */
  readonly length: number;
  readonly readings: readonly Reading[];
  /** True if nothing but its place tells it from running text (`3.5 million`, `Section 4 applies`). */
  readonly isBare: boolean;
}

/** Chinese and Japanese put no blank behind a label. */
const SCRIPT = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const DIGIT = '[0-9０-９]';
const PATH = new RegExp(`^(\\d{1,3}(?:\\.\\d{1,3})+)(?:([.):]?)${END}|([.)])(?=[${SCRIPT}]))`, 'u');
const STEP = new RegExp(
  `^([(（]?)([\\p{L}〇]{1,6}|${DIGIT}{1,4})(?:([.)])(?:${END}|(?=[${SCRIPT}]))|([、）．])${SPACE}*)`,
  'u',
);
/** `5—7.` where three clauses were repealed at once. */
const RANGE = new RegExp(`^(\\d{1,3})${SPACE}?[–—-]${SPACE}?(\\d{1,3})([.)])${END}`, 'u');
const BARE = new RegExp(`^(\\d{1,3})${END}`, 'u');
/** In a heading a capital may stand right behind the stop: `1.2.2.Relevant dates`. */
const TIGHT = /^(\d{1,3}(?:\.\d{1,3})*)([.)])(?=\p{Lu}\p{Ll})/u;

const PARTNERS: { readonly [open: string]: string } = { '(': ')', '（': '）' };

/** Reads a label at the start of `text`. A lone number without punctuation is one only in a heading. */
export function readLabel(text: string, options: { readonly isHeading: boolean }): Label | undefined {
  const label = readPath(text) ?? readNamed(text, options) ?? readStep(text) ?? readRange(text);
  return label ?? (options.isHeading ? (readTight(text) ?? readBare(text)) : undefined);
}

/** The label that a list item's marker (`9.`, `1)`, `1.2.`) is. */
export function readMarker(marker: string): Label | undefined {
  return readPath(marker) ?? readStep(marker);
}

function readPath(text: string): Label | undefined {
  const match = PATH.exec(text);
  if (match === null) return undefined;
  const [whole, path = '', spaced, tight = ''] = match;
  const close = spaced ?? tight;
  return {
    typed: path + close,
    length: whole.length,
    readings: [{ kind: 'path', path: path.split('.').map(Number) }],
    isBare: close === '',
  };
}

function readStep(text: string): Label | undefined {
  const match = STEP.exec(text);
  if (match === null) return undefined;
  const [whole, open = '', written = '', narrow, wide = ''] = match;
  const close = narrow ?? wide;
  if (open !== '' && close !== PARTNERS[open]) return undefined;
  const numeral = written.normalize('NFKC').toLowerCase();
  const readings = readNumeral(written.normalize('NFKC')).flatMap(({ style, value }): Reading[] => {
    // Between Latin letters 、 only parts a list of them.
    if (close === '、' && style !== 'han' && style !== 'digit') return [];
    return [{ kind: 'step', style: styleOf(open, style, close), value, last: value, numeral }];
  });
  if (readings.length === 0) return undefined;
  return { typed: open + written + close, length: whole.length, readings, isBare: false };
}

function readRange(text: string): Label | undefined {
  const match = RANGE.exec(text);
  if (match === null) return undefined;
  const [whole, first = '', last = '', close = ''] = match;
  if (Number(first) >= Number(last)) return undefined;
  const reading = { style: styleOf('', 'digit', close), value: Number(first), last: Number(last) };
  const typed = whole.trimEnd();
  const numeral = typed.slice(0, -1).replace(/\s/g, '');
  return { typed, length: whole.length, readings: [{ kind: 'step', ...reading, numeral }], isBare: false };
}

function readTight(text: string): Label | undefined {
  const [typed = '', path = '', close = ''] = TIGHT.exec(text) ?? [];
  return typed === '' ? undefined : readMarker(path + close);
}

function readBare(text: string): Label | undefined {
  const match = BARE.exec(text);
  if (match === null) return undefined;
  const [whole, numeral = ''] = match;
  const value = Number(numeral);
  const reading: Reading = { kind: 'step', style: styleOf('', 'digit', ''), value, last: value, numeral };
  return { typed: numeral, length: whole.length, readings: [reading], isBare: true };
}

function styleOf(open: string, numeral: NumeralStyle, close: string): string {
  return `${open}${numeral}${close}`;
}

/** Whether `next` comes right after `label` in some reading of both: `(b)` after `(a)`, `1.4` after `1.3`, `9.1` after `9`. */
export function isNext(label: Label, next: Label): boolean {
  return label.readings.some((one) => next.readings.some((other) => follows(one, other)));
}

function follows(one: Reading, other: Reading): boolean {
  if (one.kind === 'step' && other.kind === 'step') return one.style === other.style && other.value === one.last + 1;
  if (other.kind !== 'path') return false;
  const before = one.kind === 'step' ? [one.last] : one.path;
  const [last = 0, ...head] = other.path.toReversed();
  const isSibling = last > 1 && before.join('.') === [...head.toReversed(), last - 1].join('.');
  return isSibling || (last === 1 && before.join('.') === head.toReversed().join('.'));
}
