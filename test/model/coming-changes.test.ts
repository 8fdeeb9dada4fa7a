import { describe, expect, it } from 'vitest';
import { comingChanges } from '../../src/model/coming-changes.ts';
import type { Cohort } from '../../src/model/policy.ts';
import { arrangedTimeline, type PolicyCase } from '../arranged-site.ts';
import { edition, moment, withdrawn } from '../builders.ts';

/** The changes to come, each as a line. */
function changes(given: PolicyCase, asOf?: string): string[] {
  const timeline = arrangedTimeline(given, asOf === undefined ? {} : { asOf });
  return comingChanges(timeline, 'Europe/Moscow').map((change) => {
    const when = new Date(change.instant).toISOString().slice(0, 16);
    if (change.kind === 'retired') return `${when} retired`;
    const what = `${when} ${change.dated.edition.id} ${change.kind}`;
    if (change.kind === 'applies') return [what, ...change.to, change.round].join(' ');
    return change.returning === undefined ? what : `${what} ${change.returning} returns`;
  });
}

const cohort = (to: string, from: string): Cohort => ({ to, from: moment(from) });
const old = edition('2020-02-04');

describe('comingChanges', () => {
  it('are those after the moment, soonest first', () => {
    const editions = [old, edition('2028-01-01'), edition('2027-01-01T12:00+03:00', { id: 'noon' })];
    expect(changes(editions)).toEqual(['2027-01-01T09:00 noon applies 0', '2027-12-31T21:00 2028-01-01 applies 0']);
    expect(changes(editions, '2027-01-01T09:00:00Z')).toEqual(['2027-12-31T21:00 2028-01-01 applies 0']);
    expect(changes(editions, '2028-01-01T00:00:00Z')).toEqual([]);
  });

  it('tell each day on which an edition comes to apply to more people', () => {
    const cohorts = [cohort('new', '2027-01-01'), cohort('old', '2027-03-01'), cohort('ancient', '2027-03-01')];
    expect(changes([old, edition('2027-01-01', { cohorts })])).toEqual([
      '2026-12-31T21:00 2027-01-01 applies new 0',
      '2027-02-28T21:00 2027-01-01 applies old ancient 1',
    ]);
    expect(changes([old, edition('2027-01-01', { cohorts })], '2027-02-01T00:00:00Z')).toEqual([
      '2027-02-28T21:00 2027-01-01 applies old ancient 1',
    ]);
  });

  it('leave out a cohort whose edition has been replaced before its day', () => {
    const cohorts = [cohort('new', '2027-01-01'), cohort('old', '2027-03-01')];
    expect(changes([old, edition('2027-01-01', { cohorts }), edition('2027-02-01')])).toEqual([
      '2026-12-31T21:00 2027-01-01 applies new 0',
      '2027-01-31T21:00 2027-02-01 applies 0',
    ]);
  });

  it('leave out what never takes force', () => {
    const sameDay = [edition('2027-01-01'), edition('2027-01-01', { id: '2027-01-01.2' })];
    expect(changes([old, ...sameDay])).toEqual(['2026-12-31T21:00 2027-01-01.2 applies 0']);
    expect(changes([old, withdrawn('2027-01-01', '2026-12-24')])).toEqual([]);
    expect(changes([old, edition('2027-01-01', { declared: { kind: 'draft' } })])).toEqual([]);
  });

  it('tell a withdrawal and what applies again', () => {
    expect(changes([old, withdrawn('2026-01-01', '2027-01-01')])).toEqual([
      '2026-12-31T21:00 2026-01-01 withdrawn 2020-02-04 returns',
    ]);
    expect(changes([withdrawn('2026-01-01', '2027-01-01')])).toEqual(['2026-12-31T21:00 2026-01-01 withdrawn']);
  });

  it('do not say that an edition returns which takes force at that very moment', () => {
    expect(changes([withdrawn('2026-01-01', '2027-01-01'), edition('2027-01-01')])).toEqual([
      '2026-12-31T21:00 2027-01-01 applies 0',
      '2026-12-31T21:00 2026-01-01 withdrawn',
    ]);
  });

  it('end with the policy', () => {
    const retired = { on: '2027-06-01', reason: 'r', replacedBy: [] };
    const editions = [old, withdrawn('2026-01-01', '2027-07-01'), edition('2028-01-01')];
    expect(changes({ editions, retired })).toEqual(['2027-05-31T21:00 retired']);
    expect(changes({ editions, retired }, '2027-05-31T21:00:00Z')).toEqual([]);
  });
});
