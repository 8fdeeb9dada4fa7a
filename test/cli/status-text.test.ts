import { describe, expect, test } from 'vitest';
import { PLAIN } from '../../src/cli/paint.ts';
import { policyStatuses } from '../../src/cli/policy-status.ts';
import { statusText } from '../../src/cli/status-text.ts';
import type { Diagnostic } from '../../src/index.ts';
import { parseSpan } from '../../src/model/civil-date.ts';
import { arrangedSite, type PolicyCase } from '../arranged-site.ts';
import { edition, moment, withdrawn } from '../builders.ts';

const old = edition('2020-02-04');

function told(
  policies: Readonly<Record<string, PolicyCase>>,
  diagnostics: readonly Diagnostic[] = [],
  columns?: number,
) {
  const site = arrangedSite(policies);
  return statusText(site, policyStatuses(site, diagnostics), { columns, paint: PLAIN });
}

/** The cells told of the one policy, the name and the number of problems left out. */
function cells(given: PolicyCase): string[] {
  const line = told({ p: given }).split('\n')[3] ?? '';
  return line.split(/ {2,}/).slice(1, -1);
}

function problem(path: string, severity: Diagnostic['severity'] = 'error'): Diagnostic {
  return { ruleId: 'r', severity, place: { path, line: 1 }, message: 'm', hint: 'h' };
}

test('is a table of the policies, with when something changes next', () => {
  const coming = edition('2027-01-01T12:00+03:00', { id: 'v3' });
  expect(told({ privacy: [old, edition('2027-03-01')], terms: [edition('2026-03-01'), coming] })).toBe(`\
As of 25 November 2026, 12:00 (Europe/Moscow)

Policy   In force since   Next change                        In       What happens        Problems
privacy  4 February 2020  1 March 2027                       96 days  2027-03-01 applies  none
terms    1 March 2026     1 January 2027, 12:00 (UTC+03:00)  37 days  v3 applies          none

Next change: 1 January 2027, 12:00 (Europe/Moscow)
`);
});

test('is readable on a narrow terminal', () => {
  expect(told({ privacy: [old, edition('2027-03-01')] }, [], 60)).toContain(`
privacy
  In force since  4 February 2020
  Next change     1 March 2027
  In              96 days
  What happens    2027-03-01 applies
  Problems        none
`);
});

test('says that nothing is issued yet', () => {
  expect(told({})).toContain('\n\nNothing is issued yet.\n\nNext change: none is known\n');
});

test('says that no change is known', () => {
  expect(told({ privacy: [old] })).toMatch(
    /\nprivacy {2}4 February 2020 {2}none {9}none\n\nNext change: none is known\n$/,
  );
});

describe('of a policy', () => {
  test('counts the problems, also where nothing could be read', () => {
    const text = told({ privacy: [old], terms: [old] }, [
      problem('policies/privacy/2020-02-04.md'),
      problem('policies/privacy/policy.yaml', 'warning'),
      problem('policies/privacy/policy.yaml', 'warning'),
      problem('policies/cookies/2020-01-01.md'),
      problem('policies/imprint/2020-01-01.md', 'warning'),
      problem('policies/site.yaml', 'warning'),
    ]);
    expect(text).toMatch(/^privacy {2}4 February 2020 {3}not known {4}1 error, 2 warnings$/m);
    expect(text).toMatch(/^terms .* none$/m);
    expect(text).toMatch(/^cookies {2}\(cannot be told\) {2}not known {4}1 error$/m);
    expect(text).not.toContain('imprint');
  });

  test('says what is in force where the date does not tell, and since when at the latest', () => {
    expect(cells([edition('2020-02-04', { id: '2020-02-04.2' })])).toEqual(['4 February 2020 (2020-02-04.2)', 'none']);
    const unknown = edition('2015-12-31', {
      id: '2015',
      onset: 'unknown',
      published: parseSpan('2015') ?? moment('2015-12-31'),
    });
    expect(cells([unknown])).toEqual(['31 December 2015 or earlier (2015)', 'none']);
  });

  test('says why nothing is in force', () => {
    expect(cells([edition('2027-01-01')])[0]).toBe('(nothing yet)');
    expect(cells([withdrawn('2020-02-04', '2021-01-01')])).toEqual(['(nothing)', 'none']);
    const retired = { on: '2026-05-01', reason: 'r', replacedBy: [] };
    expect(cells({ editions: [old], retired })).toEqual(['(retired 1 May 2026)', 'none']);
  });

  test('says what is to happen', () => {
    expect(cells([old, withdrawn('2026-01-01', '2026-11-26')])).toEqual([
      '1 January 2026',
      '26 November 2026',
      '1 day',
      '2026-01-01 is withdrawn, 2020-02-04 applies again',
    ]);
    const retired = { on: '2027-05-01', reason: 'r', replacedBy: [] };
    expect(cells({ editions: [old], retired }).at(-1)).toBe('the policy ends');
    const evening = edition('2026-11-25T18:00+03:00', { id: 'evening' });
    expect(cells([old, evening]).slice(-2)).toEqual(['today', 'evening applies']);
  });

  test('says to whom', () => {
    const cohorts = [
      { to: 'new accounts', from: moment('2026-11-01') },
      { to: 'old accounts', from: moment('2027-03-01') },
    ];
    expect(cells([old, edition('2026-11-01', { cohorts })])).toEqual([
      '1 November 2026, for some 2020-02-04',
      '1 March 2027',
      '96 days',
      '2026-11-01 applies to old accounts',
    ]);
  });
});
