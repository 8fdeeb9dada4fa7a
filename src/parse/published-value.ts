/** Text that should say when something was published goes in; the day, instant, month or year comes out, or advice on how to write it. */
import { UTCDate, utc } from '@date-fns/utc';
import { isValid } from 'date-fns/isValid';
import { parse } from 'date-fns/parse';
import { type Moment, parseSpan, type Span } from '../model/civil-date.ts';
import { type Converted, converted } from './conversion.ts';
import { nearly, tidied } from './date-advice.ts';
import { convertMoment } from './moment-value.ts';
import type { Words } from './reading.ts';

const EPOCH = new UTCDate(0);
/** Formats of date-fns, in English. */
const IN_WORDS = ['MMMM yyyy', 'MMM yyyy', 'yyyy MMMM'];

/** A moment; or a month (`YYYY-MM`) or a year (`YYYY`), where the day is not known. */
export const publishedValue = converted((text): Converted<Moment | Span> => {
  const span = parseSpan(text);
  if (span !== undefined) return { value: span };
  const moment = convertMoment(text);
  return 'value' in moment ? moment : (adviseOnSpan(text) ?? moment);
});

/** Advice on what names a month or a year in another form. */
function adviseOnSpan(written: string): Words | undefined {
  const text = tidied(written);
  if (parseSpan(text) !== undefined) return nearly(written, text);
  const [, year = '', month = ''] = /^(\d{4})[-./ ](\d{1,2})$/.exec(text) ?? [];
  const [, first = '', last = ''] = /^(\d{1,2})[-./ ](\d{4})$/.exec(text) ?? [];
  const cures = [`${year}-${month.padStart(2, '0')}`, `${last}-${first.padStart(2, '0')}`, monthInWords(text)];
  const cure = cures.find((candidate) => parseSpan(candidate) !== undefined);
  if (cure === undefined) return undefined;
  return {
    message: `“${written}” is not in the form YYYY-MM.`,
    hint: `Write ${cure}; or, if the day is known, the day.`,
  };
}

/** `YYYY-MM`, or nothing. */
function monthInWords(text: string): string {
  if (!/(?<!\d)\d{4}(?!\d)/.test(text)) return '';
  const plain = text
    .replace(/[-.,/]|\bof\b/gi, ' ')
    .replace(/\bsept\b/i, 'Sep')
    .replace(/\s+/g, ' ')
    .trim();
  const found = IN_WORDS.map((form) => parse(plain, form, EPOCH, { in: utc })).find(isValid);
  return found?.toISOString().slice(0, 7) ?? '';
}
