import { describe, expect, it } from 'vitest';
import { parseSpan } from '../../../src/model/civil-date.ts';
import { withdrawnBeforePublished } from '../../../src/validate/rules/withdrawn-before-published.ts';
import { moment } from '../../builders.ts';
import { ask, placed } from '../diagnosed.ts';

const problems = (on: string, published?: string) =>
  ask(withdrawnBeforePublished, [
    placed('2026-03-01', {
      declared: { kind: 'withdrawn', on, reason: 'Issued in error' },
      ...(published === undefined ? {} : { published: parseSpan(published) ?? moment(published) }),
    }),
  ]);

describe('withdrawn-before-published', () => {
  it('refuses a withdrawal dated before the publication', () => {
    expect(problems('2026-01-31', '2026-02-01')).toMatchObject([
      {
        ruleId: 'withdrawn-before-published',
        severity: 'error',
        place: { line: 7 },
        related: [{ place: { line: 4 } }],
      },
    ]);
  });

  it('takes a withdrawal before the edition takes force, on the day of publication, or without one', () => {
    expect(problems('2026-02-10', '2026-02-01')).toEqual([]);
    expect(problems('2026-02-01', '2026-02-01')).toEqual([]);
    expect(problems('2026-01-01')).toEqual([]);
  });

  it('counts from the first day of a month or year of publication', () => {
    expect(problems('2026-02-10', '2026-02')).toEqual([]);
    expect(problems('2026-01-31', '2026-02')[0]?.message).toContain('before it is published in 2026-02');
  });
});
