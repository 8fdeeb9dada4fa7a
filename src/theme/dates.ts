/** Days and moments go in; the words that readers of a language use for them come out, the same on every machine. */
import { UTCDate } from '@date-fns/utc';
import type { Locale } from 'date-fns';
import { format } from 'date-fns/format';
import { type CivilDate, dayBefore, type Moment, momentIso, type Span } from '../model/civil-date.ts';
import type { Language } from '../model/config.ts';
import type { DateView } from './view.ts';

export interface DateFormat {
  /** A day, e.g. "4 February 2020". */
  day(day: CivilDate): string;
  /** A moment as its author wrote it: the day, and for an instant the time and offset. */
  moment(moment: Moment): string;
  /** The end of a half-open time: the last day in force, or the instant at which it ends. */
  lastOf(until: Moment): string;
  /** A moment; of a month or year, what is known of it. */
  view(moment: Moment | Span): DateView;
}

const NO_BREAK = '\u00A0';

/** date-fns names some locales by country; these are the ones a policy's language means without one. */
const LOCALE_NAMES: { readonly [tag: string]: string } = {
  en: 'en-GB',
  fa: 'fa-IR',
  no: 'nb',
  zh: 'zh-CN',
  'zh-hans': 'zh-CN',
  'zh-hant': 'zh-TW',
};

/** Loads the bundled date-fns locale of `language`. Where there is none, days are written as ISO 8601, which every reader can tell. */
export async function loadDateFormat(language: Language): Promise<DateFormat> {
  const locale = await findLocale(language);
  const days = new Map<CivilDate, string>();
  const day = (date: CivilDate) => {
    // A date is named on many pages, and formatting it is slow.
    const text = days.get(date) ?? dayText(date, locale);
    days.set(date, text);
    return text;
  };
  const span = ({ kind, written, day: date }: Span) => {
    if (kind === 'year' || locale === undefined) return written;
    return format(new UTCDate(`${date}T00:00:00Z`), 'LLLL yyyy', { locale }).replaceAll(' ', NO_BREAK);
  };
  const moment = (value: Moment) => {
    if (value.kind === 'day') return day(value.day);
    return `${day(value.day)}, ${hourAndMinute(value.time)} (${value.offset === 'Z' ? 'UTC' : `UTC${value.offset}`})`;
  };
  return {
    day,
    moment,
    lastOf: (until) => (until.kind === 'day' ? day(dayBefore(until.day)) : moment(until)),
    view: (value) => ({ iso: momentIso(value), text: isSpan(value) ? span(value) : moment(value) }),
  };
}

/** No line may end in the middle of a date. */
function dayText(date: CivilDate, locale: Locale | undefined): string {
  if (locale === undefined) return date;
  return format(new UTCDate(`${date}T00:00:00Z`), 'PPP', { locale }).replaceAll(' ', NO_BREAK);
}

function isSpan(value: Moment | Span): value is Span {
  return value.kind === 'month' || value.kind === 'year';
}

/** Seconds are said only where they matter. */
function hourAndMinute(time: string): string {
  return time.length > 5 ? time.replace(/:00$/, '') : time;
}

async function findLocale(language: Language): Promise<Locale | undefined> {
  const [primary = ''] = language.toLowerCase().split('-');
  for (const name of [LOCALE_NAMES[language.toLowerCase()], language, LOCALE_NAMES[primary], primary]) {
    if (name === undefined || !/^[A-Za-z-]+$/.test(name)) continue;
    const found = await importLocale(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function importLocale(name: string): Promise<Locale | undefined> {
  try {
    const module: { [exported: string]: unknown } = await import(`date-fns/locale/${name}`);
    // Each module exports its locale under its own name and as default.
    return module.default as Locale;
  } catch {
    return undefined;
  }
}
