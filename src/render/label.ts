/** The beginning of a line goes in; what it may be as a clause's label comes out. Whether it is one, the outline decides. */
import { type NumeralStyle, readNumeral } from './numerals.ts';

/** One way to read a label. */
export type Reading =
  /** `3.3.2`: says its whole place in the text. */
  | { readonly kind: 'path'; readonly path: readonly number[] }
  /** `(a)`, `iv.`, `1)`: says its place among its neighbours of the same style. */
  | { readonly kind: 'step'; readonly style: string; readonly value: number; readonly numeral: string }
  /** `Article 3`, `§ 5`, `Статья 29.1`: numbered through the text under its own name. */
  | { readonly kind: 'named'; readonly name: string; readonly path: readonly number[]; readonly numeral: string };

export interface Label {
  /** As it stands in the text, punctuation included: `(a)`, `3.3.2.`, `Article 3.` */
  readonly typed: string;
  /** UTF-16 units up to the first word after it. */
  readonly length: number;
  readonly readings: readonly Reading[];
  /** True if nothing but its place tells it from running text (`3.5 million`, `Section 4 applies`). */
  readonly isBare: boolean;
}

/** Names of numbered units in the languages of the corpora and their neighbours, in lower case. */
const NAMES = [
  ...[
    'article',
    'section',
    'clause',
    'chapter',
    'part',
    'annex',
    'appendix',
    'schedule',
    'title',
    'rule',
    'art\\.',
    'sec\\.',
  ],
  ...['статья', 'глава', 'раздел', 'часть', 'пункт', 'приложение', 'ст\\.', 'п\\.', 'гл\\.', 'стаття', 'розділ'],
  ...['artikel', 'abschnitt', 'kapitel', 'ziffer', 'anlage', 'artículo', 'sección', 'cláusula', 'capítulo', 'anexo'],
  ...['chapitre', 'annexe', 'artigo', 'seção', 'articolo', 'sezione', 'artykuł', 'rozdział', 'čl\\.', 'článek', '§§?'],
];

const SPACE = '[ \\t\\u00A0\\u202F]';
const END = `(?:${SPACE}+|$)`;
const PATH = new RegExp(`^(\\d{1,3}(?:\\.\\d{1,3})+)([.):]?)${END}`);
const STEP = new RegExp(`^(\\(?)([\\p{L}]{1,6}|\\d{1,4})([.)])${END}`, 'u');
const BARE = new RegExp(`^(\\d{1,3})${END}`);
const NAMED = new RegExp(
  `^(${NAMES.join('|')})${SPACE}*(\\d{1,4}(?:\\.\\d{1,3})*|[IVXLC]{1,7}|[A-Z])([.:)]|${SPACE}?[–—-](?=${SPACE}))?${END}`,
  'iu',
);

/** Reads a label at the start of `text`. A lone number without punctuation is one only in a heading. */
export function readLabel(text: string, options: { readonly isHeading: boolean }): Label | undefined {
  return readPath(text) ?? readNamed(text) ?? readStep(text) ?? (options.isHeading ? readBare(text) : undefined);
}

/** The label that a list item's marker (`9.`, `1)`, `1.2.`) is. */
export function readMarker(marker: string): Label | undefined {
  return readPath(marker) ?? readStep(marker);
}

function readPath(text: string): Label | undefined {
  const match = PATH.exec(text);
  if (match === null) return undefined;
  const [whole, path = '', close = ''] = match;
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
  const [whole, open = '', numeral = '', close = ''] = match;
  if (open === '(' && close !== ')') return undefined;
  const readings = readNumeral(numeral).map(({ style, value }): Reading => {
    return { kind: 'step', style: styleOf(open, style, close), value, numeral: numeral.toLowerCase() };
  });
  if (readings.length === 0) return undefined;
  return { typed: open + numeral + close, length: whole.length, readings, isBare: false };
}

function readBare(text: string): Label | undefined {
  const match = BARE.exec(text);
  if (match === null) return undefined;
  const [whole, numeral = ''] = match;
  const reading: Reading = { kind: 'step', style: styleOf('', 'digit', ''), value: Number(numeral), numeral };
  return { typed: numeral, length: whole.length, readings: [reading], isBare: true };
}

function readNamed(text: string): Label | undefined {
  const match = NAMED.exec(text);
  if (match === null) return undefined;
  const [whole, name = '', numeral = '', close = ''] = match;
  const [first] = /^\d/.test(numeral)
    ? []
    : readNumeral(numeral)
        .filter(({ style }) => style === 'upper-roman' || style === 'upper-latin')
        .toReversed();
  const path = /^\d/.test(numeral) ? numeral.split('.').map(Number) : first === undefined ? [] : [first.value];
  if (path.length === 0) return undefined;
  const rest = text.slice(whole.length);
  return {
    typed: whole.trimEnd(),
    length: whole.length,
    readings: [{ kind: 'named', name: name.toLowerCase().replace('.', ''), path, numeral: numeral.toLowerCase() }],
    // "Section 4 applies" goes on in lower case; a label is followed by a stop, a title or nothing.
    isBare: close === '' && /^[\p{Ll}\d,;(]/u.test(rest),
  };
}

function styleOf(open: string, numeral: NumeralStyle, close: string): string {
  return `${open}${numeral}${close}`;
}

/** Whether `next` comes right after `label` in some reading of both: `(b)` after `(a)`, `1.4` after `1.3`, `9.1` after `9`. */
export function isNext(label: Label, next: Label): boolean {
  return label.readings.some((one) => next.readings.some((other) => follows(one, other)));
}

function follows(one: Reading, other: Reading): boolean {
  if (one.kind === 'step' && other.kind === 'step') return one.style === other.style && other.value === one.value + 1;
  if (other.kind !== 'path') return false;
  const before = one.kind === 'step' ? [one.value] : one.path;
  const [last = 0, ...head] = other.path.toReversed();
  const isSibling = last > 1 && before.join('.') === [...head.toReversed(), last - 1].join('.');
  return isSibling || (last === 1 && before.join('.') === head.toReversed().join('.'));
}
