/** When an edition was published goes in; what can be said of it comes out: where the day is not known, its month or year is. */
import type { CivilDate, Moment, Span } from '../model/civil-date.ts';

/** The first day on which it can have been. */
export function earliestDayOf(published: Moment | Span): CivilDate {
  return 'firstDay' in published ? published.firstDay : published.day;
}

/** `on 2019-05-20`, `in 2019-05` or `in 2019`. */
export function whenPublished(published: Moment | Span): string {
  return 'firstDay' in published ? `in ${published.written}` : `on ${published.day}`;
}

/** True if it was published only after `effective`. What is published in the course of a day may apply to the whole of it. */
export function isPublishedAfter(published: Moment | Span, effective: Moment): boolean {
  if (published.kind === 'instant' && effective.kind === 'instant') return published.instant > effective.instant;
  return earliestDayOf(published) > effective.day;
}
