/** A policy's editions in order as they stand at a moment. */
import { type CivilDate, dayOf, type Instant, instantOf, type Moment, parseMoment } from './civil-date.ts';
import type { LocalText, Retirement } from './config.ts';
import type { Edition, Policy } from './policy.ts';

/** The status in one word. A draft has a page if it is asked for, and no place in time: it never changes what other pages say. */
export type Status = 'announced' | 'in-force' | 'superseded' | 'withdrawn' | 'draft';

/** Everything that an edition can be at a moment. */
export type State =
  | { readonly kind: 'draft' }
  /** It will take force; `isFirst` if no edition is in force before it. */
  | { readonly kind: 'announced'; readonly isFirst: boolean }
  | { readonly kind: 'in-force' }
  /** The next edition is in force, but not yet for everybody (see `lingering`). */
  | { readonly kind: 'in-force-for-some' }
  | { readonly kind: 'superseded' }
  /** The next edition takes force at the very moment at which this one would. */
  | { readonly kind: 'superseded-same-day' }
  /** If it has no periods, it is not known whether it was ever in force. */
  | { readonly kind: 'withdrawn'; readonly on: CivilDate; readonly reason: string }
  | { readonly kind: 'withdrawn-before-effect'; readonly on: CivilDate; readonly reason: string }
  /** It was in force when its policy ended; or, if it has no periods, it is not known whether it ever was. */
  | { readonly kind: 'retired' }
  /** It would take force only after the end of its policy. */
  | { readonly kind: 'retired-before-effect' };

/** A time during which one edition is in force: half-open, `from` included, `until` excluded; without `until` it is open. */
export interface Period {
  readonly from: Moment;
  readonly fromInstant: Instant;
  /** True if it is known only that the edition was in force by then. */
  readonly isFromLatest: boolean;
  readonly until?: Moment;
  readonly untilInstant?: Instant;
  /** True if it is known only that the edition's time had ended by then. */
  readonly isUntilLatest: boolean;
}

/** A cohort to whom an edition still applies although another is in force: half-open. */
export interface Lingering {
  readonly to: LocalText;
  /** Only those of them who are all of these too: cohorts of other editions. */
  readonly also?: readonly LocalText[];
  readonly from: Moment;
  readonly fromInstant: Instant;
  readonly until: Moment;
  readonly untilInstant: Instant;
}

/** A cohort, and from when the edition in truth applies to it. */
export interface CohortStart {
  readonly to: LocalText;
  /** Absent if it never does: by its day the edition has been replaced or withdrawn, or the policy has ended. */
  readonly from?: Moment;
  readonly fromInstant?: Instant;
}

/** An edition with its place in time. */
export interface DatedEdition {
  readonly edition: Edition;
  readonly state: State;
  readonly effectiveInstant: Instant;
  /**
   * When it is in force, as far as is known now: usually one period; none if it is superseded by the same day's next edition or
   * withdrawn before. One that ends where it begins stands for a time of which only the end is known.
   */
  readonly periods: readonly Period[];
  /** Outside `periods`, soonest first; usually none. */
  readonly lingering: readonly Lingering[];
  /** Of an edition that does not apply to everybody at once. */
  readonly cohorts: readonly CohortStart[];
  /** Ids of the neighbours in the order of taking force. */
  readonly previous?: string;
  readonly next?: string;
}

/** The edition that applies to a cohort: to those of them only who are all of `also` too. */
export interface CohortPart {
  readonly to: LocalText;
  readonly also?: readonly LocalText[];
  readonly edition: string;
}

/** Which edition applies at a moment. */
export type Answer =
  | { readonly kind: 'edition'; readonly edition: string }
  | { readonly kind: 'by-cohort'; readonly parts: readonly CohortPart[] }
  /** One of these: for at least one it is not known from when it applied. Without `before`, none may have applied yet. */
  | { readonly kind: 'uncertain'; readonly before?: string; readonly editions: readonly string[] }
  /** Before the first edition that is known. */
  | { readonly kind: 'before-first' }
  /** Between editions, because one was withdrawn and there is none to fall back on; or after the policy's end. */
  | { readonly kind: 'none'; readonly because: 'withdrawn' | 'retired' };

