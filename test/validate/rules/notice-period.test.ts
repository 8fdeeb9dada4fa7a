import { describe, expect, it } from 'vitest';
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
});
