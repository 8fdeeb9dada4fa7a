import { describe, expect, it } from 'vitest';
import { momentIso } from '../../src/model/civil-date.ts';
import { type Answer, isRetired, standing, type Timeline } from '../../src/model/timeline.ts';
import { arrange } from '../../src/timeline/arrange.ts';
import { edition, policy, withdrawn } from '../builders.ts';
import { caseOf, retired, staged, unknown } from '../lives.ts';
import type { Case } from '../policies.ts';

function at(asOf: string, { policy: given, zone }: Case): Timeline {
  const timeline = arrange(given, { asOf: Date.parse(asOf), timeZone: zone });
  if (timeline === undefined) throw new Error('No timeline');
  return timeline;
}

const states = ({ editions }: Timeline) =>
  Object.fromEntries(editions.map(({ edition: { id }, state }) => [id, state.kind]));

/** The stretches of a timeline, each as its first moment and its answer. */
const answers = ({ stretches }: Timeline) =>
  stretches.map(({ from, answer }) => `${from === undefined ? '' : momentIso(from)} ${inShort(answer)}`.trim());

function inShort(answer: Answer): string {
  switch (answer.kind) {
    case 'edition':
      return answer.edition;
    case 'by-cohort':
      return answer.parts
        .map(({ to, also = [], edition: id }) => `${[to, ...also].map(String).join(' & ')}: ${id}`)
        .join(', ');
    case 'uncertain':
      return `${answer.before ?? 'none'} or ${answer.editions.join(' or ')}`;
    case 'none':
      return answer.because;
    case 'before-first':
      return answer.kind;
  }
}

describe('the changeover', () => {
  it.each([
    ['Europe/Moscow', '2027-01-01', '2026-12-31T21:00:00Z'],
    ['Asia/Kolkata', '2027-01-01', '2026-12-31T18:30:00Z'],
    ['America/Los_Angeles', '2027-03-14', '2027-03-14T08:00:00Z'],
    // Clocks went from 23:59:59 on 3 November to 01:00 on the 4th.
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z'],
    // After 29 December came the 31st: the 30th begins where it would have ended.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00Z'],
    // Midnight came twice: clocks went back from 01:00 to 00:00.
    ['America/Havana', '2018-11-04', '2018-11-04T04:00:00Z'],
    ['UTC', '2027-01-01T00:00:00+14:00', '2026-12-31T10:00:00Z'],
  ])('comes in %s on %s at its first instant', (zone, day, instant) => {
    const given = caseOf([edition('2001-01-01', { id: 'old' }), edition(day, { id: 'new' })], { zone });
    const shifted = (seconds: number) => new Date(Date.parse(instant) + seconds * 1000).toISOString();
    const [before, on, after] = [-1, 0, 1].map((seconds) => at(shifted(seconds), given));
    expect([before?.inForce, on?.inForce, after?.inForce]).toEqual(['old', 'new', 'new']);
    expect(before?.nextChange).toBe(Date.parse(instant));
    expect(on?.nextChange).toBeUndefined();
    expect(before?.later.map(({ inForce }) => inForce)).toEqual(['new']);
    expect(at(new Date(Date.parse(instant) - 1).toISOString(), given).inForce).toBe('old');
  });

  it('shows for each cohort its own day, and changes nothing for the others', () => {
    const given = caseOf([edition('2020-02-04'), staged(['2027-01-01', '2027-03-01'])]);
    const seen = (asOf: string) => [at(asOf, given).inForce, ...Object.values(states(at(asOf, given)))];
    expect(seen('2026-12-31T20:59:59Z')).toEqual(['2020-02-04', 'in-force', 'announced']);
    expect(seen('2026-12-31T21:00:00Z')).toEqual(['2027-01-01', 'in-force-for-some', 'in-force']);
    expect(seen('2027-02-28T20:59:59Z')).toEqual(['2027-01-01', 'in-force-for-some', 'in-force']);
    expect(seen('2027-02-28T21:00:00Z')).toEqual(['2027-01-01', 'superseded', 'in-force']);
    expect(at('2026-11-25T00:00:00Z', given).later.map(({ asOf }) => new Date(asOf).toISOString())).toEqual([
      '2026-12-31T21:00:00.000Z',
      '2027-02-28T21:00:00.000Z',
    ]);
  });

  it('of a withdrawal brings the edition before back at the first instant of the day', () => {
    const given = caseOf([edition('2020-02-04'), withdrawn('2027-01-01', '2027-02-01')]);
    expect(at('2027-01-31T20:59:59Z', given).inForce).toBe('2027-01-01');
    expect(at('2027-01-31T21:00:00Z', given).inForce).toBe('2020-02-04');
  });

  it('is not announced for a day on which nothing becomes otherwise', () => {
    const never = caseOf([edition('2020-02-04'), withdrawn('2027-03-01', '2027-02-01')]);
    expect(at('2026-11-25T00:00:00Z', never).nextChange).toBeUndefined();
  });
});

