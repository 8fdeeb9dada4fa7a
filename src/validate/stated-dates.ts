/** Markdown goes in; what the text itself says of its dates ("Last updated: 1 March 2026") comes out. */
import type { Stretch } from './code-stretches.ts';
import { CLAIMS, type Claim, DATE_WORDS, type DateWords } from './date-words.ts';
import { historiesIn } from './histories.ts';
import { blankOut, plainText } from './plain-text.ts';
import { readWrittenDay } from './written-day.ts';

export interface StatedDate {
  readonly claim: Claim;
  /** UTF-16 offsets in the Markdown, from the claiming words to the end of the date. */
  readonly start: number;
  readonly end: number;
  /** What the date can mean: `YYYY-MM-DD`, or `YYYY-MM` where no day is written. */
  readonly readings: readonly string[];
}

/** What is looked at before and after the claiming words, in UTF-16 units. */
const BEFORE = 160;
const AFTER = 120;
/** How far from an end of the text a bare "Effective date: …" is the text's own; further in, it defines a term or dates a clause. */
const MARGIN = 2000;

/** Chinese and Japanese put nothing between words. */
const NO_LETTER_BEFORE = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])';
const NO_LETTER_AFTER = '(?!\\p{L})';
const SENTENCE_END = /[.!?;:|。；：][\s"”»)]+|\||\n[^\S\n]*\n|^[^\S\n]*(?:[-+>]|\d{1,3}[.)])[^\S\n]/gm;
const ONLY_VERSION =
  /^[\s\p{P}\p{S}]*(?:\d{1,3}[.)]\s)?(?:(?:version|ver|v|fassung|versión|versão|versione|wersja|versie|версия|редакция|версія|版本)[\s.:№]{0,3}\d[\d.]{0,9}[\s\p{P}]*(?:and|und|et|y|e|en|i|и|та)?\s*)?$/iu;
