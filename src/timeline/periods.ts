/** The course of a policy goes in; when each edition is in force comes out, for all and for those to whom it applies longer. */
import type { Lingering, Period } from '../model/timeline.ts';
import { type Course, lastInForce, type Placed, type Point, pointsOf } from './placed.ts';

/** By edition id, in order. An edition that is never in force has none. */
export function periodsOf(course: Course): Map<string, Period[]> {
  const periods = new Map<string, Period[]>();
  const points = pointsOf(course);
  const holders = points.map(({ instant }) => lastInForce(course, instant));
  for (const [index, point] of points.entries()) {
    const holder = holders[index];
    if (holder === undefined || holder === holders[index - 1]) continue;
    const end = points.findIndex((_, later) => later > index && holders[later] !== holder);
    const period = { ...beginning(point, holder), ...ending(points[end], holders[end]) };
    periods.set(holder.edition.id, [...(periods.get(holder.edition.id) ?? []), period]);
  }
  return periods;
}

function beginning({ moment, instant }: Point, holder: Placed): Pick<Period, 'from' | 'fromInstant' | 'isFromLatest'> {
  return { from: moment, fromInstant: instant, isFromLatest: isOnlyLatest(instant, holder) };
}

function ending(point: Point | undefined, next: Placed | undefined) {
  if (point === undefined) return { isUntilLatest: false };
  return { until: point.moment, untilInstant: point.instant, isUntilLatest: isOnlyLatest(point.instant, next) };
}

/** Whether `holder` takes over at an instant that is no more than the last at which it can have done so. */
function isOnlyLatest(instant: number, holder: Placed | undefined): boolean {
  return holder !== undefined && holder.edition.onset === 'unknown' && holder.effective === instant;
}

/** By edition id: the cohorts to whom it applies after the next edition has taken force for others. */
export function lingeringOf(course: Course, periods: ReadonlyMap<string, readonly Period[]>): Map<string, Lingering[]> {
  const lingering = new Map<string, Lingering[]>();
  for (const { edition, effective, cohorts } of course.placed) {
    const own = periods.get(edition.id)?.find(({ fromInstant }) => fromInstant === effective);
    const before = own === undefined ? undefined : lastInForce(courseBefore(course, edition.id), effective);
    if (before === undefined || own === undefined) continue;
    const late = cohorts.filter(({ instant }) => instant > effective);
    const entries = late.map(({ to, from, instant }) => ({ to, ...soonest({ moment: from, instant }, own, before) }));
    const found = [...(lingering.get(before.edition.id) ?? []), ...entries];
    lingering.set(
      before.edition.id,
      found.sort((a, b) => a.untilInstant - b.untilInstant),
    );
  }
  return lingering;
}

/** The course as it would be without the edition `id` and those after it. */
export function courseBefore({ placed, ...rest }: Course, id: string): Course {
  return {
    ...rest,
    placed: placed.slice(
      0,
      placed.findIndex(({ edition }) => edition.id === id),
    ),
  };
}

/** A cohort waits until its day, or until what it waits for is itself replaced, or what applies to it meanwhile is withdrawn. */
function soonest(own: Point, period: Period, before: Placed): Pick<Lingering, 'until' | 'untilInstant'> {
  const ends: Point[] = [own];
  if (period.until !== undefined && period.untilInstant !== undefined) {
    ends.push({ moment: period.until, instant: period.untilInstant });
  }
  const { declared } = before.edition;
  if (declared.kind === 'withdrawn')
    ends.push({ moment: { kind: 'day', day: declared.on }, instant: before.withdrawn });
  const { moment, instant } = ends.reduce((first, end) => (end.instant < first.instant ? end : first));
  return { until: moment, untilInstant: instant };
}
