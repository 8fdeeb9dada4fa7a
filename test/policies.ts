/** Random policies with every kind of life that an edition can have, and random moments to look at them. */
import fc from 'fast-check';
import { type Moment, parseMoment, parseSpan, type Span } from '../src/model/civil-date.ts';
import type { Cohort, Edition, Policy } from '../src/model/policy.ts';
import { edition, text } from './builders.ts';
import { instantIn, truthOf } from './truth.ts';

/** Zones, and in each of them a day after which it is interesting: a day or a midnight that it skips, the end of a month or year. */
const ZONES = [
  ['Pacific/Apia', '2011-12-26'],
  ['America/Sao_Paulo', '2018-10-28'],
  ['Asia/Kolkata', '2019-12-27'],
  ['Europe/Moscow', '2026-12-28'],
  ['America/Los_Angeles', '2027-02-26'],
] as const;

const DAYS = 10;
const LONG_AGO = Date.parse('1990-01-01T00:00:00Z');

export interface Case {
  readonly policy: Policy;
  readonly zone: string;
  readonly asOf: number;
  /** Not before `asOf`. */
  readonly later: number;
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('No moment');
  return value;
}

const dayFrom = (base: string) => fc.nat(DAYS).map((days) => plus(base, days));

/** Close together, so that moments are often the same; days more often than instants. */
function momentFrom(base: string): fc.Arbitrary<Moment> {
  const time = fc.constantFrom('T00:00Z', 'T12:00+03:00', 'T00:00:00-02:00', 'T00:00+05:30', 'T10:00Z');
  return fc
    .tuple(dayFrom(base), fc.oneof({ weight: 3, arbitrary: fc.constant('') }, time))
    .map(([day, rest]) => known(parseMoment(day + rest)));
}

type Start = Pick<Edition, 'effective' | 'onset' | 'published' | 'isRetroactive' | 'cohorts'>;

function startFrom(base: string, zone: string): fc.Arbitrary<Start> {
  const moment = momentFrom(base);
  const span = dayFrom(base).chain((day) =>
    fc.constantFrom(day.slice(0, 4), day.slice(0, 7)).map((written) => known(parseSpan(written))),
  );
  const none: readonly Cohort[] = [];
  const plain = { isRetroactive: false, cohorts: none };
  const stated = fc.tuple(moment, fc.option(fc.integer({ min: -3, max: 4 }))).map(([effective, notice]): Start => {
    if (notice === null) return { ...plain, effective, onset: 'stated' };
    const published = known(parseMoment(plus(effective.day, -notice)));
    return { ...plain, effective, onset: 'stated', published, isRetroactive: notice < 0 };
  });
  const onPublication = moment.map(
    (effective): Start => ({ ...plain, effective, published: effective, onset: 'on-publication' }),
  );
  const unknown = fc.tuple(fc.oneof<fc.Arbitrary<Span | Moment>[]>(span, span, moment), fc.boolean()).map(
    ([published, isRetroactive]): Start => ({
      effective: 'written' in published ? { kind: 'day', day: published.day } : published,
      published,
      onset: 'unknown',
      isRetroactive,
      cohorts: none,
    }),
  );
  const byCohort = fc.array(moment, { minLength: 2, maxLength: 3 }).map((moments): Start => {
    const sorted = moments.toSorted((a, b) => instantIn(a, zone) - instantIn(b, zone));
    const cohorts = sorted.map((from, index) => ({ to: `group ${index + 1}`, from }));
    return { ...plain, effective: known(sorted[0]), onset: 'stated', cohorts };
  });
  return fc.oneof(
    { weight: 6, arbitrary: stated },
    { weight: 1, arbitrary: onPublication },
    { weight: 2, arbitrary: unknown },
    { weight: 2, arbitrary: byCohort },
  );
}

function editionFrom(base: string, zone: string): fc.Arbitrary<Edition> {
  const fate = fc.oneof(
    { weight: 6, arbitrary: fc.constant({ kind: 'issued' as const }) },
    { weight: 3, arbitrary: dayFrom(base).map((on) => ({ kind: 'withdrawn' as const, on, reason: 'Error' })) },
    { weight: 1, arbitrary: fc.constant({ kind: 'draft' as const }) },
  );
  return fc
    .record({ start: startFrom(base, zone), declared: fate, announced: fc.array(momentFrom(base), { maxLength: 2 }) })
    .filter(({ start: { published }, declared }) => {
      const first = published !== undefined && ('firstDay' in published ? published.firstDay : published.day);
      return declared.kind !== 'withdrawn' || first === false || declared.on >= first;
    })
    .map(({ start, declared, announced }) => {
      const moved = announced.filter((moment) => instantIn(moment, zone) !== instantIn(start.effective, zone));
      return edition('2000-01-01', { ...start, declared, announcedEffective: start.onset === 'unknown' ? [] : moved });
    });
}

/** As the rules of the check ask: editions of one instant are called `a`, `a.2`, `a.3`. */
function named(editions: readonly Edition[], zone: string): Edition[] {
  const groups = new Map<number, number>();
  const instants = [...new Set(editions.map(({ effective }) => instantIn(effective, zone)))];
  return editions.map((one) => {
    const instant = instantIn(one.effective, zone);
    const count = (groups.get(instant) ?? 0) + 1;
    groups.set(instant, count);
    const letter = String.fromCharCode(97 + instants.indexOf(instant));
    const id = count === 1 ? letter : `${letter}.${count}`;
    const cohorts = one.cohorts.map(({ to, from }) => ({ to: `${String(to)} of ${id}`, from }));
    return { ...one, id, cohorts, texts: [text(undefined, { path: `policies/privacy/${id}.md` })] };
  });
}

function policyFrom(base: string, zone: string): fc.Arbitrary<Policy> {
  const retired = fc.option(dayFrom(base), { freq: 3, nil: undefined });
  return fc
    .tuple(fc.array(editionFrom(base, zone), { minLength: 1, maxLength: 6 }), retired)
    .filter(([editions]) => editions.filter(({ cohorts }) => cohorts.length > 0).length <= 3)
    .map(([editions, on]) => ({
      slug: 'privacy',
      config: on === undefined ? {} : { retired: { on, reason: 'The service has ended', replacedBy: [] } },
      editions: named(editions, zone),
    }));
}

/** A moment at, right before or right after one of `instants`, or between or far from them. */
function near(instants: readonly number[]): fc.Arbitrary<number> {
  const [first = LONG_AGO] = instants;
  const last = instants.at(-1) ?? first;
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(first, ...instants), fc.constantFrom(-1, 0, 1))
        .map(([instant, shift]) => instant + shift),
    },
    { weight: 1, arbitrary: fc.integer({ min: first - 86_400_000, max: last + 86_400_000 }) },
    { weight: 1, arbitrary: fc.constantFrom(LONG_AGO, last + 3_000_000_000) },
  );
}

export const cases: fc.Arbitrary<Case> = fc.constantFrom(...ZONES).chain(([zone, base]) =>
  policyFrom(base, zone).chain((policy) => {
    const moments = near(truthOf(policy, zone).instants);
    return fc.tuple(moments, moments).map(([one, other]) => ({
      policy,
      zone,
      asOf: Math.min(one, other),
      later: Math.max(one, other),
    }));
  }),
);
