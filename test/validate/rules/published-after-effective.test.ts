import { describe, expect, it } from 'vitest';
import { publishedAfterEffective } from '../../../src/validate/rules/published-after-effective.ts';
import { moment } from '../../builders.ts';
import { ask, placed } from '../diagnosed.ts';

const problems = (published: string, effective: string) =>
  ask(publishedAfterEffective, [placed(effective, { id: 'a', published: moment(published) })]);

describe('published-after-effective', () => {
  it('refuses an edition that applies before it is published', () => {
    expect(problems('2026-03-02', '2026-03-01')).toMatchObject([
      { ruleId: 'published-after-effective', severity: 'error', place: { line: 4 }, related: [{ place: { line: 3 } }] },
    ]);
    expect(problems('2026-03-01T10:00Z', '2026-03-01T09:59Z')).toHaveLength(1);
  });

  it.each([
    ['2026-03-01', '2026-03-01'],
    ['2026-02-28', '2026-03-01'],
    ['2026-03-01T10:00+03:00', '2026-03-01'],
    ['2026-03-01', '2026-03-01T00:00+03:00'],
    ['2026-03-01T10:00Z', '2026-03-01T10:00Z'],
  ])('takes an edition published %s that applies from %s', (published, effective) => {
    expect(problems(published, effective)).toEqual([]);
  });
});
