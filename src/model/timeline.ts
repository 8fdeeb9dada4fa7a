/** A policy's editions in order as they stand at a moment. */
import type { CivilDate, Instant, Moment } from './civil-date.ts';
import type { Edition, Policy } from './policy.ts';

/** A draft has a page if it is asked for, and no place in time: it never changes what other pages say. */
export type Status = 'announced' | 'in-force' | 'superseded' | 'withdrawn' | 'draft';

/** A time during which one edition is in force: half-open, `from` included, `until` excluded; without `until` it is open. */
export interface Period {
  readonly from: Moment;
  readonly fromInstant: Instant;
  readonly until?: Moment;
  readonly untilInstant?: Instant;
}

/** An edition with its place in time. */
export interface DatedEdition {
  readonly edition: Edition;
  readonly status: Status;
  readonly effectiveInstant: Instant;
  /** When it is in force, as far as is known now: usually one period; none if it is superseded by the same day's next edition or withdrawn before. */
  readonly periods: readonly Period[];
  /** Ids of the neighbours in the order of taking force. */
  readonly previous?: string;
  readonly next?: string;
}

export interface Timeline {
  readonly policy: Policy;
  /** In the order of taking force: by (effective instant, id). Never empty. */
  readonly editions: readonly [DatedEdition, ...DatedEdition[]];
  /** The moment it stands at. */
  readonly asOf: Instant;
  /** The edition in force at `asOf`. */
  readonly inForce?: string;
  /** Announced editions that will take force, as far as is known: not those superseded on their first day or withdrawn before. Soonest first. */
  readonly announced: readonly string[];
  /** The next instant after `asOf` at which this timeline would read otherwise. */
  readonly nextChange?: Instant;
}

/** The moment a build stands at. */
export interface AsOf {
  readonly instant: Instant;
  /** The civil day of `instant` in the site's zone. */
  readonly day: CivilDate;
}

/** The edition shown at the policy's stable address: in force, else the first announced, else the last of all. */
export function standing(timeline: Timeline): DatedEdition {
  const id = timeline.inForce ?? timeline.announced[0];
  return (
    timeline.editions.find(({ edition }) => edition.id === id) ??
    timeline.editions[timeline.editions.length - 1] ??
    timeline.editions[0]
  );
}

/** The edition called `id`. Throws if there is none: ids come from the timeline itself. */
export function editionOf(timeline: Timeline, id: string): DatedEdition {
  const found = timeline.editions.find(({ edition }) => edition.id === id);
  if (found === undefined) throw new Error(`No edition ${id} of ${timeline.policy.slug}`);
  return found;
}