describe('a policy', () => {
  const NOON = '2026-11-25T09:00:00Z';

  it('whose editions are all withdrawn has none in force, and shows the one that was last', () => {
    const all = caseOf([withdrawn('2018-05-25', '2021-01-01'), withdrawn('2020-02-04', '2022-01-01')]);
    const timeline = at(NOON, all);
    expect([timeline.inForce, timeline.announced, standing(timeline).edition.id]).toEqual([
      undefined,
      [],
      '2020-02-04',
    ]);
    expect(answers(timeline)).toEqual([
      'before-first',
      '2018-05-25 2018-05-25',
      '2020-02-04 2020-02-04',
      '2022-01-01 withdrawn',
    ]);
  });

  it('whose only edition was withdrawn before its day is not before its first edition for ever', () => {
    const timeline = at(NOON, caseOf([withdrawn('2020-02-04', '2020-01-01')]));
    expect(answers(timeline)).toEqual(['before-first', '2020-02-04 withdrawn']);
  });

  it('of drafts only has no time', () => {
    const timeline = at(NOON, caseOf([edition('2020-02-04', { declared: { kind: 'draft' } })]));
    expect(states(timeline)).toEqual({ '2020-02-04': 'draft' });
    expect([timeline.inForce, timeline.announced, timeline.nextChange]).toEqual([undefined, [], undefined]);
    expect(answers(timeline)).toEqual(['before-first']);
    expect(standing(timeline).edition.id).toBe('2020-02-04');
  });

  it('of announced editions only shows the first of them', () => {
    const timeline = at(NOON, caseOf([edition('2027-02-01'), edition('2027-01-01')]));
    expect(timeline.announced).toEqual(['2027-01-01', '2027-02-01']);
    expect(standing(timeline).edition.id).toBe('2027-01-01');
    expect(timeline.editions.map(({ state }) => state)).toEqual([
      { kind: 'announced', isFirst: true },
      { kind: 'announced', isFirst: false },
    ]);
  });

  it('that was retired before anything took force never had an edition in force', () => {
    const timeline = at(NOON, { ...caseOf(retired('2026-10-01', [edition('2027-01-01')])) });
    expect(states(timeline)).toEqual({ '2027-01-01': 'retired-before-effect' });
    expect([isRetired(timeline), timeline.announced, timeline.nextChange]).toEqual([true, [], undefined]);
    expect(answers(timeline)).toEqual(['before-first', '2026-10-01 retired']);
  });

  it('that ends changes over at the first instant of that day, and announces nothing after it', () => {
    const given = caseOf(retired('2027-01-01', [edition('2020-02-04'), edition('2027-03-01')]));
    const [before, after] = ['2026-12-31T20:59:59Z', '2026-12-31T21:00:00Z'].map((moment) => at(moment, given));
    expect([before?.inForce, before?.announced, before?.nextChange]).toEqual([
      '2020-02-04',
      [],
      Date.parse('2026-12-31T21:00:00Z'),
    ]);
    expect(after === undefined ? {} : states(after)).toEqual({
      '2020-02-04': 'retired',
      '2027-03-01': 'retired-before-effect',
    });
    expect([after?.inForce, after?.nextChange]).toEqual([undefined, undefined]);
  });
});

