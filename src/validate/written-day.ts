/** Words at which a date may begin go in; the days, or the month, that its author can mean come out. */
import { UTCDate, utc } from '@date-fns/utc';
import type { Locale } from 'date-fns';
import { isValid } from 'date-fns/isValid';
import { enGB } from 'date-fns/locale/en-GB';
import { parse } from 'date-fns/parse';
import { parseCivilDate } from '../model/civil-date.ts';

export interface WrittenDay {
  /** UTF-16 units from the beginning of the words to the end of the date. */
  readonly length: number;
  /** `YYYY-MM-DD`, or `YYYY-MM` where no day is written; two where day and month could change places. */
  readonly readings: readonly string[];
}

const EPOCH = new UTCDate(0);
const MONTH = '(?<month>\\p{L}{3,14})\\.?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th|er|[.º°ª]|-?го)?';
const YEAR = '(?<year>\\d{4})(?!\\d)';
const OF = "(?:(?:de|del|du|of|d['’])\\s?)?";

/** The forms that are in common use, the fuller before the shorter. Nothing in them repeats without bound. */
const FORMS = [
  /^(?<year>\d{4})[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})(?!\d)/u,
  /^(?<year>\d{4})\s?[年년]\s?(?<month>\d{1,2})\s?[月월](?:\s?(?<day>\d{1,2})\s?[日일])?/u,
  /^(?<day>\d{1,2})[-./](?<month>\d{1,2})[-./](?<year>\d{4}|\d{2})(?!\d)/u,
  new RegExp(`^(?:\\p{L}{3,12},\\s)?[«“"„]?${DAY}[»”"“]?[\\s-]{1,3}${OF}${MONTH},?[\\s-]{1,3}${OF}${YEAR}`, 'iu'),
  new RegExp(`^(?:\\p{L}{3,12},\\s)?${MONTH}\\s{1,3}${DAY}\\s?,?\\s{1,3}${YEAR}`, 'iu'),
  new RegExp(`^${MONTH},?\\s{1,3}${OF}${YEAR}`, 'iu'),
];

/** Reads the date with which `words` begin, its month in the words of `locale` or in English; undefined if there is none. */
export function readWrittenDay(words: string, locale: Locale): WrittenDay | undefined {
  for (const form of FORMS) {
    const match = form.exec(words);
    if (match === null) continue;
    const { year = '', month = '', day } = match.groups ?? {};
    const number = /^\d/.test(month) ? month : monthNumber(month, locale);
    const readings = [dayFrom(year, number, day)];
    // Points are put between day and month in this order only; strokes and hyphens in either.
    if (/^\d{1,2}[-/]/.test(match[0])) readings.push(dayFrom(year, day ?? '', month));
    const possible = [...new Set(readings.filter((reading) => reading !== undefined))];
    if (possible.length > 0) return { length: match[0].length, readings: possible };
  }
  return undefined;
}

function dayFrom(year: string, month: string, day: string | undefined): string | undefined {
  const start = `${year.padStart(4, '20')}-${month.padStart(2, '0')}`;
  const whole = parseCivilDate(`${start}-${(day ?? '1').padStart(2, '0')}`);
  return day === undefined && whole !== undefined ? start : whole;
}

/** `1` to `12`; nothing for a word that is no month. */
function monthNumber(word: string, locale: Locale): string {
  const name = word.replace(/^sept$/i, 'sep');
  for (const language of [locale, enGB]) {
    for (const form of ['MMMM', 'MMM', 'LLLL', 'LLL']) {
      const date = parse(name, form, EPOCH, { locale: language, in: utc });
      if (isValid(date)) return String(date.getUTCMonth() + 1);
    }
  }
  return '';
}
