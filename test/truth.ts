/**
 * Who came under which edition of a policy when, by brute force from the words of the design: for every person and every moment
 * anew, without periods, stretches or states. Shares nothing with src/timeline, not even where a day begins.
 */
import type { Moment } from '../src/model/civil-date.ts';
import { compareIds, type Edition, type Policy } from '../src/model/policy.ts';

const QUARTER = 900_000;
const DAY = 96 * QUARTER;

const starts = new Map<string, number>();
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The first quarter of an hour that bears `day`, or a later one, on a calendar in `zone`. */
export function startOf(day: string, zone: string): number {
  const key = `${day} ${zone}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  // In Sweden days are written as in ISO 8601.
  const calendar = calendars.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  calendars.set(zone, calendar);
  let instant = Date.parse(`${day}T00:00:00Z`) - DAY;
  while (calendar.format(instant) < day) instant += QUARTER;
  starts.set(key, instant);
  return instant;
}

export function instantIn(moment: Moment, zone: string): number {
  return moment.kind === 'day' ? startOf(moment.day, zone) : moment.instant;
}

/** Somebody who belongs to one cohort of each edition that has cohorts. */
export type Person = ReadonlyMap<string, string>;

/** What an edition's own words come to. */
interface Fate {
  readonly id: string;
  readonly edition: Edition;
  readonly effective: number;
  /** Differs from `effective` where only the month or year of its publication is known. */
  readonly earliest: number;
  readonly withdrawn: number;
  /** From when each cohort is meant to come under it; empty if it has none. */
  readonly cohorts: ReadonlyMap<string, number>;
}

export interface Truth {
  readonly zone: string;
  readonly end: number;
  /** The issued editions by (effective, id): drafts have no part in the truth. */
  readonly fates: readonly Fate[];
  readonly persons: readonly Person[];
  /** Every instant at which anything can become otherwise. */
  readonly instants: readonly number[];
  fate(id: string): Fate | undefined;
  /** DESIGN: in force is the last edition, by (effective, id), that is effective and not withdrawn, until the policy ends. */
  holder(at: number): string | undefined;
  /** The same for one person, for whom an edition is effective on the day of his cohort. */
  under(person: Person, at: number): string | undefined;
  /** Editions of which it is not known whether they are in force already. */
  perhaps(at: number): string[];
}

export function truthOf({ editions, config: { retired } }: Policy, zone: string): Truth {
  const fates = editions
    .filter(({ declared }) => declared.kind !== 'draft')
    .map((edition) => fateOf(edition, zone))
    .sort((a, b) => a.effective - b.effective || compareIds(a.id, b.id));
  const end = retired === undefined ? Number.POSITIVE_INFINITY : startOf(retired.on, zone);
  const last = (at: number, isEffective: (fate: Fate) => boolean) =>
    at >= end ? undefined : fates.findLast((fate) => isEffective(fate) && at < fate.withdrawn)?.id;
  const instants = fates.flatMap(({ effective, earliest, withdrawn, cohorts }) => [
    ...[effective, earliest, withdrawn],
    ...cohorts.values(),
  ]);
  return {
    zone,
    end,
    fates,
    persons: personsOf(fates),
    instants: [...new Set([...instants, end])].filter(Number.isFinite).sort((a, b) => a - b),
    fate: (id) => fates.find((fate) => fate.id === id),
    holder: (at) => last(at, ({ effective }) => effective <= at),
    under: (person, at) =>
      last(at, ({ id, effective, cohorts }) => (cohorts.get(person.get(id) ?? '') ?? effective) <= at),
    perhaps: (at) =>
      at >= end
        ? []
        : fates
            .filter(({ earliest, effective, withdrawn }) => earliest <= at && at < effective && at < withdrawn)
            .map(({ id }) => id),
  };
}

function fateOf(edition: Edition, zone: string): Fate {
  const { id, published, declared, onset, cohorts } = edition;
  const effective = instantIn(edition.effective, zone);
  const isSpan = onset === 'unknown' && published !== undefined && 'written' in published;
  return {
    id,
    edition,
    effective,
    earliest: isSpan ? startOf(`${published.written}-01-01`.slice(0, 10), zone) : effective,
    withdrawn: declared.kind === 'withdrawn' ? startOf(declared.on, zone) : Number.POSITIVE_INFINITY,
    cohorts: new Map(cohorts.map(({ to, from }) => [String(to), instantIn(from, zone)])),
  };
}

function personsOf(fates: readonly Fate[]): Person[] {
  return fates.reduce<Person[]>(
    (persons, { id, cohorts }) =>
      cohorts.size === 0
        ? persons
        : persons.flatMap((person) => [...cohorts.keys()].map((cohort) => new Map([...person, [id, cohort]]))),
    [new Map()],
  );
}

/** True if a person belongs to all the cohorts. */
export function isAmong(person: Person, cohorts: readonly string[]): boolean {
  const own = [...person.values()];
  return cohorts.every((cohort) => own.includes(cohort));
}
