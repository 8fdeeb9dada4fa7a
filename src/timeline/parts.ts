/** The course of a policy and an instant go in; who comes under which edition then comes out. */
import type { Instant } from '../model/civil-date.ts';
import { type Course, courseBefore, lastInForce, type Placed } from './placed.ts';

/** A cohort of an edition. */
export interface Group {
  readonly edition: string;
  readonly cohort: Placed['cohorts'][number];
}

/** Those to whom one edition applies: they belong to all of `groups`, those of later editions first. Everybody, if there is none. */
export interface Part {
  readonly groups: readonly Group[];
  readonly holder: Placed;
}

/** One part, unless cohorts of the edition in force still wait for their day: these come under what would be in force without it. */
export function partsAt(course: Course, instant: Instant): Part[] {
  const holder = lastInForce(course, instant);
  if (holder === undefined) return [];
  const { cohorts, edition } = holder;
  if (cohorts.every((cohort) => cohort.instant <= instant)) return [{ groups: [], holder }];
  const before = partsAt(courseBefore(course, edition.id), instant);
  return cohorts.flatMap((cohort): Part[] => {
    const group = { edition: edition.id, cohort };
    if (cohort.instant <= instant) return [{ groups: [group], holder }];
    return before.map((part) => ({ ...part, groups: [group, ...part.groups] }));
  });
}
