/** The course of a policy goes in; from when an edition in truth applies to each of its cohorts comes out. */
import type { CohortStart } from '../model/timeline.ts';
import { partsAt } from './parts.ts';
import { type Course, type Placed, pointsOf } from './placed.ts';

/** In the order of the edition's cohorts; empty if it has none, or is a draft. */
export function cohortStartsOf(placed: Placed, course: Course): CohortStart[] {
  const { id } = placed.edition;
  return placed.cohorts.map((cohort) => {
    const start = pointsOf(course).find(
      ({ instant }) =>
        cohort.instant <= instant &&
        partsAt(course, instant).some(
          ({ holder, groups }) =>
            holder === placed && groups.every((group) => group.edition !== id || group.cohort === cohort),
        ),
    );
    return {
      to: cohort.to,
      // On its own day it is called as its author called it.
      ...(start === undefined
        ? {}
        : { from: start.instant === cohort.instant ? cohort.from : start.moment, fromInstant: start.instant }),
    };
  });
}