const NUMBER = /\d{4}|[./-]\d{2}(?!\d)/g;
/** More dates of one claim than this are not told apart. */
const MOST_DATES = 3;
/** A time of day and the word for "year" belong to the date; then the statement must be over. */
const STATEMENT_END =
  /^(?:,?\s(?:at\s)?\d{1,2}:\d{2}(?:\s?[A-Z]{2,4})?)?(?:\s?(?:г\.?|года|р\.|року|r\.|roku)(?!\p{L}))?(?:起?(?:生效|施行|实施|適用|より適用))?[\s"”»)]*(?:$|[.;|(·•–—。；、）]|,?\s(?:version|v\.?)\s?\d|\n\s*\n|\n\s*[^\s\p{Ll}])/u;

const PATTERNS = DATE_WORDS.map((words) => ({ words, ...compile(words) }));

/** In the order of the text. A list of earlier changes says nothing of this text, nor does code. */
export function statedDates(markdown: string): StatedDate[] {
  const text = blankOut(plainText(markdown), historiesIn(markdown));
  return nearNumbers(text)
    .flatMap(({ start, end }) => PATTERNS.flatMap((pattern) => statementsIn({ text, start, end, pattern })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, index, all) => start >= (all[index - 1]?.end ?? 0));
}

/** True if both can mean one day; a month means any of its days. */
export function isSameDate(a: readonly string[], b: readonly string[]): boolean {
  return a.some((left) => b.some((right) => left.startsWith(right) || right.startsWith(left)));
}

/**
 * The statements of one claim, those of one date together. What a text says of its publication counts only if it does not
 * say when it was changed: then the first publication can be meant.
 */
export function claimedDates(stated: readonly StatedDate[], claim: Claim): StatedDate[][] {
  if (claim === 'published' && stated.some((other) => other.claim === 'updated')) return [];
  const groups: [StatedDate, ...StatedDate[]][] = [];
  for (const one of stated.filter((other) => other.claim === claim)) {
    const group = groups.find(([first]) => isSameDate(first.readings, one.readings));
    if (group !== undefined) group.push(one);
    else if (groups.length < MOST_DATES) groups.push([one]);
  }
  return groups;
}

type Pattern = { readonly words: DateWords } & ReturnType<typeof compile>;

function compile({ joins, names, others, ...words }: DateWords) {
  const spaced = (expression: string) => expression.replaceAll(' ', '\\s{1,3}').replaceAll('\\s{1,3}?', '\\s{0,3}');
  const claims = CLAIMS.map((claim) => `(?<${claim}>${spaced(words[claim])})`).join('|');
  const after = `(?:\\s{0,3}(?:${spaced(joins)})${NO_LETTER_AFTER}){0,3}[\\s:：|=–—-]{0,12}(?:the\\s|l['’]\\s?)?`;
  const object = `\\s(?:this|these|our|the)\\s[\\p{L}\\d’'\\s-]{1,50}?\\son\\s{1,3}`;
  return {
    claims: new RegExp(`${NO_LETTER_BEFORE}(?:${claims})`, 'giu'),
    after: new RegExp(`^(?:${object}|${after})`, 'iu'),
    name: new RegExp(`${NO_LETTER_BEFORE}(?:${names})`, 'iu'),
    other: new RegExp(`${NO_LETTER_BEFORE}(?:${others})(?!\\p{L})`, 'iu'),
  };
}

/** Where a year or a date in numbers may end a statement; claims are looked for nowhere else. */
function nearNumbers(text: string): Stretch[] {
  const found: { start: number; end: number }[] = [];
  for (const { index } of text.matchAll(NUMBER)) {
    const start = Math.max(0, index - BEFORE);
    const last = found.at(-1);
    if (last !== undefined && start <= last.end) last.end = index;
    else found.push({ start, end: index });
  }
  return found;
}

function statementsIn({ text, start, end, pattern }: Stretch & { text: string; pattern: Pattern }): StatedDate[] {
  return [...text.slice(start, end).matchAll(pattern.claims)].flatMap(({ 0: words, index, groups }) => {
    const claim = CLAIMS.find((one) => groups?.[one] !== undefined) ?? 'updated';
    return statement({ text, start: start + index, from: start + index + words.length, claim, pattern });
  });
}

interface Claimed {
  readonly text: string;
  /** Where the claim begins and where it ends. */
  readonly start: number;
  readonly from: number;
  readonly claim: Claim;
  readonly pattern: Pattern;
}

function statement({ text, start, from, claim, pattern: { words, after, name, other } }: Claimed): StatedDate[] {
  const rest = text.slice(from, from + AFTER);
  if (!/\d/.test(rest)) return [];
  const join = after.exec(rest)?.[0] ?? '';
  const date = readWrittenDay(rest.slice(join.length), words.locale);
  if (date === undefined) return [];
  const end = from + join.length + date.length;
  if (!STATEMENT_END.test(text.slice(end, end + AFTER))) return [];
  const before = sentenceBefore(text, start);
  const isLabel = ONLY_VERSION.test(before);
  // "We last updated these terms on …" names the text behind the claim; what was published may be any text.
  const named = claim === 'published' ? '' : `${before} ${join}`;
  const isOfText = before.length < BEFORE && name.test(named) && !other.test(named);
  const isNearEnd = start < MARGIN || text.length - end < MARGIN;
  if (!isOfText && !(isLabel && (claim === 'updated' || isNearEnd))) return [];
  return [{ claim, start, end, readings: date.readings }];
}

/** What the sentence says before `offset`. A line that begins with a capital letter begins a sentence. */
function sentenceBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - BEFORE), offset);
  const ends = [...before.matchAll(SENTENCE_END)].map(({ 0: mark, index }) => index + mark.length);
  if (!/^\p{Ll}/u.test(text.slice(offset))) ends.push(before.lastIndexOf('\n') + 1);
  return before.slice(Math.max(0, ...ends));
}
