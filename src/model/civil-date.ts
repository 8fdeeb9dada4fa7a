/** Civil days, instants, and the arithmetic between them. A civil day stays text; only its start in a named zone is an instant. */
import { tzOffset } from '@date-fns/tz';
import { UTCDate, utc } from '@date-fns/utc';
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { isValid } from 'date-fns/isValid';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import { lastDayOfYear } from 'date-fns/lastDayOfYear';
import { parse } from 'date-fns/parse';
import { subDays } from 'date-fns/subDays';

/** A real calendar day as text, `YYYY-MM-DD` (ISO 8601-1, extended format). */
export type CivilDate = string & { readonly kind?: 'civil-date' };

/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A day, or a point in time as its author wrote it. */
export type Moment =
  | { readonly kind: 'day'; readonly day: CivilDate }
  | {
      readonly kind: 'instant';
      readonly instant: Instant;
      /** The civil day as written, in the written offset. */
      readonly day: CivilDate;
      /** The time of day as written: `HH:MM` or `HH:MM:SS`. */
      readonly time: string;
      /** The offset as written: `Z` or `±HH:MM`. */
      readonly offset: string;
    };

/** A month or a year in which something happened, where the day is not known. */
export interface Span {
  readonly kind: 'month' | 'year';
  /** `YYYY-MM` or `YYYY`. */
  readonly written: string;
  readonly firstDay: CivilDate;
  /** The last day of it: by then it had happened. */
  readonly day: CivilDate;
}

const SPAN = /^(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2]))?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2})?)(Z|z|[+-]\d{2}:\d{2})$/;
const EPOCH = new UTCDate(0);
const MINUTE = 60_000;
const DAY_LENGTH = 24 * 60 * MINUTE;

/** The day that `text` names, or undefined if it is not `YYYY-MM-DD` or names no day of the calendar (30 February). */
export function parseCivilDate(text: string): CivilDate | undefined {
  if (!DAY.test(text) || text.startsWith('0000')) return undefined;
  return isValid(parse(text, 'yyyy-MM-dd', EPOCH, { in: utc })) ? text : undefined;
}

/** The moment that `text` names: a day, or an instant with an offset (RFC 3339). Undefined if it is neither. */
export function parseMoment(text: string): Moment | undefined {
  const day = parseCivilDate(text);
  if (day !== undefined) return { kind: 'day', day };
  const match = INSTANT.exec(text);
  if (match === null) return undefined;
  const [, date = '', time = '', writtenOffset = ''] = match;
  const offset = writtenOffset.toUpperCase();
  const written = parseCivilDate(date);
  const seconds = time.length === 5 ? `${time}:00` : time;
  const instant = Date.parse(`${date}T${seconds}${offset}`);
  if (written === undefined || Number.isNaN(instant) || time.startsWith('24')) return undefined;
  return { kind: 'instant', instant, day: written, time, offset };
}

/** The month (`YYYY-MM`) or year (`YYYY`) that `text` names (ISO 8601-1, reduced precision), or undefined. */
export function parseSpan(text: string): Span | undefined {
  if (!SPAN.test(text)) return undefined;
  const isYear = text.length === 4;
  const firstDay = isYear ? `${text}-01-01` : `${text}-01`;
  const first = new UTCDate(`${firstDay}T00:00:00Z`);
  return {
    kind: isYear ? 'year' : 'month',
    written: text,
    firstDay,
    day: isoDay(isYear ? lastDayOfYear(first) : lastDayOfMonth(first)),
  };
}

/** A moment as its author wrote it, in RFC 3339: `2020-02-04`, `2020-02-04T12:00+03:00`; of a month or year, `2020-02` or `2020`. */
export function momentIso(moment: Moment | Span): string {
  switch (moment.kind) {
    case 'day':
      return moment.day;
    case 'instant':
      return `${moment.day}T${moment.time}${moment.offset}`;
    case 'month':
    case 'year':
      return moment.written;
  }
}

/** An instant for machines: RFC 3339, in UTC, with milliseconds. */
export function isoInstant(instant: Instant): string {
  return new UTCDate(instant).toISOString();
}

/** The instant at which a moment begins; a day begins with its first instant in `timeZone` (which need not be 00:00). */
export function instantOf(moment: Moment, timeZone: string): Instant {
  return moment.kind === 'instant' ? moment.instant : startOfDay(moment.day, timeZone);
}

/**
 * The first instant of `day` in an IANA `timeZone`. Where the zone skips midnight, or the whole day, it is the end of
 * the gap; where midnight comes twice, it is the first. (TZDate is not used: at a repeated midnight its answer depends
 * on the zone of the machine.)
 */
export function startOfDay(day: CivilDate, timeZone: string): Instant {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const offsetAt = (instant: Instant) => tzOffset(timeZone, new UTCDate(instant)) * MINUTE;
  const before = offsetAt(midnight - DAY_LENGTH);
  const after = offsetAt(midnight + DAY_LENGTH);
  const candidates = [midnight - Math.max(before, after), midnight - Math.min(before, after)] as const;
  const found = candidates.find((instant) => instant + offsetAt(instant) === midnight);
  if (found !== undefined) return found;
  let [gapStart, gapEnd] = candidates;
  while (gapEnd - gapStart > 1) {
    const middle = Math.floor((gapStart + gapEnd) / 2);
    if (offsetAt(middle) === before) gapStart = middle;
    else gapEnd = middle;
  }
  return gapEnd;
}

/** The civil day on which `instant` falls in `timeZone`. */
export function dayOf(instant: Instant, timeZone: string): CivilDate {
  return isoDay(new UTCDate(instant + tzOffset(timeZone, new UTCDate(instant)) * MINUTE));
}

/** The day before `day`. */
export function dayBefore(day: CivilDate): CivilDate {
  return isoDay(subDays(new UTCDate(`${day}T00:00:00Z`), 1));
}

/** The day after `day`; undefined after 9999-12-31, the last that has a name. */
export function dayAfter(day: CivilDate): CivilDate | undefined {
  return daysAfter(day, 1);
}

/** The day `days` after `day`; undefined after 9999-12-31. */
export function daysAfter(day: CivilDate, days: number): CivilDate | undefined {
  return parseCivilDate(isoDay(addDays(new UTCDate(`${day}T00:00:00Z`), days)));
}

/** Days from `start` to `end`: 1 from a day to the next, negative if `end` comes first. */
export function daysBetween(start: CivilDate, end: CivilDate): number {
  return differenceInCalendarDays(new UTCDate(`${end}T00:00:00Z`), new UTCDate(`${start}T00:00:00Z`));
}

/** True if `name` is an IANA time zone known to the runtime's tz database. */
export function isTimeZone(name: string): boolean {
  // date-fns keeps what it knows of zones in an object, whose own properties it would take for zones.
  const isName = /^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name) && !(name in Object.prototype);
  return isName && Number.isFinite(tzOffset(name, EPOCH));
}

function isoDay(date: UTCDate): CivilDate {
  return date.toISOString().slice(0, 10);
}