/** A time with one answer: half-open; the first one has no `from`, the last one no `until`. */
export interface Stretch {
  readonly from?: Moment;
  readonly fromInstant: Instant;
  readonly until?: Moment;
  readonly untilInstant: Instant;
  readonly answer: Answer;
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
  /** All time, without gaps, in order, as far as is known now. Does not depend on `asOf`. */
  readonly stretches: readonly Stretch[];
  readonly retirement?: Retirement & { readonly instant: Instant };
  /** The next instant after `asOf` at which this timeline would read otherwise. */
  readonly nextChange?: Instant;
  /** As it will stand at each coming change, soonest first, if nothing is issued until then; empty in these timelines themselves. */
  readonly later: readonly Timeline[];
}

/** The moment a build stands at. */
export interface AsOf {
  readonly instant: Instant;
  /** The civil day of `instant` in the site's zone. */
  readonly day: CivilDate;
}

/** An instant, or a day or instant as somebody wrote it, as a moment; days begin in `timeZone`. Throws a RangeError if it is neither. */
export function resolveAsOf(asOf: Instant | string, timeZone: string): AsOf {
  const moment = typeof asOf === 'string' ? parseMoment(asOf) : undefined;
  if (typeof asOf === 'string' && moment === undefined) throw new RangeError(`No day or instant: ${asOf}`);
  const instant = moment === undefined ? Number(asOf) : instantOf(moment, timeZone);
  return { instant, day: dayOf(instant, timeZone) };
}

/** The status of an edition in a given state. */
export function statusOf({ kind }: State): Status {
  switch (kind) {
    case 'draft':
    case 'announced':
    case 'superseded':
    case 'withdrawn':
    case 'in-force':
      return kind;
    case 'in-force-for-some':
      return 'in-force';
    case 'superseded-same-day':
    case 'retired':
    case 'retired-before-effect':
      return 'superseded';
    case 'withdrawn-before-effect':
      return 'withdrawn';
  }
}

/** True once the policy has ended. */
export function isRetired({ retirement, asOf }: Timeline): boolean {
  return retirement !== undefined && retirement.instant <= asOf;
}

/** The edition shown at the policy's stable address: in force, else the first announced, else the last that was in force, else the last of all. */
export function standing(timeline: Timeline): DatedEdition {
  const { editions, asOf } = timeline;
  const id = timeline.inForce ?? timeline.announced[0];
  return (
    editions.find(({ edition }) => edition.id === id) ??
    lastInForce(editions, asOf) ??
    editions[editions.length - 1] ??
    editions[0]
  );
}

function lastInForce(editions: Timeline['editions'], asOf: Instant): DatedEdition | undefined {
  const ended = (dated: DatedEdition) =>
    Math.max(
      ...dated.periods.map(({ untilInstant = Number.POSITIVE_INFINITY }) => untilInstant).filter((end) => end <= asOf),
    );
  const was = editions.filter((dated) => ended(dated) > Number.NEGATIVE_INFINITY);
  return was.reduce<DatedEdition | undefined>(
    (last, dated) => (last === undefined || ended(dated) >= ended(last) ? dated : last),
    undefined,
  );
}

/** The edition called `id`. Throws if there is none: ids come from the timeline itself. */
export function editionOf(timeline: Timeline, id: string): DatedEdition {
  const found = timeline.editions.find(({ edition }) => edition.id === id);
  if (found === undefined) throw new Error(`No edition ${id} of ${timeline.policy.slug}`);
  return found;
}

/**
 * The last moment up to `asOf` at which anything of the timeline begins or ends: whatever is said of it at `asOf` is true from then
 * on, so that pages which are made for that moment need not be made again when it is later.
 */
export function settledMoment({ editions, stretches, retirement, asOf }: Timeline): Instant {
  const moments = [
    ...editions.flatMap(({ effectiveInstant, periods, lingering, cohorts }) => [
      effectiveInstant,
      ...[...periods, ...lingering].flatMap(({ fromInstant, untilInstant }) => [fromInstant, untilInstant]),
      ...cohorts.map(({ fromInstant }) => fromInstant),
    ]),
    ...stretches.flatMap(({ fromInstant, untilInstant }) => [fromInstant, untilInstant]),
    retirement?.instant,
  ].filter((moment): moment is Instant => moment !== undefined && Number.isFinite(moment));
  const past = moments.filter((moment) => moment <= asOf);
  return past.length > 0 ? Math.max(...past) : Math.min(asOf, ...moments) - 1;
}
