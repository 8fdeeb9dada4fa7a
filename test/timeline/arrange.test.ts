import { describe, expect, it } from 'vitest';
import { compareIds, type Edition } from '../../src/model/policy.ts';
import { statusOf } from '../../src/model/timeline.ts';
import { arrange } from '../../src/timeline/arrange.ts';
import { edition, policy, withdrawn } from '../builders.ts';

const ZONE = 'Europe/Moscow';

/** The timeline of `editions` at `asOf` (an ISO instant), in a form that reads well in an assertion. */
function timelineAt(asOf: string, editions: readonly Edition[], timeZone = ZONE) {
  const timeline = arrange(policy(editions), { asOf: Date.parse(asOf), timeZone });
  if (timeline === undefined) throw new Error('No timeline');
  const end = (period: { until?: { day: string } }) => period.until?.day ?? '';
  return {
    inForce: timeline.inForce,
    announced: timeline.announced,
    nextChange: timeline.nextChange === undefined ? undefined : new Date(timeline.nextChange).toISOString(),
    status: Object.fromEntries(timeline.editions.map((dated) => [dated.edition.id, statusOf(dated.state)])),
    periods: Object.fromEntries(
      timeline.editions.map(({ edition: { id }, periods }) => [id, periods.map((p) => `${p.from.day}..${end(p)}`)]),
    ),
    order: timeline.editions.map(({ edition: { id } }) => id),
  };
}

describe('arrange', () => {
  const two = [edition('2020-02-04'), edition('2027-01-01')];

  it('keeps the old edition until midnight in the policy’s zone', () => {
    expect(timelineAt('2026-12-31T20:59:59.999Z', two).inForce).toBe('2020-02-04');
    expect(timelineAt('2026-12-31T21:00:00.000Z', two).inForce).toBe('2027-01-01');
    expect(timelineAt('2026-12-31T21:00:00.001Z', two).inForce).toBe('2027-01-01');
  });

  it('gives the same two editions another hour in another zone', () => {
    expect(timelineAt('2027-01-01T07:59:59Z', two, 'America/Los_Angeles').inForce).toBe('2020-02-04');
    expect(timelineAt('2027-01-01T08:00:00Z', two, 'America/Los_Angeles').inForce).toBe('2027-01-01');
  });

  it('names what is superseded, in force and announced, and when each applies', () => {
    const three = [edition('2018-05-25'), ...two];
    expect(timelineAt('2026-06-01T00:00:00Z', three)).toEqual({
      inForce: '2020-02-04',
      announced: ['2027-01-01'],
      nextChange: '2026-12-31T21:00:00.000Z',
      status: { '2018-05-25': 'superseded', '2020-02-04': 'in-force', '2027-01-01': 'announced' },
      periods: {
        '2018-05-25': ['2018-05-25..2020-02-04'],
        '2020-02-04': ['2020-02-04..2027-01-01'],
        '2027-01-01': ['2027-01-01..'],
      },
      order: ['2018-05-25', '2020-02-04', '2027-01-01'],
    });
  });

  it('has nothing in force where only a later edition exists', () => {
    const timeline = timelineAt('2026-01-01T00:00:00Z', [edition('2027-01-01')]);
    expect(timeline.inForce).toBeUndefined();
    expect(timeline.announced).toEqual(['2027-01-01']);
  });

  it('lists announced editions soonest first', () => {
    const timeline = timelineAt('2026-01-01T00:00:00Z', [
      edition('2028-01-01'),
      edition('2027-01-01'),
      edition('2020-02-04'),
    ]);
    expect(timeline.announced).toEqual(['2027-01-01', '2028-01-01']);
  });

  it('lets the later id win where two editions take force at one instant', () => {
    const sameDay = [edition('2020-02-04', { id: '2020-02-04.2' }), edition('2020-02-04')];
    const timeline = timelineAt('2021-01-01T00:00:00Z', sameDay);
    expect(timeline.order).toEqual(['2020-02-04', '2020-02-04.2']);
    expect(timeline.inForce).toBe('2020-02-04.2');
    expect(timeline.periods).toEqual({ '2020-02-04': [], '2020-02-04.2': ['2020-02-04..'] });
    expect(timeline.nextChange).toBeUndefined();
  });

  it('orders a day and an instant by the zone’s clock', () => {
    const noon = edition('2020-02-04T12:00:00+03:00', { id: 'noon' });
    expect(timelineAt('2020-02-04T08:59:59Z', [noon, edition('2020-02-04')]).inForce).toBe('2020-02-04');
    expect(timelineAt('2020-02-04T09:00:00Z', [noon, edition('2020-02-04')]).inForce).toBe('noon');
  });

  it('falls back to the edition before when one is withdrawn', () => {
    const timeline = timelineAt('2023-01-01T00:00:00Z', [edition('2020-02-04'), withdrawn('2021-01-01', '2022-01-01')]);
    expect(timeline.inForce).toBe('2020-02-04');
    expect(timeline.status['2021-01-01']).toBe('withdrawn');
    expect(timeline.periods).toEqual({
      '2020-02-04': ['2020-02-04..2021-01-01', '2022-01-01..'],
      '2021-01-01': ['2021-01-01..2022-01-01'],
    });
  });

  it('never puts in force an edition that is withdrawn before its day', () => {
    const timeline = timelineAt('2023-01-01T00:00:00Z', [edition('2020-02-04'), withdrawn('2022-01-01', '2021-06-01')]);
    expect(timeline.inForce).toBe('2020-02-04');
    expect(timeline.periods['2022-01-01']).toEqual([]);
    expect(timeline.periods['2020-02-04']).toEqual(['2020-02-04..']);
  });

  it('gives a draft no place in time', () => {
    const draft = edition('2026-06-01', { declared: { kind: 'draft' } });
    const timeline = timelineAt('2026-12-01T00:00:00Z', [edition('2020-02-04'), draft]);
    expect(timeline).toMatchObject({ inForce: '2020-02-04', announced: [], nextChange: undefined });
    expect(timeline.status['2026-06-01']).toBe('draft');
    expect(timeline.periods).toEqual({ '2020-02-04': ['2020-02-04..'], '2026-06-01': [] });
  });

  it('is undefined for a policy without editions', () => {
    expect(arrange(policy([]), { asOf: 0, timeZone: ZONE })).toBeUndefined();
  });
});

describe('compareIds', () => {
  it('counts the parts of an id', () => {
    const ids = ['2020-02-04.10', '2020-02-05', '2020-02-04.2', '2020-02-04'];
    expect(ids.toSorted(compareIds)).toEqual(['2020-02-04', '2020-02-04.2', '2020-02-04.10', '2020-02-05']);
  });
});