describe('an edition of which only the year of publication is known', () => {
  const NOON = '2026-11-25T09:00:00Z';

  it('comes after dated ones of that year, and leaves open which of them applied', () => {
    const timeline = at(
      NOON,
      caseOf([edition('2018-05-25'), edition('2019-06-01'), unknown('2019'), edition('2020-02-04')]),
    );
    expect(timeline.editions.map(({ edition: { id } }) => id)).toEqual([
      '2018-05-25',
      '2019-06-01',
      '2019',
      '2020-02-04',
    ]);
    expect(answers(timeline)).toEqual([
      'before-first',
      '2018-05-25 2018-05-25',
      '2019-01-01 2018-05-25 or 2019',
      '2019-06-01 2019-06-01 or 2019',
      '2019-12-31 2019',
      '2020-02-04 2020-02-04',
    ]);
    const [first, second, third] = timeline.editions.map(({ periods: [period] }) => period);
    expect([first?.isUntilLatest, second?.isFromLatest, second?.isUntilLatest]).toEqual([true, false, true]);
    expect([third?.isFromLatest, third?.isUntilLatest]).toEqual([true, false]);
  });

  it('is not called superseded the same day by another of that year', () => {
    const timeline = at(NOON, caseOf([unknown('2019'), unknown('2019', { id: '2019.2' })]));
    expect(states(timeline)).toEqual({ '2019': 'superseded', '2019.2': 'in-force' });
    expect(timeline.editions[0].periods).toMatchObject([{ isFromLatest: true, isUntilLatest: true }]);
  });

  it('is not called never in force because it was withdrawn, or its policy ended, within that year', () => {
    const declared = { kind: 'withdrawn', on: '2019-06-01', reason: 'Issued in error' } as const;
    expect(states(at(NOON, caseOf([unknown('2019', { declared })])))).toEqual({ '2019': 'withdrawn' });
    expect(states(at(NOON, caseOf(retired('2019-06-01', [unknown('2019')]))))).toEqual({ '2019': 'retired' });
    expect(states(at(NOON, caseOf(retired('2019-01-01', [unknown('2019')]))))).toEqual({
      '2019': 'retired-before-effect',
    });
  });
});

describe('an edition that applies to groups from different days', () => {
  const NOON = '2026-11-25T09:00:00Z';
  const next = edition('2027-02-01');
  const groups = staged(['2027-01-01', '2027-03-01']);

  it('never applies to a group whose day comes after the next edition’s', () => {
    const timeline = at(NOON, caseOf([edition('2020-02-04'), groups, next]));
    expect(timeline.editions[1]?.cohorts).toEqual([
      { to: groups.cohorts[0]?.to, from: groups.cohorts[0]?.from, fromInstant: Date.parse('2026-12-31T21:00:00Z') },
      { to: groups.cohorts[1]?.to },
    ]);
    expect(timeline.editions[0].lingering).toMatchObject([
      { to: groups.cohorts[1]?.to, from: { day: '2027-01-01' }, until: { day: '2027-02-01' } },
    ]);
    expect(timeline.nextChange).toBe(Date.parse('2026-12-31T21:00:00Z'));
  });

  it('divides people with the next one of that sort, where both wait for some', () => {
    const other = staged(['2027-02-01', '2027-04-01']);
    const timeline = at(NOON, caseOf([edition('2020-02-04'), groups, other]));
    const [[early, late], [soon, last]] = [groups, other].map(({ cohorts }) => cohorts.map(({ to }) => String(to))) as [
      [string, string],
      [string, string],
    ];
    expect(answers(timeline)).toEqual([
      'before-first',
      '2020-02-04 2020-02-04',
      `2027-01-01 ${early}: 2027-01-01, ${late}: 2020-02-04`,
      `2027-02-01 ${soon}: 2027-02-01, ${last} & ${early}: 2027-01-01, ${last} & ${late}: 2020-02-04`,
      `2027-03-01 ${soon}: 2027-02-01, ${last}: 2027-01-01`,
      '2027-04-01 2027-02-01',
    ]);
    const [old] = timeline.editions;
    expect(old.lingering.map(({ to, also, until }) => [to, also, momentIso(until)])).toEqual([
      [soon, [late], '2027-02-01'],
      [last, [late], '2027-03-01'],
    ]);
  });

  it('of one day for all of them is no such edition', () => {
    const timeline = at('2027-01-01T09:00:00Z', caseOf([edition('2020-02-04'), staged(['2027-01-01', '2027-01-01'])]));
    expect(states(timeline)).toEqual({ '2020-02-04': 'superseded', '2027-01-01': 'in-force' });
    expect(answers(timeline).at(-1)).toBe('2027-01-01 2027-01-01');
  });
});

describe('moments beyond the years of this century', () => {
  it('have their answer too', () => {
    const timeline = at('1800-01-01T00:00:00Z', { ...caseOf(policy([edition('1799-01-01')])) });
    expect(timeline.inForce).toBe('1799-01-01');
  });
});
