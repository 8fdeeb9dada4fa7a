import { describe, expect, it } from 'vitest';
import { parseSpan } from '../../../src/model/civil-date.ts';
import { noticePeriod } from '../../../src/validate/rules/notice-period.ts';
import { moment } from '../../builders.ts';
import { ask, draft, placed } from '../diagnosed.ts';

const published = (day: string, effective: string, more = {}) => placed(effective, { published: moment(day), ...more });

describe('notice-period', () => {
  it('warns if an edition is published too late, and says from when it could apply', () => {
    const found = ask(noticePeriod, [published('2026-01-31', '2026-03-01')], { noticeDays: 30 });
    expect(found).toMatchObject([{ ruleId: 'notice-period', severity: 'warning', place: { line: 3 } }]);
    expect(found[0]?.message).toContain('29 days after');
    expect(found[0]?.hint).toContain('2026-03-02');
  });

  it('is content with exactly the days that are promised', () => {
    expect(ask(noticePeriod, [published('2026-01-30', '2026-03-01')], { noticeDays: 30 })).toEqual([]);
  });

  it('counts civil days, whatever the hour', () => {
    const edition = published('2026-01-30T23:59+03:00', '2026-03-01T00:00+03:00', { id: 'a' });
    expect(ask(noticePeriod, [edition], { noticeDays: 30 })).toEqual([]);
  });

  it('asks for the day of publication', () => {
    const found = ask(noticePeriod, [placed('2026-03-01')], { noticeDays: 30 });
    expect(found[0]?.message).toContain('does not say when it was published');
  });

  it('promises nothing without noticeDays', () => {
    expect(ask(noticePeriod, [published('2026-03-01', '2026-03-01')])).toEqual([]);
  });

  it('asks only the edition that takes force last: the others can no longer be mended', () => {
    const late = published('2025-03-01', '2025-03-01');
    const good = published('2026-01-01', '2026-03-01');
    expect(ask(noticePeriod, [late, good], { noticeDays: 30 })).toEqual([]);
    expect(ask(noticePeriod, [late, published('2026-01-01', '2026-03-01', draft)], { noticeDays: 30 })).toHaveLength(1);
  });

  it('leaves an edition published after it takes force to the rule for that', () => {
    expect(ask(noticePeriod, [published('2026-04-01', '2026-03-01')], { noticeDays: 30 })).toEqual([]);
  });

  it('counts from the last day of a month of publication, and asks for the day if that is too late', () => {
    const inMonth = (month: string, effective: string) =>
      ask(noticePeriod, [placed(effective, { published: parseSpan(month) ?? moment(month) })], { noticeDays: 30 });
    expect(inMonth('2026-01', '2026-03-02')).toEqual([]);
    const [problem] = inMonth('2026-01', '2026-03-01');
    expect(problem?.message).toContain('known only that it was published in 2026-01');
    expect(problem?.hint).toContain('Write the day in “published”');
    expect(inMonth('2026-03', '2026-03-15')).toHaveLength(1);
    expect(inMonth('2026-04', '2026-03-15')).toEqual([]);
  });

  it('has nothing to ask of a retroactive edition, or where it is not known from when it applies', () => {
    const site = { noticeDays: 30 };
    expect(ask(noticePeriod, [published('2026-03-10', '2026-03-01', { isRetroactive: true })], site)).toEqual([]);
    const unknown = placed('2019-12-31', { onset: 'unknown', published: parseSpan('2019') ?? moment('2019-12-31') });
    expect(ask(noticePeriod, [unknown], site)).toEqual([]);
  });

  it('is owed to the groups that come after the first', () => {
    const cohorts = (second: string) => [
      { to: 'new accounts', from: moment('2026-03-01') },
      { to: 'old accounts', from: moment(second) },
    ];
    const ask30 = (second: string) =>
      ask(noticePeriod, [published('2026-03-01', '2026-03-01', { cohorts: cohorts(second) })], { noticeDays: 30 });
    expect(ask30('2026-03-31')).toEqual([]);
    expect(ask30('2026-03-30')[0]?.message).toContain('takes force for “old accounts” 29 days after it is published');
    expect(ask30('2026-03-01')[0]?.message).toContain('takes force 0 days after it is published');
  });
});
