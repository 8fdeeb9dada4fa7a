import { describe, expect, it } from 'vitest';
import type { PolicyConfig } from '../../../src/model/config.ts';
import type { Edition } from '../../../src/model/policy.ts';
import { reviewOverdue } from '../../../src/validate/rules/review-overdue.ts';
import { moment, policy } from '../../builders.ts';
import { askOfPolicy, draft, placed } from '../diagnosed.ts';

const place = { path: 'policies/privacy/policy.yaml', line: 2, column: 11 };
const reviewed = (on: string): PolicyConfig => ({ reviewed: { on, place } });
const askOn = (on: string, editions: readonly Edition[], config: PolicyConfig = {}) =>
  askOfPolicy(reviewOverdue, { ...policy(editions), config }, { on });

describe('review-overdue', () => {
  it('warns at the edition in force, and says what to do', () => {
    const found = askOn('2027-03-02', [placed('2025-03-01'), placed('2026-03-01')]);
    expect(found).toMatchObject([
      { ruleId: 'review-overdue', severity: 'warning', place: { path: 'policies/privacy/2026-03-01.md', line: 3 } },
    ]);
    expect(found[0]?.message).toContain('2026-03-01');
    expect(found[0]?.hint).toContain('“reviewed: 2027-03-02” in policies/privacy/policy.yaml');
  });

  it('waits for a whole year to pass', () => {
    expect(askOn('2027-03-01', [placed('2026-03-01')])).toEqual([]);
    expect(askOn('2025-02-28', [placed('2024-02-29')])).toEqual([]);
    expect(askOn('2025-03-01', [placed('2024-02-29')])).toHaveLength(1);
  });

  it('counts a review as it counts an edition', () => {
    const old = [placed('2020-03-01')];
    expect(askOn('2027-03-01', old, reviewed('2026-03-01'))).toEqual([]);
    const found = askOn('2027-03-02', old, reviewed('2026-03-01'));
    expect(found).toMatchObject([{ related: [{ place }] }]);
    expect(found[0]?.message).toContain('last reviewed on 2026-03-01');
    expect(askOn('2027-03-02', [placed('2026-06-01')], reviewed('2020-01-01'))).toEqual([]);
  });

  it('counts no review that is still to come', () => {
    expect(askOn('2027-03-02', [placed('2026-03-01')], reviewed('2027-03-03'))).toHaveLength(1);
  });

  it('is silent when a new edition is announced, but not for a draft', () => {
    const old = placed('2020-03-01');
    expect(askOn('2026-01-01', [old, placed('2026-06-01')])).toEqual([]);
    expect(askOn('2026-01-01', [old, placed('2026-06-01', draft)])).toHaveLength(1);
  });

  it('counts the day of publication', () => {
    const editions = [placed('2025-03-01', { published: moment('2025-01-01') })];
    expect(askOn('2026-02-28', editions)).toEqual([]);
  });

  it('is silent where nothing is in force', () => {
    const declared = { kind: 'withdrawn', on: '2021-01-01', reason: 'Issued in error' } as const;
    expect(askOn('2026-01-01', [placed('2020-03-01', { declared })])).toEqual([]);
    expect(askOn('2026-01-01', [placed('2020-03-01', draft)])).toEqual([]);
    expect(askOn('2019-01-01', [placed('2020-03-01')])).toEqual([]);
    expect(askOn('2026-01-01', [])).toEqual([]);
  });

  it('is silent for a policy that has ended', () => {
    const retired = { on: '2021-01-01', reason: 'The shop closed', replacedBy: [] };
    expect(askOn('2026-01-01', [placed('2020-03-01')], { retired })).toEqual([]);
  });
});
