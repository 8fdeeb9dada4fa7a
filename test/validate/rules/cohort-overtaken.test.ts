import { describe, expect, it } from 'vitest';
import type { PolicyConfig } from '../../../src/model/config.ts';
import type { Edition } from '../../../src/model/policy.ts';
import { cohortOvertaken } from '../../../src/validate/rules/cohort-overtaken.ts';
import { moment, policy, siteConfig } from '../../builders.ts';
import { draft, placed } from '../diagnosed.ts';

const ASKED = { instant: 0, day: '1970-01-01' };
const problems = (editions: readonly Edition[], config: PolicyConfig = {}) =>
  cohortOvertaken.check({ ...policy(editions), config }, siteConfig(), ASKED);
const cohorts = (...days: readonly string[]) => days.map((day) => ({ to: `those of ${day}`, from: moment(day) }));
const withdrawnOn = (on: string) => ({ declared: { kind: 'withdrawn', on, reason: 'In error' } }) as const;

const first = placed('2026-07-01', { cohorts: cohorts('2026-07-01', '2026-09-01') });

describe('cohort-overtaken', () => {
  it.each(['2026-08-01', '2026-09-01'])('warns of a group that the edition of %s reaches first', (day) => {
    const found = problems([first, placed(day)]);
    expect(found).toMatchObject([{ ruleId: 'cohort-overtaken', severity: 'warning', place: { line: 9 } }]);
    expect(found[0]?.message).toBe(
      `“those of 2026-09-01” would come under the edition “2026-07-01” only on 2026-09-01, but by then the edition “${day}” is in force for everybody: it will never apply to them.`,
    );
  });

  it('points at the day of the group', () => {
    const place = { path: 'policies/privacy/a.md', line: 5, column: 11 };
    const [early = { to: '', from: moment('2026-07-01') }, late = early] = first.cohorts;
    const edition = placed('2026-07-01', { cohorts: [early, { ...late, place }] });
    expect(problems([edition, placed('2026-08-01')])[0]?.place).toEqual(place);
  });

  it('is content if the next edition comes later, is a draft or is withdrawn before it takes force', () => {
    expect(problems([first])).toEqual([]);
    expect(problems([first, placed('2026-09-02')])).toEqual([]);
    expect(problems([first, placed('2026-08-01', draft)])).toEqual([]);
    expect(problems([first, placed('2026-08-01', withdrawnOn('2026-08-01'))])).toEqual([]);
  });

  it('is content if the next edition is not in force for everybody by then', () => {
    const next = (last: string) => placed('2026-08-01', { cohorts: cohorts('2026-08-01', last) });
    expect(problems([first, next('2026-10-01')])).toEqual([]);
    expect(problems([first, next('2026-08-15')])).toHaveLength(1);
  });

  it('is content if the next edition is withdrawn, so that this one applies again', () => {
    expect(problems([first, placed('2026-08-01', withdrawnOn('2027-01-01'))])).toEqual([]);
    const third = placed('2026-10-01');
    expect(problems([first, placed('2026-08-01', withdrawnOn('2027-01-01')), third])).toHaveLength(1);
  });

  it('warns of a group whose day comes with or after the withdrawal of the edition', () => {
    expect(problems([{ ...first, ...withdrawnOn('2026-09-01') }])[0]?.message).toContain('withdrawn on 2026-09-01');
    expect(problems([{ ...first, ...withdrawnOn('2026-09-02') }])).toEqual([]);
  });

  it('warns of a group whose day comes with or after the end of the policy', () => {
    const ending = (on: string) => problems([first], { retired: { on, reason: 'Ended', replacedBy: [] } });
    expect(ending('2026-08-01')[0]?.message).toContain('the policy ends on 2026-08-01');
    expect(ending('2026-09-02')).toEqual([]);
  });

  it('leaves an edition that takes force for nobody to others', () => {
    expect(problems([{ ...first, ...withdrawnOn('2026-07-01') }])).toEqual([]);
    expect(problems([first], { retired: { on: '2026-07-01', reason: 'Ended', replacedBy: [] } })).toEqual([]);
    expect(problems([{ ...first, ...draft }, placed('2026-08-01')])).toEqual([]);
  });
});
