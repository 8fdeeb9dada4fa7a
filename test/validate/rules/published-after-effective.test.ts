import { describe, expect, it } from 'vitest';
import { parseSpan } from '../../../src/model/civil-date.ts';
import type { Edition } from '../../../src/model/policy.ts';
import { publishedAfterEffective } from '../../../src/validate/rules/published-after-effective.ts';
import { moment } from '../../builders.ts';
import { ask, draft, placed } from '../diagnosed.ts';

const problems = (published: string, effective: string, more: Partial<Edition> = {}) =>
  ask(publishedAfterEffective, [
    placed(effective, { id: 'a', published: parseSpan(published) ?? moment(published), ...more }),
  ]);

describe('published-after-effective', () => {
  it('refuses an edition that applies before it is published', () => {
    expect(problems('2026-03-02', '2026-03-01')).toMatchObject([
      { ruleId: 'published-after-effective', severity: 'error', place: { line: 4 }, related: [{ place: { line: 3 } }] },
    ]);
    expect(problems('2026-03-01T10:00Z', '2026-03-01T09:59Z')).toHaveLength(1);
  });

  it('refuses one that is published in a later month or year', () => {
    expect(problems('2026-04', '2026-03-31')[0]?.message).toContain('is published in 2026-04, after 2026-03-31');
    expect(problems('2027', '2026-03-31')).toHaveLength(1);
  });

  it('looks at drafts too', () => {
    expect(problems('2026-03-02', '2026-03-01', draft)).toHaveLength(1);
  });

  it('takes one that is meant to apply to the time before, and says how to write it', () => {
    expect(problems('2026-03-02', '2026-03-01', { isRetroactive: true })).toEqual([]);
    expect(problems('2026-03-02', '2026-03-01')[0]?.hint).toContain('“retroactive: true”');
  });

  it.each([
    ['2026-03', '2026-03-01'],
    ['2026', '2026-03-01'],
    ['2026-03-01', '2026-03-01'],
    ['2026-02-28', '2026-03-01'],
    ['2026-03-01T10:00+03:00', '2026-03-01'],
    ['2026-03-01', '2026-03-01T00:00+03:00'],
    ['2026-03-01T10:00Z', '2026-03-01T10:00Z'],
  ])('takes an edition published %s that applies from %s', (published, effective) => {
    expect(problems(published, effective)).toEqual([]);
  });
});
