/** From a policy and a moment to its timeline: order, state, periods in force, neighbours, the changes to come. */
import type { Instant } from '../model/civil-date.ts';
import type { Policy } from '../model/policy.ts';
import type { DatedEdition, Timeline } from '../model/timeline.ts';
import { lingeringOf, periodsOf } from './periods.ts';
import { courseOf, lastInForce, placeAll, pointsOf } from './placed.ts';
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
  const periods = periodsOf(course);
  const lingering = lingeringOf(course, periods);
  const beginning = Math.min(...[...periods.values()].flat().map(({ fromInstant }) => fromInstant));
  const stretches = stretchesOf(course);
  const changes = pointsOf(course).map(({ instant }) => instant);

  const timelineAt = (moment: Instant): Timeline | undefined => {
    const inForce = lastInForce(course, moment);
    const editions = placed.map((one, index): DatedEdition => {
      const { id } = one.edition;
      const own = { periods: periods.get(id) ?? [], lingering: lingering.get(id) ?? [] };
      const previous = placed[index - 1]?.edition.id;
      const next = placed[index + 1]?.edition.id;
      return {
        edition: one.edition,
        effectiveInstant: one.effective,
        ...own,
        state: stateOf({ ...own, placed: one, course, beginning, inForce, asOf: moment }),
        ...(previous === undefined ? {} : { previous }),
        ...(next === undefined ? {} : { next }),
      };
    });
    const [first, ...rest] = editions;
    if (first === undefined) return undefined;
    const nextChange = changes.find((instant) => instant > moment);
    const { retired } = policy.config;
    return {
      policy,
      editions: [first, ...rest],
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
  const later = changes.filter((instant) => instant > asOf).flatMap((instant) => timelineAt(instant) ?? []);
  return timeline === undefined ? undefined : { ...timeline, later };
}
