/** From a policy and a moment to its timeline: order, state, periods in force, neighbours, the changes to come. */
import type { Instant } from '../model/civil-date.ts';
import type { Policy } from '../model/policy.ts';
import type { DatedEdition, State, Timeline } from '../model/timeline.ts';
import { cohortStartsOf } from './cohort-starts.ts';
import { lingeringOf } from './lingering.ts';
import { partsAt } from './parts.ts';
import { periodsOf } from './periods.ts';
import { type Course, courseOf, isUncertain, lastInForce, type Placed, placeAll, pointsOf } from './placed.ts';
import { stateOf } from './state.ts';
import { stretchesOf } from './stretches.ts';

export interface ArrangeOptions {
  readonly asOf: Instant;
  /** The site's zone, in which a civil day begins. */
  readonly timeZone: string;
}

/** Arranges all editions of `policy` as they stand at `asOf`, drafts (where they are given) among them; undefined if there is none. */
export function arrange(policy: Policy, { asOf, timeZone }: ArrangeOptions): Timeline | undefined {
  const placed = placeAll(policy.editions, timeZone);
  const course = courseOf(policy, placed, timeZone);
  const lasting = lastingOf(placed, course);
  const stretches = stretchesOf(course);
  const statesAt = createStates({ placed, course, lasting });
  const changes = changesAfter(asOf, course, statesAt);

  const timelineAt = (moment: Instant): Timeline | undefined => {
    const states = statesAt(moment);
    const [first, ...rest] = lasting.flatMap((own, index): DatedEdition[] => {
      const state = states[index];
      // Spread, each would have a hidden class of its own.
      return state === undefined ? [] : [Object.assign({}, own, { state })];
    });
    if (first === undefined) return undefined;
    const editions = [first, ...rest] as const;
    const inForce = lastInForce(course, moment);
    const nextChange = changes.find((instant) => instant > moment);
    const { retired } = policy.config;
    return {
      policy,
      editions,
      asOf: moment,
      announced: editions.filter(({ state }) => state.kind === 'announced').map(({ edition }) => edition.id),
      stretches,
      later: [],
      ...(inForce === undefined ? {} : { inForce: inForce.edition.id }),
      ...(retired === undefined || course.end === undefined
        ? {}
        : { retirement: { ...retired, instant: course.end.instant } }),
      ...(nextChange === undefined ? {} : { nextChange }),
    };
  };

  const timeline = timelineAt(asOf);
  const later = changes.flatMap((instant) => timelineAt(instant) ?? []);
  return timeline === undefined ? undefined : { ...timeline, later };
}

/** What of an edition's place in time is the same at all moments, in the order of taking force. */
type Lasting = Omit<DatedEdition, 'state'>;

function lastingOf(placed: readonly Placed[], course: Course): Lasting[] {
  const periods = periodsOf(course);
  const lingering = lingeringOf(course);
  return placed.map((one, index) => {
    const { id } = one.edition;
    const previous = placed[index - 1]?.edition.id;
    const next = placed[index + 1]?.edition.id;
    return {
      edition: one.edition,
      effectiveInstant: one.effective,
      periods: periods.get(id) ?? [],
      lingering: lingering.get(id) ?? [],
      cohorts: cohortStartsOf(one, course),
      ...(previous === undefined ? {} : { previous }),
      ...(next === undefined ? {} : { next }),
    };
  });
}

interface Facts {
  readonly placed: readonly Placed[];
  readonly course: Course;
  readonly lasting: readonly Lasting[];
}

/** What each edition is at a moment, in the order of taking force. */
function createStates({ placed, course, lasting }: Facts): (asOf: Instant) => State[] {
  const beginning = Math.min(
    ...lasting.flatMap(({ periods }) => periods.map(({ fromInstant }) => fromInstant)),
    ...course.placed.filter(isUncertain).map(({ earliest }) => earliest),
  );
  return (asOf) => {
    const inForce = lastInForce(course, asOf);
    return placed.map((one, index) => {
      const { periods = [], lingering = [] } = lasting[index] ?? {};
      return stateOf({ placed: one, periods, lingering, course, beginning, inForce, asOf });
    });
  };
}

/** The later instants from which on the policy stands otherwise than before, in order. */
function changesAfter(asOf: Instant, course: Course, statesAt: (moment: Instant) => State[]): Instant[] {
  const reading = (moment: Instant) => {
    const isOver = course.end !== undefined && course.end.instant <= moment;
    const parts = partsAt(course, moment).map(({ groups, holder }) => [
      holder.edition.id,
      ...groups.map(({ edition, cohort }) => [edition, cohort.to]),
    ]);
    return JSON.stringify([isOver, parts, statesAt(moment).map(({ kind }) => kind)]);
  };
  let before = reading(asOf);
  return pointsOf(course).flatMap(({ instant }) => {
    if (instant <= asOf) return [];
    const now = reading(instant);
    if (now === before) return [];
    before = now;
    return [instant];
  });
}
