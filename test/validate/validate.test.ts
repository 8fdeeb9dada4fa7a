import { describe, expect, it } from 'vitest';
import { validate } from '../../src/validate/validate.ts';
import { moment, policy, siteConfig } from '../builders.ts';
import { placed } from './diagnosed.ts';

const AS_OF = { day: '2026-11-25', instant: Date.parse('2026-11-25T00:00:00Z') };

describe('validate', () => {
  it('finds nothing wrong with a policy that is right', () => {
    const editions = [
      placed('2025-03-01', { published: moment('2025-01-01') }),
      placed('2026-03-01', { published: moment('2026-01-01') }, { summary: 'Adds the payment processor.' }),
    ];
    expect(validate([policy(editions)], siteConfig({ noticeDays: 30 }), AS_OF)).toEqual([]);
  });

  it('asks every rule of every policy, and answers in the order of places', () => {
    const terms = {
      ...policy([placed('2026-03-01', { published: moment('2026-03-02') }, { path: 'policies/terms/a.md' })], 'terms'),
    };
    const privacy = policy([
      placed('2025-03-01'),
      placed('2025-03-01', { id: 'other' }),
      placed('2026-03-01', {}, { markdown: 'TBD' }),
    ]);
    const found = validate([terms, privacy], siteConfig({ noticeDays: 10, timeZone: 'UTC' }), AS_OF);
    expect(found.map(({ ruleId, place }) => `${ruleId} ${place?.path} ${place?.line}`)).toEqual([
      'placeholder policies/privacy/2026-03-01.md 1',
      'summary-missing policies/privacy/2026-03-01.md 2',
      'notice-period policies/privacy/2026-03-01.md 3',
      'published-after-effective policies/privacy/2026-03-01.md 4',
      'summary-missing policies/privacy/other.md 2',
      'same-instant policies/privacy/other.md 3',
    ]);
  });
});
