/** Moments go in; how their author wrote them, and whether two of them are one, comes out. */
import { instantOf, type Moment, type Span } from '../model/civil-date.ts';

/** A day, an instant with its offset, a month or a year (ISO 8601-1). */
export function writtenMoment(moment: Moment | Span): string {
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

/** While the zone is not known, a day and an instant are taken for different moments. */
export function isSameMoment(a: Moment, b: Moment, timeZone: string | undefined): boolean {
  if (timeZone === undefined) return writtenMoment(a) === writtenMoment(b);
  return instantOf(a, timeZone) === instantOf(b, timeZone);
}
