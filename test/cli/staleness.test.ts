import { describe, expect, test } from 'vitest';
import { stalenessOf } from '../../src/cli/staleness.ts';
import { policiesJson } from '../../src/site/api.ts';
import { arrangedSite, type PolicyCase } from '../arranged-site.ts';
import { edition, moment } from '../builders.ts';

const old = edition('2020-02-04');
const coming = edition('2027-01-01');

interface Look {
  readonly asOf?: string;
  readonly now: string;
  readonly maxAge?: number;
}

/** What is found of a site with these policies, built at `asOf` and looked at `now`. */
function found(policies: Readonly<Record<string, PolicyCase>>, { asOf, now, maxAge }: Look) {
  const site = arrangedSite(policies, asOf === undefined ? {} : { asOf });
  const document = JSON.parse(String(policiesJson(site).content));
  return stalenessOf(document, { now: Date.parse(now), maxAge });
}

const rules = (...given: Parameters<typeof found>) => found(...given).map(({ ruleId }) => ruleId);

describe('a published site', () => {
  test('is up to date until the second before the change, and stale from the change on', () => {
    const policies = { privacy: [old, coming] };
    expect(rules(policies, { now: '2026-12-31T20:59:59Z' })).toEqual([]);
    expect(rules(policies, { now: '2026-12-31T21:00:00Z' })).toEqual(['deployed-missed-change']);
    expect(rules(policies, { now: '2028-01-01T00:00:00Z' })).toEqual(['deployed-missed-change']);
  });

  test('is told by what it was built to show and what applies', () => {
    const [problem] = found({ privacy: [old, coming], terms: [old] }, { now: '2027-01-04T09:00:00Z' });
    expect(problem).toMatchObject({
      severity: 'error',
      hint: expect.stringMatching(/^Build the site and publish it\./),
    });
    expect(problem?.message).toBe(
      [
        'The site does not know of a change that came on 1 January 2027, 00:00 (Europe/Moscow), 3 days ago: it was built for 25 November 2026, 12:00 (Europe/Moscow), 40 days ago.',
        'privacy: it was built to show edition 2020-02-04 as in force, but edition 2027-01-01 applies since 1 January 2027, 00:00 (Europe/Moscow), 3 days ago.',
      ].join('\n'),
    );
  });

  test('is told by the end of a policy, by what was not in force before, and by what is not the same for everybody', () => {
    const retired = { on: '2027-01-01', reason: 'r', replacedBy: [] };
    const cohorts = [
      { to: 'new', from: moment('2027-01-01') },
      { to: 'old', from: moment('2027-06-01') },
    ];
    const policies = { a: { editions: [old], retired }, b: [coming], c: [old, edition('2027-01-01', { cohorts })] };
    const lines = found(policies, { now: '2027-01-01T09:00:00Z' })[0]?.message.split('\n').slice(1);
    const since = 'since 1 January 2027, 00:00 (Europe/Moscow), today.';
    expect(lines).toEqual([
      `a: nothing is in force any more ${since}`,
      `b: it was built to show nothing as in force, but edition 2027-01-01 applies ${since}`,
      `c: its pages read otherwise ${since}`,
    ]);
  });

  test('is well at any age if nothing has changed, unless told otherwise', () => {
    const policies = { privacy: [old] };
    expect(rules(policies, { now: '2046-11-25T09:00:00Z' })).toEqual([]);
    expect(rules(policies, { now: '2026-11-28T09:00:00Z', maxAge: 3 })).toEqual([]);
    const [problem] = found(policies, { now: '2026-11-28T09:00:01Z', maxAge: 3 });
    expect(problem?.ruleId).toBe('deployed-too-old');
    expect(problem?.message).toContain(
      '25 November 2026, 12:00 (Europe/Moscow), 3 days ago; at most 3 days were to pass.',
    );
  });

  test('is wrong if it was built for a moment to come and shows what does not apply yet', () => {
    const policies = { privacy: [old, coming], terms: [old] };
    const [problem] = found(policies, { asOf: '2027-02-01T00:00:00Z', now: '2026-12-31T20:59:59Z' });
    expect(problem?.ruleId).toBe('deployed-ahead');
    expect(problem?.message).toMatch(/This concerns: privacy\.$/);
    expect(rules(policies, { asOf: '2027-02-01T00:00:00Z', now: '2026-12-31T21:00:00Z' })).toEqual([]);
  });

  test('can have several faults at once', () => {
    expect(rules({ privacy: [old, coming] }, { now: '2027-06-01T00:00:00Z', maxAge: 30 })).toEqual([
      'deployed-missed-change',
      'deployed-too-old',
    ]);
  });
});
