/** The course of a policy goes in; when each edition is in force comes out. */
import type { Period } from '../model/timeline.ts';
import { type Course, isUncertain, lastInForce, type Placed, type Point, pointsOf } from './placed.ts';

/** By edition id, in order. An edition that is never in force has none. */
export function periodsOf(course: Course): Map<string, Period[]> {
  const periods = new Map<string, Period[]>();
  const points = pointsOf(course);
  const holders = points.map(({ instant }) => lastInForce(course, instant));
  const add = ({ edition: { id } }: Placed, period: Period) => periods.set(id, [...(periods.get(id) ?? []), period]);
  for (const [index, point] of points.entries()) {
    const holder = holders[index];
    for (const passed of passedBy(point, course)) {
      const end = { until: point.moment, untilInstant: point.instant, isUntilLatest: true };
      add(passed, Object.assign(beginning(point, passed), end));
    }
    if (holder === undefined || holder === holders[index - 1]) continue;
    const end = points.findIndex((_, later) => later > index && holders[later] !== holder);
    const ended = ending({ point: points[end], next: holders[end], holder, course });
    // Spread into another one, each would have a hidden class of its own.
    add(holder, Object.assign(beginning(point, holder), ended));
  }
  return periods;
}

/** Those in force by `point` at the latest, and replaced by others at that very instant: if they were in force, it was before. */
function passedBy({ instant }: Point, course: Course): Placed[] {
  const holder = lastInForce(course, instant);
  return course.placed.filter(
    (one, index, placed) =>
      isUncertain(one) &&
      one.effective === instant &&
      instant < one.withdrawn &&
      holder !== undefined &&
      placed.indexOf(holder) > index,
  );
}

function beginning({ moment, instant }: Point, holder: Placed): Pick<Period, 'from' | 'fromInstant' | 'isFromLatest'> {
  return { from: moment, fromInstant: instant, isFromLatest: isOnlyLatest(instant, holder) };
}

interface End {
  readonly point: Point | undefined;
  readonly next: Placed | undefined;
  readonly holder: Placed;
  readonly course: Course;
}

function ending({ point, next, holder, course }: End): Pick<Period, 'until' | 'untilInstant' | 'isUntilLatest'> {
  if (point === undefined) return { isUntilLatest: false };
  // Another edition may have replaced it before.
  const isDoubtful = course.placed.some(
    (other) =>
      other !== holder &&
      isUncertain(other) &&
      other.earliest < point.instant &&
      point.instant <= Math.min(other.effective, other.withdrawn),
  );
  const isUntilLatest = isDoubtful || isOnlyLatest(point.instant, next);
  return { until: point.moment, untilInstant: point.instant, isUntilLatest };
}

/** Whether `holder` takes over at an instant that is no more than the last at which it can have done so. */
function isOnlyLatest(instant: number, holder: Placed | undefined): boolean {
  return holder !== undefined && holder.edition.onset === 'unknown' && holder.effective === instant;
}
