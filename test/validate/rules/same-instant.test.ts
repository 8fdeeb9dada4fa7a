import { describe, expect, it } from 'vitest';
import { sameInstant } from '../../../src/validate/rules/same-instant.ts';
import { ask, draft, placed } from '../diagnosed.ts';

const day = (id: string, more = {}) => placed('2020-02-04', { id, ...more });

describe('same-instant', () => {
  it.each([
    [['2020-02-04', '2020-02-04.2']],
    [['2020-02-04', '2020-02-04.2', '2020-02-04.3', '2020-02-04.10']],
    [['first', 'first.2']],
  ])('takes the order of %j from their numbers', (ids) => {
    expect(
      ask(
        sameInstant,
        ids.map((id) => day(id)),
      ),
    ).toEqual([]);
  });

  it.each([
    [['2020-02-04', '2020-02-04-2'], '“2020-02-04.2”'],
    [['alpha', 'beta'], '“alpha.2”'],
    [['2020-02-04', '2020-02-04.1'], '“2020-02-04.2”'],
    [['2020-02-04', '2020-02-04.02'], '“2020-02-04.2”'],
  ])('refuses %j and names both', (ids, cure) => {
    const found = ask(
      sameInstant,
      ids.map((id) => day(id)),
    );
    expect(found).toMatchObject([
      {
        ruleId: 'same-instant',
        severity: 'error',
        place: { path: `policies/privacy/${ids[1]}.md`, line: 3 },
        related: [{ place: { path: `policies/privacy/${ids[0]}.md`, line: 3 } }],
      },
    ]);
    expect(found[0]?.hint).toContain(cure);
  });

  it('compares instants in the zone of the site, not days', () => {
    const editions = [placed('2020-02-04'), placed('2020-02-03T21:00Z', { id: 'other' })];
    expect(ask(sameInstant, editions, { timeZone: 'Europe/Moscow' })).toHaveLength(1);
    expect(ask(sameInstant, editions, { timeZone: 'UTC' })).toEqual([]);
  });

  it('leaves drafts alone', () => {
    expect(ask(sameInstant, [day('alpha'), day('beta', draft)])).toEqual([]);
  });
});
