import { describe, expect, it } from 'vitest';
import { reviewInFuture } from '../../../src/validate/rules/review-in-future.ts';
import { policy } from '../../builders.ts';
import { askOfPolicy, placed } from '../diagnosed.ts';

const place = { path: 'policies/privacy/policy.yaml', line: 2, column: 11 };
const askOf = (on: string) =>
  askOfPolicy(
    reviewInFuture,
    { ...policy([placed('2026-03-01')]), config: { reviewed: { on, place } } },
    { on: '2026-11-25' },
  );

describe('review-in-future', () => {
  it('warns of a review after the day that the site is built for, at its place', () => {
    expect(askOf('2026-11-26')).toMatchObject([{ ruleId: 'review-in-future', severity: 'warning', place }]);
  });

  it('is content with a review on the day itself or before, and with none', () => {
    expect(askOf('2026-11-25')).toEqual([]);
    expect(askOfPolicy(reviewInFuture, policy([placed('2026-03-01')]))).toEqual([]);
  });
});
