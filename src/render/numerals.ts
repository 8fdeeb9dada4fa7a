/** Numerals as lawyers write them: letters, Roman numbers and digits, each to a number. */

/** The styles a single numeral may be read in. `i` is a letter and a Roman one; context decides. */
export type NumeralStyle =
  | 'digit'
  | 'lower-roman'
  | 'upper-roman'
  | 'lower-latin'
  | 'upper-latin'
  | 'lower-cyrillic'
  | 'han';

export interface Numeral {
  readonly style: NumeralStyle;
  readonly value: number;
}

const ROMAN = /^(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;
const ROMAN_VALUES: { readonly [digits: string]: number } = { i: 1, v: 5, x: 10, l: 50, c: 100 };
const LATIN = 'abcdefghijklmnopqrstuvwxyz';
/** Lists in Cyrillic leave out the letters that cannot be told apart or read aloud: ё й ъ ы ь. */
const CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщэюя';
const HAN_DIGITS = '〇一二三四五六七八九';
/** Numbers up to 999 as Chinese and Japanese write them: 三, 十二, 二十, 一百零五. */
const HAN = /^(?:([一二三四五六七八九]?)百[零〇]?)?(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/;

/** All ways to read `text`, the likelier first: a letter before a Roman number, except for `i`, which begins a list. */
export function readNumeral(text: string): Numeral[] {
  if (/^\d{1,4}$/.test(text)) return [{ style: 'digit', value: Number(text) }];
  const han = hanValue(text);
  if (han !== undefined) return [{ style: 'han', value: han }];
  const lower = text.toLowerCase();
  if (text !== lower && text !== text.toUpperCase()) return [];
  const isUpper = text !== lower;
  const readings: Numeral[] = [];
  const letter = letterValue(lower, LATIN);
  if (letter !== undefined) readings.push({ style: isUpper ? 'upper-latin' : 'lower-latin', value: letter });
  const roman = romanValue(lower);
  if (roman !== undefined) readings.push({ style: isUpper ? 'upper-roman' : 'lower-roman', value: roman });
  const cyrillic = isUpper ? undefined : letterValue(lower, CYRILLIC);
  if (cyrillic !== undefined) readings.push({ style: 'lower-cyrillic', value: cyrillic });
  return lower === 'i' ? readings.toReversed() : readings;
}

/** Writes a number in a style: 2 is `b`, `ii`, `2`; the inverse of `readNumeral`. */
export function writeNumeral({ style, value }: Numeral): string {
  switch (style) {
    case 'digit':
      return String(value);
    case 'lower-roman':
      return romanText(value);
    case 'upper-roman':
      return romanText(value).toUpperCase();
    case 'lower-latin':
      return letterText(value, LATIN);
    case 'upper-latin':
      return letterText(value, LATIN).toUpperCase();
    case 'lower-cyrillic':
      return letterText(value, CYRILLIC);
    case 'han':
      return hanText(value);
  }
}

function letterText(value: number, alphabet: string): string {
  const letter = alphabet.charAt((value - 1) % alphabet.length);
  return letter.repeat(Math.ceil(value / alphabet.length));
}

const ROMAN_STEPS: readonly (readonly [number, string])[] = [
  ...([
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];

function romanText(value: number): string {
  const [size, digits] = ROMAN_STEPS.find(([step]) => step <= value) ?? [value, ''];
  return value <= 0 ? '' : digits + romanText(value - size);
}

/** `a` is 1, `z` 26; a doubled letter goes on (`aa` is 27). */
function letterValue(text: string, alphabet: string): number | undefined {
  const [first = '', second] = text;
  const index = alphabet.indexOf(first);
  if (text === '' || text.length > 2 || index === -1 || (second !== undefined && second !== first)) return undefined;
  return index + 1 + (second === undefined ? 0 : alphabet.length);
}

function romanValue(text: string): number | undefined {
  if (!ROMAN.test(text)) return undefined;
  const values = [...text].map((digit) => ROMAN_VALUES[digit] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

function hanValue(text: string): number | undefined {
  const match = HAN.exec(text);
  if (match === null || text === '') return undefined;
  const [, hundreds, tens, ones = ''] = match;
  // A sign for ten or a hundred that nothing stands before counts once.
  const times = (digit: string | undefined) => (digit === undefined ? 0 : digit === '' ? 1 : HAN_DIGITS.indexOf(digit));
  return times(hundreds) * 100 + times(tens) * 10 + (ones === '' ? 0 : HAN_DIGITS.indexOf(ones));
}

function hanText(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const digit = (number: number) => HAN_DIGITS.charAt(number);
  const head = hundreds === 0 ? '' : `${digit(hundreds)}百`;
  const zero = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const middle = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : digit(tens)}十`;
  return head + zero + middle + (ones === 0 ? '' : digit(ones));
}
