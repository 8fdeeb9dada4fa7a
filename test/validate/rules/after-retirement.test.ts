import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/model/policy.ts';
import { afterRetirement } from '../../../src/validate/rules/after-retirement.ts';
import { policy, siteConfig } from '../../builders.ts';
import { ask, draft, placed } from '../diagnosed.ts';

const retired = { on: '2027-03-01', reason: 'The service has ended', replacedBy: [] };
const problems = (...editions: readonly Edition[]) =>
  afterRetirement.check({ ...policy(editions), config: { retired } }, siteConfig(), { instant: 0, day: '1970-01-01' });

describe('after-retirement', () => {
  it('warns of each edition that takes force on the day of the end or later', () => {
    const found = problems(placed('2026-01-01'), placed('2027-03-01'), placed('2028-01-01'));
    expect(found.map(({ place }) => `${place?.path} ${place?.line}`)).toEqual([
      'policies/privacy/2027-03-01.md 3',
      'policies/privacy/2028-01-01.md 3',
    ]);
    expect(found[0]).toMatchObject({ ruleId: 'after-retirement', severity: 'warning' });
    expect(found[0]?.message).toContain('the policy ends on 2027-03-01');
  });

  it('takes an edition until the first instant of that day in the zone of the site', () => {
    expect(problems(placed('2027-02-28T23:59:59+03:00', { id: 'a' }))).toEqual([]);
    expect(problems(placed('2027-02-28T21:00Z', { id: 'a' }))).toHaveLength(1);
  });

  it('says nothing of drafts, nor of what is withdrawn before it takes force', () => {
    const withdrawnOn = (on: string) => ({ declared: { kind: 'withdrawn', on, reason: 'Not needed' } }) as const;
    expect(problems(placed('2028-01-01', draft), placed('2028-02-01', withdrawnOn('2028-02-01')))).toEqual([]);
    expect(problems(placed('2028-02-01', withdrawnOn('2028-02-02')))).toHaveLength(1);
  });

  it('says nothing of a policy that does not end', () => {
    expect(ask(afterRetirement, [placed('2028-01-01')])).toEqual([]);
  });
});
