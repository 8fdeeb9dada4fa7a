import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, isRetired, type Lingering, type Stretch, type Timeline } from '../../src/model/timeline.ts';
import { arrange } from '../../src/timeline/arrange.ts';
import { type Case, cases } from '../policies.ts';
import { isAmong, type Person, type Truth, truthOf } from '../truth.ts';

function timelineAt({ policy, zone }: Case, asOf: number): Timeline {
  const timeline = arrange(policy, { asOf, timeZone: zone });
  if (timeline === undefined) throw new Error('No timeline');
  return timeline;
}

/** Runs a property on random policies. */
function holds(property: (given: Case, timeline: Timeline, truth: Truth) => void): void {
  fc.assert(
    fc.property(cases, (given) => property(given, timelineAt(given, given.asOf), truthOf(given.policy, given.zone))),
    { numRuns: 60 },
  );
}

/** How a policy stands at any moment, as it was known long before. */
function course(given: Case): (at: number) => Timeline {
  const first = timelineAt(given, LONG_AGO);
  return (at) => first.later.findLast(({ asOf }) => asOf <= at) ?? first;
}

const LONG_AGO = Date.UTC(1980, 0);

/** Moments at which anything could be wrong: around every change, and long before and after. */
function moments({ instants }: Truth): number[] {
  return [LONG_AGO, ...instants.flatMap((instant) => [instant - 1, instant, instant + 1]), Date.UTC(2090, 0)];
}

const contains = ({ fromInstant, untilInstant = Number.POSITIVE_INFINITY }: Partial<Stretch>, at: number) =>
  (fromInstant ?? 0) <= at && at < untilInstant;

describe('a timeline', () => {
  it('says of every moment who is in force', () =>
    holds((given, _, truth) => {
      const standing = course(given);
      for (const at of moments(truth)) expect(standing(at).inForce).toBe(truth.holder(at));
    }));

  it('gives an edition the periods in which it is in force, and no other', () =>
    holds((_, { editions }, truth) => {
      for (const at of moments(truth)) {
        const within = editions.filter(({ periods }) => periods.some((period) => contains(period, at)));
        const holder = truth.holder(at);
        expect(within.map(({ edition }) => edition.id)).toEqual(holder === undefined ? [] : [holder]);
      }
    }));

  it('knows to whom an edition still applies although another is in force', () =>
    holds((_, { editions }, truth) => {
      for (const at of moments(truth)) {
        for (const person of truth.persons) {
          const keeping = editions.filter(({ lingering }) =>
            lingering.some((entry) => contains(entry, at) && concerns(entry, person)),
          );
          const own = truth.under(person, at);
          const expected = own === undefined || own === truth.holder(at) ? [] : [own];
          expect(keeping.map(({ edition }) => edition.id)).toEqual(expected);
        }
      }
    }));

  it('will stand at each coming change as it says now', () =>
    holds((given, timeline) => {
      for (const later of timeline.later) {
        expect({ ...later, later: [] }).toEqual({ ...timelineAt(given, later.asOf), later: [] });
      }
      expect(timeline.later.map(({ asOf }) => asOf)[0]).toBe(timeline.nextChange);
      expect(timeline.later.every(({ asOf }) => asOf > timeline.asOf)).toBe(true);
    }));

  it('changes at the moments it announces, and at no other', () =>
    holds((given, timeline, truth) => {
      const announced = timeline.later.map(({ asOf }) => asOf);
      let before = reading(timeline, timeline.asOf, truth);
      for (const at of moments(truth).filter((moment) => moment > timeline.asOf)) {
        const now = reading(timelineAt(given, at), at, truth);
        expect([at, announced.includes(at)]).toEqual([at, now !== before]);
        before = now;
      }
    }));

  it('announces the editions that take force later and have not yet', () =>
    holds((_, { editions, announced, asOf }, truth) => {
      const coming = editions.filter(({ edition: { id }, effectiveInstant, periods }) => {
        const fate = truth.fate(id);
        return fate !== undefined && effectiveInstant > asOf && periods.length > 0;
      });
      expect(announced).toEqual(coming.map(({ edition }) => edition.id));
    }));
});

/** What is so at a moment, apart from what is not known of it. */
function reading(timeline: Timeline, asOf: number, truth: Truth): string {
  const { editions, inForce } = timeline;
  const states = editions.map(({ state }) => state.kind);
  const under = truth.persons.map((person) => truth.under(person, asOf));
  return JSON.stringify([states, inForce, isRetired(timeline), under]);
}

function concerns({ to, also = [] }: Pick<Lingering, 'to' | 'also'>, person: Person): boolean {
  return isAmong(person, [to, ...also].map(String));
}

describe('the stretches of a timeline', () => {
  it('cover all time once, in order, and differ from their neighbours', () =>
    holds((_, { stretches }) => {
      expect(stretches[0]?.fromInstant).toBe(Number.NEGATIVE_INFINITY);
      expect(stretches.at(-1)?.untilInstant).toBe(Number.POSITIVE_INFINITY);
      for (const [index, stretch] of stretches.entries()) {
        expect(stretch.fromInstant).toBeLessThan(stretch.untilInstant);
        const next = stretches[index + 1];
        if (next === undefined) continue;
        expect(next.fromInstant).toBe(stretch.untilInstant);
        expect(next.from).toEqual(stretch.until);
        expect(next.answer).not.toEqual(stretch.answer);
      }
    }));

  it('do not depend on the moment at which they are asked for', () =>
    holds((given, { stretches }) => {
      expect(timelineAt(given, given.later).stretches).toEqual(stretches);
    }));

  it('give to everybody at every moment the edition that applies to him', () =>
    holds((_, { stretches }, truth) => {
      for (const at of moments(truth)) {
        const found = stretches.filter((stretch) => contains(stretch, at));
        expect(found.length).toBe(1);
        for (const { answer } of found) checkAnswer(answer, at, truth);
      }
    }));
});

function checkAnswer(answer: Answer, at: number, truth: Truth): void {
  const perhaps = truth.perhaps(at);
  const applying = new Set(truth.persons.map((person) => truth.under(person, at)));
  const certain = [...applying].filter((id) => id !== undefined);
  switch (answer.kind) {
    case 'edition':
      expect(perhaps).toEqual([]);
      expect([...applying]).toEqual([answer.edition]);
      return;
    case 'by-cohort':
      expect(perhaps).toEqual([]);
      expect(applying.size).toBeGreaterThan(1);
      for (const person of truth.persons) {
        const own = answer.parts.filter((part) => concerns(part, person)).map(({ edition }) => edition);
        const id = truth.under(person, at);
        expect(own).toEqual(id === undefined ? [] : [id]);
      }
      return;
    case 'uncertain':
      expect(answer.before).toBe(truth.holder(at));
      expect(new Set([...answer.editions, answer.before].filter((id) => id !== undefined))).toEqual(
        new Set([...perhaps, ...certain]),
      );
      expect(perhaps.length).toBeGreaterThan(0);
      return;
    case 'before-first':
      expect([certain, perhaps]).toEqual([[], []]);
      expect(truth.fates.filter(({ effective }) => effective <= at)).toEqual([]);
      expect(at).toBeLessThan(truth.end);
      return;
    case 'none':
      expect([certain, perhaps]).toEqual([[], []]);
      if (answer.because === 'retired') expect(at).toBeGreaterThanOrEqual(truth.end);
      else expect(truth.fates.findLast(({ effective }) => effective <= at)?.withdrawn).toBeLessThanOrEqual(at);
  }
}
