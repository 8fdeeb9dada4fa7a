/** From days and instants to the words in which the command line tells them. */
import { tzOffset } from '@date-fns/tz';
import { UTCDate, utc } from '@date-fns/utc';
import { format } from 'date-fns/format';
import type { Instant, Moment } from '../model/civil-date.ts';

const MINUTE = 60_000;

/** A moment as its author wrote it: `4 February 2020`, or `4 February 2020, 12:00 (UTC+03:00)`. */
export function momentText(moment: Moment): string {
  const day = format(new UTCDate(`${moment.day}T00:00:00Z`), 'd MMMM yyyy', { in: utc });
  if (moment.kind === 'day') return day;
  // Seconds are said only where they matter.
  const time = moment.time.replace(/^(\d\d:\d\d):00$/, '$1');
  return `${day}, ${time} (UTC${moment.offset === 'Z' ? '' : moment.offset})`;
}

/** An instant on the clocks of `timeZone` (IANA): `25 November 2026, 12:00 (Europe/Moscow)`. */
export function instantText(instant: Instant, timeZone: string): string {
  const local = new UTCDate(instant + tzOffset(timeZone, new UTCDate(instant)) * MINUTE);
  return `${format(local, 'd MMMM yyyy, HH:mm', { in: utc })} (${timeZone})`;
}
