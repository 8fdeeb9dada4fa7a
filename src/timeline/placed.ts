/** A policy's editions go in; they come out in the order of taking force, with the moments at which something changes. */
import { type Instant, instantOf, type Moment } from '../model/civil-date.ts';
import { compareIds, type Edition, type Policy } from '../model/policy.ts';

/** An edition and the instants that bound its life. */
export interface Placed {
  readonly edition: Edition;
  readonly effective: Instant;
  /** The first instant at which it may have been in force: differs from `effective` only where that is not known. */
  readonly earliest: Instant;
  readonly withdrawn: Instant;
  readonly cohorts: readonly {
    readonly from: Moment;
    readonly instant: Instant;
    readonly to: Edition['cohorts'][number]['to'];
  }[];
}

/** A moment, and its instant. */
export interface Point {
  readonly moment: Moment;
  readonly instant: Instant;
}

/** What decides who is in force: the issued editions in order, and the policy's end. */
export interface Course {
  readonly placed: readonly Placed[];
  readonly end?: Point;
}

/** Places editions by (effective instant, id); days begin in `timeZone`. */
export function placeAll(editions: readonly Edition[], timeZone: string): Placed[] {
  return editions
    .map((edition) => place(edition, timeZone))
    .sort((a, b) => a.effective - b.effective || compareIds(a.edition.id, b.edition.id));
}

/** The course of a policy whose editions are placed. Drafts take no part in it. */
export function courseOf({ config: { retired } }: Policy, placed: readonly Placed[], timeZone: string): Course {
  const issued = placed.filter(({ edition }) => edition.declared.kind !== 'draft');
  return retired === undefined ? { placed: issued } : { placed: issued, end: pointOn(retired.on, timeZone) };
}

/** DESIGN: the last edition, by (effective, id), whose effective instant is ≤ the moment, that is not withdrawn by then. */
export function lastInForce({ placed, end }: Course, instant: Instant): Placed | undefined {
  if (end !== undefined && instant >= end.instant) return undefined;
  return placed.findLast(({ effective, withdrawn }) => effective <= instant && instant < withdrawn);
}

/** The course as it would be without the edition `id` and those after it. */
export function courseBefore({ placed, ...rest }: Course, id: string): Course {
  const index = placed.findIndex(({ edition }) => edition.id === id);
  return { ...rest, placed: placed.slice(0, index) };
}

/** True if an edition may have been in force for some time before it is known to be. */
export function isUncertain({ earliest, effective }: Placed): boolean {
  return earliest < effective;
}

/** Every moment at which an edition takes force, for some or for all, or is withdrawn, and the policy's end; in order, each instant once. */
export function pointsOf({ placed, end }: Course): Point[] {
  const points = placed.flatMap(({ edition, effective, withdrawn, cohorts }): Point[] => {
    const { declared } = edition;
    return [
      { moment: edition.effective, instant: effective },
      ...cohorts.map(({ from, instant }) => ({ moment: from, instant })),
      ...(declared.kind === 'withdrawn' ? [{ moment: dayMoment(declared.on), instant: withdrawn }] : []),
    ];
  });
  if (end !== undefined) points.push(end);
  return sortPoints(points);
}

/** In order, each instant once. */
export function sortPoints(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.instant - b.instant);
  return sorted.filter(({ instant }, index) => instant !== sorted[index - 1]?.instant);
}

function pointOn(day: string, timeZone: string): Point {
  const moment = dayMoment(day);
  return { moment, instant: instantOf(moment, timeZone) };
}

function place(edition: Edition, timeZone: string): Placed {
  const { declared, published, onset } = edition;
  const effective = instantOf(edition.effective, timeZone);
  const isSpan = onset === 'unknown' && published !== undefined && 'firstDay' in published;
  return {
    edition,
    effective,
    earliest: isSpan ? pointOn(published.firstDay, timeZone).instant : effective,
    withdrawn: declared.kind === 'withdrawn' ? pointOn(declared.on, timeZone).instant : Number.POSITIVE_INFINITY,
    cohorts: edition.cohorts.map(({ to, from }) => ({ to, from, instant: instantOf(from, timeZone) })),
  };
}

function dayMoment(day: string): Moment {
  return { kind: 'day', day };
}
