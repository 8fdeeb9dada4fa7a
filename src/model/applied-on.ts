/** A timeline and a day or instant go in; which edition applies then comes out, in parts where that changes in the course of the day. */
import { dayAfter, type Instant, instantOf, type Moment, startOfDay } from './civil-date.ts';
import type { Answer, Timeline } from './timeline.ts';

/** A part of what was asked for, with one answer. */
export interface AppliedPart {
  readonly answer: Answer;
  /** Where the answer changes within the day: the moment from which this one holds. */
  readonly from?: Moment;
  /** The moment until which it holds, excluded. */
  readonly until?: Moment;
  /** The first instant of the part. */
  readonly fromInstant: Instant;
}

export interface AppliedOnOptions {
  /** A whole day of `timeZone`, or one instant. */
  readonly moment: Moment;
  /** The site's zone. */
  readonly timeZone: string;
}

/** At least one part, in order; more than one only for a day on which something changes after it has begun. */
export function appliedOn({ stretches }: Timeline, { moment, timeZone }: AppliedOnOptions): AppliedPart[] {
  const start = instantOf(moment, timeZone);
  const end = Math.max(endOf(moment, timeZone), start + 1);
  return stretches
    .filter(({ fromInstant, untilInstant }) => fromInstant < end && start < untilInstant)
    .map(({ answer, from, fromInstant, until, untilInstant }) => ({
      answer,
      fromInstant: Math.max(fromInstant, start),
      ...(from === undefined || fromInstant <= start ? {} : { from }),
      ...(until === undefined || untilInstant >= end ? {} : { until }),
    }));
}

/** A day that a zone skips ends where it begins. */
function endOf(moment: Moment, timeZone: string): Instant {
  if (moment.kind === 'instant') return moment.instant;
  const next = dayAfter(moment.day);
  return next === undefined ? Number.POSITIVE_INFINITY : startOfDay(next, timeZone);
}
