/** From a timeline to the facts a report tells of it: which edition is in force since when, which are announced. */
import type { Instant, Moment } from '../model/civil-date.ts';
import type { Edition } from '../model/policy.ts';
import { editionOf, type Timeline } from '../model/timeline.ts';

export interface Standing {
  readonly inForce?: { readonly edition: Edition; readonly since: Moment };
  /** Soonest first. */
  readonly announced: readonly Edition[];
  /** Built because they were asked for; they change nothing of the above. */
  readonly drafts: readonly Edition[];
}

/** How `timeline` stands at `asOf`, the moment it was arranged for. */
export function standingOf(timeline: Timeline, asOf: Instant): Standing {
  const announced = timeline.announced.map((id) => editionOf(timeline, id).edition);
  const drafts = timeline.editions.filter(({ state }) => state.kind === 'draft').map(({ edition }) => edition);
  if (timeline.inForce === undefined) return { announced, drafts };
  const { edition, periods } = editionOf(timeline, timeline.inForce);
  // An edition may come back into force when a later one is withdrawn: what counts is the period it is in.
  const period = periods.findLast(({ fromInstant }) => fromInstant <= asOf);
  return { inForce: { edition, since: period?.from ?? edition.effective }, announced, drafts };
}
