/** Text that should be a day but is not goes in; what is wrong and, where it can be told, exactly what to write instead come out. */
import { UTCDate, utc } from '@date-fns/utc';
import { format } from 'date-fns/format';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import { isValid } from 'date-fns/isValid';
import { parse } from 'date-fns/parse';
import { type CivilDate, parseCivilDate } from '../model/civil-date.ts';
import type { Words } from './reading.ts';

/** No way of writing a day is longer. In UTF-16 units. */
const LONGEST = 60;

const EPOCH = new UTCDate(0);
const FORM = 'Write the year, the month and the day, in digits and with hyphens: for example 2026-03-01.';
/** Formats of date-fns, in English; the written date has lost its commas, full stops and ordinal endings. */
const IN_WORDS = ['d MMMM yyyy', 'MMMM d yyyy', 'd MMM yyyy', 'MMM d yyyy', 'yyyy MMMM d'];

/** Advice on `written`, which is no day of the calendar in the form YYYY-MM-DD (ISO 8601-1). */
export function adviseOnDay(written: string): Words {
  const text = tidied(written);
  if (parseCivilDate(text) !== undefined) return nearly(written, text);
  if (text === '') return { message: 'No day is written here.', hint: FORM };
  return impossible(text) ?? withCure(written, candidates(text)) ?? incomplete(written, text);
}

/** Advice on what is a day or an instant but for its dashes, spaces or quotation marks. */
export function nearly(written: string, cure: string): Words {
  return {
    message: `“${written}” is right but for a dash, a space or a quotation mark.`,
    hint: `Write ${cure}, with the hyphen of the keyboard and nothing around it.`,
  };
}

/** Dashes of word processors become hyphens, and quotation marks around the whole are dropped. */
export function tidied(written: string): string {
  return written
    .trim()
    .slice(0, LONGEST)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^[“”„«"']+|[“”«»"']+$/g, '')
    .trim();
}

/** The days that `text` can mean. */
function candidates(text: string): CivilDate[] {
  const byYear = /^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})\.?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const byDay = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})\.?$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  const [, year = '', month = '', day = ''] = byYear ?? [];
  const [, first = '', second = '', last = ''] = byDay ?? [];
  const found = [
    dayFrom(year, month, day),
    dayFrom(last, second, first),
    dayFrom(last, first, second),
    ...[text, text.replace(/^(\d{4})W(\d\d)(\d)$/, '$1-W$2-$3')].map((week) => parsed(week, "RRRR-'W'II-i")),
    /^\d{4}-\d{3}$/.test(text) ? parsed(text, 'yyyy-DDD') : undefined,
    ...IN_WORDS.map((words) => parsed(spelledOut(text), words)),
  ];
  return [...new Set(found.filter((candidate) => candidate !== undefined))];
}

function dayFrom(year: string, month: string, day: string): CivilDate | undefined {
  return parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function spelledOut(text: string): string {
  return text
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/[-.,/]|\bof\b|\bthe\b/gi, ' ')
    .replace(/\bsept\b/i, 'Sep')
    .replace(/\s+/g, ' ')
    .trim();
}

function parsed(text: string, form: string): CivilDate | undefined {
  const date = parse(text, form, EPOCH, { in: utc, useAdditionalDayOfYearTokens: true });
  return isValid(date) ? parseCivilDate(date.toISOString().slice(0, 10)) : undefined;
}

function withCure(written: string, days: readonly CivilDate[]): Words | undefined {
  const [only, other] = days;
  if (only === undefined) return undefined;
  if (other === undefined) return { message: `“${written}” is not in the form YYYY-MM-DD.`, hint: `Write ${only}.` };
  const readings = days.map((day) => `${day} if ${inWords(day)} is meant`);
  return { message: `“${written}” can be read as two different days.`, hint: `Write ${readings.join(', or ')}.` };
}

/** Year, month and day are there, in the right form, but the calendar has no such day. */
function impossible(text: string): Words | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null || parseCivilDate(text) !== undefined) return undefined;
  const [, year = '', month = '', day = ''] = match;
  if (Number(month) < 1 || Number(month) > 12) {
    const swapped = dayFrom(year, day, month);
    const hint = swapped === undefined ? FORM : `Write ${swapped} if ${inWords(swapped)} is meant.`;
    return { message: `“${text}” is not a day: there is no month ${month}.`, hint };
  }
  if (parseCivilDate(`${year}-${month}-01`) === undefined) return undefined;
  const first = new UTCDate(`${year}-${month}-01T00:00:00Z`);
  const last = getDaysInMonth(first);
  const name = format(first, 'MMMM yyyy');
  return {
    message: `“${text}” is not a day: ${name} has ${last} days.`,
    hint: `Write the day that is meant; the last one of that month is ${year}-${month}-${last}.`,
  };
}

function incomplete(written: string, text: string): Words {
  const [, year = '', month = ''] = /^(\d{4})[-./](\d{1,2})$/.exec(text) ?? [];
  const day = dayFrom(year, month, '1');
  if (day === undefined) return { message: `“${written}” is not a day in the form YYYY-MM-DD.`, hint: FORM };
  return { message: `“${written}” names a month and no day.`, hint: `Add the day: for example ${day}.` };
}

function inWords(day: CivilDate): string {
  return format(new UTCDate(`${day}T00:00:00Z`), 'd MMMM yyyy');
}
