/** From a timeline to the facts a report tells of it: which edition is in force since when, which are announced, whether the policy ends. */
import type { Instant, Moment } from '../model/civil-date.ts';
import type { Edition } from '../model/policy.ts';
import { editionOf, isRetired, type Timeline } from '../model/timeline.ts';
import { momentText } from './moment-text.ts';

/** As much of an edition as is told. */
export type ToldEdition = Pick<Edition, 'id' | 'effective' | 'declared'>;

export interface Standing {
  readonly inForce?: {
    readonly edition: ToldEdition;
    readonly since: Moment;
    /** True if it is known only that it was in force by then. */
    readonly isSinceLatest: boolean;
  };
  /** Soonest first. */
  readonly announced: readonly ToldEdition[];
  /** Built because they were asked for; they change nothing of the above. */
  readonly drafts: readonly ToldEdition[];
  /** The first day without an edition in force. */
  readonly end?: { readonly on: Moment; readonly isPast: boolean };
}

/** How `timeline` stands at `asOf`, the moment it was arranged for. */
export function standingOf(timeline: Timeline, asOf: Instant): Standing {
  const { retirement } = timeline;
  const others = {
    announced: timeline.announced.map((id) => editionOf(timeline, id).edition),
    drafts: timeline.editions.filter(({ state }) => state.kind === 'draft').map(({ edition }) => edition),
    ...(retirement === undefined
      ? {}
      : { end: { on: { kind: 'day', day: retirement.on }, isPast: isRetired(timeline) } as const }),
  };
  if (timeline.inForce === undefined) return others;
  const { edition, periods } = editionOf(timeline, timeline.inForce);
  // An edition may come back into force when a later one is withdrawn: what counts is the period it is in.
  const period = periods.findLast(({ fromInstant }) => fromInstant <= asOf);
  const since = period?.from ?? edition.effective;
  return { ...others, inForce: { edition, since, isSinceLatest: period?.isFromLatest === true } };
}

/** Since when it is in force: the moment, whether it may be earlier, and the edition's id where the moment does not tell it. */
export function sinceText({ edition, since, isSinceLatest }: NonNullable<Standing['inForce']>): string {
  return datedText(edition, since, isSinceLatest ? ' or earlier' : '');
}

/** The moment, and the edition's id where the moment does not tell it. */
export function datedText({ id }: ToldEdition, moment: Moment, addition = ''): string {
  return `${momentText(moment)}${addition}${id === moment.day ? '' : ` (${id})`}`;
}
