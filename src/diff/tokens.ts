/** A text goes in; its words, numbers and marks, which are compared whole, come out. */
import { levelSpelling } from './spelling.ts';

/** A word with the white space behind it: the tokens of a text are the text. */
export interface Token {
  /** The word in one spelling; tokens with equal keys are the same word. */
  readonly key: string;
  readonly start: number;
  /** Where the white space behind it begins. */
  readonly wordEnd: number;
  readonly end: number;
  /** How much it says: about its letters; 0 for a mark. */
  readonly weight: number;
}

/**
 * Scripts written without spaces between words. They are compared character by character (Thai and its kin by syllable-like
 * clusters, Katakana by run): the dictionaries by which `Intl.Segmenter` finds words change with the release of Node and differ
 * between browsers, and a redline must be the same everywhere.
 */
const UNSPACED =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}\\p{scx=Tibetan}';
const HAS_UNSPACED = new RegExp(`(?=\\p{L})[${UNSPACED}]`, 'u');

// An address ends where a script without spaces goes on.
const ADDRESS_SIGN = `(?![${UNSPACED}])[^\\s<>"“”`;
const ADDRESS = `(?:https?:\\/\\/|www\\.)(?:${ADDRESS_SIGN}])*${ADDRESS_SIGN}.,;:!?)\\]}'’»]|[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+`;
// Thousands may be parted by spaces: 10 000.
const NUMBER = '\\p{Sc}?\\p{Nd}{1,3}(?:\\s\\p{Nd}{3})+(?![\\p{Nd}\\p{L}])(?:[.,]\\p{Nd}+)?%?';
// e.g., U.S.
const ABBREVIATION = '(?:\\p{L}\\.){2,}(?!\\p{L})';
const MARK = '\\.{3}|-{2,3}|[^\\s]';

const SPACED_TOKEN = tokenPattern('[\\p{L}\\p{N}\\p{M}]');
const MIXED_TOKEN = tokenPattern(`(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])`, [
  '[\\p{sc=Katakana}ー]+',
  `[\\u0E40-\\u0E44\\u0EC0-\\u0EC4]?(?=\\p{L})[${UNSPACED}][\\p{M}\\u0E30\\u0E32\\u0E33\\u0E45\\u0EB0\\u0EB2\\u0EB3]*`,
]);

/** `letter` is what words are made of; `others` are further shapes of words. */
function tokenPattern(letter: string, others: readonly string[] = []): RegExp {
  // Within a word: third-party, it's, and/or, AT&T, acme.com. Within a number: 1,000.50, 9:30, 5–7, 2020-02-04.
  const joint = "(?:[-‐‑'’_./&·\\u00AD\\u200B\\u2060](?=[\\p{L}\\p{N}])|(?<=\\p{Nd})[,:–](?=\\p{Nd}))";
  const word = `\\p{Sc}?${letter}+(?:${joint}${letter}+)*%?`;
  return new RegExp(`\\s*(?:${[ADDRESS, NUMBER, ABBREVIATION, word, ...others, MARK].join('|')})\\s*`, 'gu');
}

const IS_MARK = /^[^\p{L}\p{N}]+$/u;
const HEAVIEST = 10;

export function tokensOf(text: string): Token[] {
  const isMixed = HAS_UNSPACED.test(text);
  const tokens: Token[] = [];
  for (const match of text.matchAll(isMixed ? MIXED_TOKEN : SPACED_TOKEN)) {
    const start = match.index;
    const wordEnd = start + match[0].trimEnd().length;
    const key = levelSpelling(match[0].trim());
    tokens.push({ key, start, wordEnd, end: start + match[0].length, weight: weightOf(key, isMixed) });
  }
  return tokens;
}

function weightOf(key: string, isMixed: boolean): number {
  if (IS_MARK.test(key)) return 0;
  const letters = isMixed && HAS_UNSPACED.test(key) ? 2 * key.length : key.length;
  return Math.min(HEAVIEST, letters);
}
