import { describe, expect, it } from 'vitest';
import { parseSpan } from '../../../src/model/civil-date.ts';
import type { Edition } from '../../../src/model/policy.ts';
import { publishedAhead } from '../../../src/validate/rules/published-ahead.ts';
import { moment } from '../../builders.ts';
import { ask, draft, placed } from '../diagnosed.ts';

/** Asked on 25 November 2026. */
const problems = (published: string, more: Partial<Edition> = {}) =>
  ask(publishedAhead, [placed('2027-03-01', { published: parseSpan(published) ?? moment(published), ...more })]);

describe('published-ahead', () => {
  it('warns of a day of publication after the day that the site is built for', () => {
    expect(problems('2026-11-26')).toMatchObject([
      { ruleId: 'published-ahead', severity: 'warning', place: { path: 'policies/privacy/2027-03-01.md', line: 4 } },
    ]);
    expect(problems('2026-12')[0]?.message).toContain('is said to be published in 2026-12');
  });

  it('is content with the day itself, with the month it is in, and with none', () => {
    expect([problems('2026-11-25'), problems('2026-11'), ask(publishedAhead, [placed('2027-03-01')])]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('leaves a draft alone, which is on no site', () => {
    expect(problems('2026-11-26', draft)).toEqual([]);
  });
});
