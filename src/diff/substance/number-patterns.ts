/** A language's words that stand around numbers go in; patterns for periods, amounts and references to clauses come out. */
import type { SubstanceWords } from '../substance-words/words.ts';
import { HAS_DIGIT, type Pattern, whole } from './pattern.ts';

/** 30; 1,000.50; 10 000; 1.2.1; 5–7; 9:30. */
export const NUMBER = '\\p{Nd}{1,3}(?:\\s\\p{Nd}{3})+(?:[.,]\\p{Nd}+)?|\\p{Nd}+(?:[.,:/–-]\\p{Nd}+)*';

/** Zeros of scripts with digits of their own: Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];

/** The same number, whichever digits it is written in, and however its thousands and fractions are marked. */
export function numberKey(text: string): string {
  const bare = text
    .replace(/\s/g, '')
    .replace('–', '-')
    .replace(/(?!\d)\p{Nd}/gu, digitOf);
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)
    ? bare.replaceAll(',', '')
    : bare.replace(/^(\d+),(\d+)$/, '$1.$2');
}

function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
}

/**
 * Seven; twenty-five. One is an article too; what stands before or in brackets, “two (2)”, is said by the digits; and two-factor is
 * a kind.
 */
export function numberWordPattern({ numberWords }: SubstanceWords): Pattern {
  const word = Object.keys(numberWords).join('|');
  const counting = Object.keys(numberWords).filter((source) => (numberWords[source] ?? 0) > 1);
  const source = `(?:${counting.join('|')})(?:[\\s-]+(?:${word}))?(?!\\s*\\(|[-‑]\\p{L})`;
  return {
    kind: 'number',
    pattern: new RegExp(`(?<!\\(|[\\p{L}\\p{N}][-‑])${whole(source)}`, 'giu'),
    keyOf: ([text]) => countOf({ number: text }, numberWords),
  };
}

type Names = SubstanceWords['periodUnits'];

export function periodPatterns({ periodUnits, periodKinds, numberWords, periodWords }: SubstanceWords): Pattern[] {
  const word = Object.keys(numberWords).join('|');
  const words = `(?:${word})(?:[\\s-]+(?:${word}))?`;
  const [units, kinds] = [sourcesOf(periodUnits), sourcesOf(periodKinds)];
  // thirty (30) days; 30 (thirty) business days; 30-day
  const aside = '(?:\\s*\\((?<aside>[^()]{1,40})\\))?';
  const counted = `(?<number>${NUMBER}|${words})${aside}[\\s-]+(?:(?<kind>${kinds})[\\s-]+)?(?<unit>${units})`;
  return [
    {
      kind: 'period',
      pattern: new RegExp(whole(counted), 'giu'),
      keyOf: ({ groups = {} }) =>
        `${countOf(groups, numberWords)} ${nameOf(groups.kind, periodKinds)} ${nameOf(groups.unit, periodUnits)}`,
    },
    ...periodWords.map(
      (source): Pattern => ({
        kind: 'period',
        pattern: new RegExp(whole(source), 'giu'),
        keyOf: ([text]) => text.toLowerCase(),
      }),
    ),
  ];
}

export function amountPatterns(words: SubstanceWords | undefined): Pattern[] {
  const units = words?.amountUnits ?? {};
  const multipliers = words?.multipliers ?? {};
  const [unit, times] = [sourcesOf(units), sourcesOf(multipliers)];
  const code = 'USD|EUR|GBP|CHF|RUB|CNY|JPY|CAD|AUD|US\\$|CA\\$|A\\$|\\p{Sc}';
  const scale = times === '' ? '' : `(?:\\s*(?<times>${times})(?!\\p{L}))?`;
  const value = `(?<number>${NUMBER})${scale}`;
  const key = ({ groups = {} }: RegExpExecArray) => {
    const currency = groups.code ?? '';
    return `${numberKey(groups.number ?? '')} ${nameOf(groups.times, multipliers)} ${nameOf(groups.unit, units) || currency}`;
  };
  const behind = unit === '' ? '(?<code>%)' : `(?:(?<unit>${unit})(?!\\p{L})|(?<code>%))`;
  return [
    {
      kind: 'amount',
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?<code>${code})\\s?${value}`, 'gu'),
      sign: HAS_DIGIT,
      keyOf: key,
    },
    {
      kind: 'amount',
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])${value}\\s?(?<code>(?:${code})(?!\\p{L}))`, 'gu'),
      sign: HAS_DIGIT,
      keyOf: key,
    },
    {
      kind: 'amount',
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])${value}\\s*${behind}`, 'giu'),
      sign: HAS_DIGIT,
      keyOf: key,
    },
  ];
}

/** The key is the numbers alone, as typed, with spaces between. */
export function referencePattern({ referenceNouns, and }: SubstanceWords): Pattern {
  const number = '\\p{Nd}+(?:\\.\\p{Nd}+)*(?:\\([\\p{Nd}\\p{L}]{1,4}\\))*';
  const more = `(?:(?:\\s*,\\s*|\\s*,?\\s+(?:${and})\\s+|\\s*[-–]\\s*)${number}(?!\\p{L}))*`;
  return {
    kind: 'reference',
    sign: HAS_DIGIT,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:${referenceNouns.join('|')})\\s*|§§?\\s*)${number}${more}`, 'giu'),
    keyOf: ([text]) => (text.match(new RegExp(number, 'gu')) ?? []).join(' '),
  };
}

function sourcesOf(names: Names): string {
  return Object.values(names).join('|');
}

function nameOf(text: string | undefined, names: Names): string {
  if (text === undefined) return '';
  return Object.entries(names).find(([, source]) => new RegExp(`^(?:${source})$`, 'iu').test(text))?.[0] ?? '';
}

/** Digits, in brackets or not, say it best. */
function countOf(
  { number = '', aside = '' }: { number?: string; aside?: string },
  numberWords: SubstanceWords['numberWords'],
): string {
  const digits = [number, aside].find((text) => /\d/.test(text));
  if (digits !== undefined) return numberKey(digits);
  const valueOfWord = (text: string) =>
    Object.entries(numberWords).find(([source]) => new RegExp(`^(?:${source})$`, 'iu').test(text))?.[1] ?? 0;
  const whole = valueOfWord(number);
  return String(whole > 0 ? whole : number.split(/[\s-]+/).reduce((sum, part) => sum + valueOfWord(part), 0));
}
