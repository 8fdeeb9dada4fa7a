import { describe, expect, test } from 'vitest';
import { appliedText, appliedTo } from '../../src/cli/applied.ts';
import { PLAIN } from '../../src/cli/paint.ts';
import { policyStatuses } from '../../src/cli/policy-status.ts';
import { parseSpan } from '../../src/model/civil-date.ts';
import { arrangedSite, type PolicyCase } from '../arranged-site.ts';
import { edition, moment, withdrawn } from '../builders.ts';

const old = edition('2020-02-04');
const noon = edition('2025-06-01T12:00+03:00', { id: 'noon' });

function told(asked: string, policies: Readonly<Record<string, PolicyCase>>) {
  const site = arrangedSite(policies);
  return appliedText(site, policyStatuses(site, []), { columns: undefined, paint: PLAIN, moment: moment(asked) });
}

/** The lines of the table, without its heading and without addresses. */
function answers(asked: string, given: PolicyCase): string[] {
  const lines = told(asked, { p: given }).trimEnd().split('\n').slice(3);
  return lines.map((line) => line.replace(/^p? +/, '').replace(/ +https:\S+$/, ''));
}

test('names the text, and its address, for a day', () => {
  expect(told('2021-05-03', { privacy: [old, noon], terms: [noon] })).toBe(`\
On 3 May 2021 (Europe/Moscow), as known on 25 November 2026

Policy   Which text                                                Address
privacy  2020-02-04                                                https://legal.acme.example/privacy/2020-02-04/
terms    none is known from before 1 June 2025, 12:00 (UTC+03:00)
`);
});

describe('the answer', () => {
  test('is twofold for a day on which something changes at noon', () => {
    expect(answers('2025-06-01', [old, noon])).toEqual([
      'until 1 June 2025, 12:00 (UTC+03:00)  2020-02-04',
      'from 1 June 2025, 12:00 (UTC+03:00)   noon',
    ]);
  });

  test('is one for an instant', () => {
    expect(told('2025-06-01T12:00+03:00', { p: [old, noon] })).toMatch(
      /^At 1 June 2025, 12:00 \(UTC\+03:00\), as known/,
    );
    expect(answers('2025-06-01T12:00+03:00', [old, noon])).toEqual(['noon']);
    expect(answers('2025-06-01T11:59+03:00', [old, noon])).toEqual(['2020-02-04']);
  });

  test('is not decided for a time to come', () => {
    const coming = edition('2027-01-01');
    expect(answers('2027-01-01', [old, coming])).toEqual(['not decided yet; as things stand: 2027-01-01']);
    expect(answers('2026-11-26', [old])).toEqual(['not decided yet; as things stand: 2020-02-04']);
    expect(answers('2026-11-25', [old])).toEqual(['2020-02-04']);
    expect(answers('2026-11-25T12:00:01+03:00', [old])).toEqual(['not decided yet; as things stand: 2020-02-04']);
  });

  test('is decided only for the part of today that has begun', () => {
    const evening = edition('2026-11-25T18:00+03:00', { id: 'evening' });
    const site = arrangedSite({ p: [old, evening] });
    const [timeline] = site.timelines;
    const parts = timeline === undefined ? [] : appliedTo(timeline, moment('2026-11-25'), site);
    expect(parts.map(({ isDecided, answer }) => [isDecided, answer])).toEqual([
      [true, { kind: 'edition', edition: '2020-02-04' }],
      [false, { kind: 'edition', edition: 'evening' }],
    ]);
  });

  test('is none before the first text, after a withdrawal and after the end', () => {
    expect(answers('2019-01-01', [old])).toEqual(['none is known from before 4 February 2020']);
    expect(answers('2022-01-01', [withdrawn('2020-02-04', '2021-01-01')])).toEqual([
      'none: withdrawn, with none to fall back on',
    ]);
    const retired = { on: '2022-01-01', reason: 'r', replacedBy: [] };
    expect(answers('2022-01-01', { editions: [old], retired })).toEqual(['none: the policy ended on 1 January 2022']);
    expect(answers('2022-01-01', [edition('2020-01-01', { declared: { kind: 'draft' } })])).toEqual(['none is known']);
  });

  test('is uncertain where it is not known since when a text applied', () => {
    const unknown = edition('2015-12-31', {
      id: '2015',
      onset: 'unknown',
      published: parseSpan('2015') ?? moment('2015-12-31'),
    });
    expect(answers('2015-06-01', [unknown])).toEqual(['perhaps 2015: from when is not known', 'perhaps none yet']);
    expect(answers('2015-06-01', [edition('2014-01-01'), unknown])).toEqual([
      'perhaps 2015: from when is not known',
      'perhaps still 2014-01-01',
    ]);
    expect(answers('2014-12-31', [unknown])).toEqual(['none is known from before 1 January 2015']);
  });

  test('is given for each cohort', () => {
    const cohorts = [
      { to: { en: 'new accounts' }, from: moment('2026-01-01') },
      { to: { en: 'old accounts' }, from: moment('2026-03-01') },
    ];
    expect(answers('2026-02-01', [old, edition('2026-01-01', { cohorts })])).toEqual([
      'new accounts  2026-01-01',
      'old accounts  2020-02-04',
    ]);
    const firms = [
      { to: 'people', from: moment('2026-02-01') },
      { to: 'firms', from: moment('2026-06-01') },
    ];
    const editions = [old, edition('2026-01-01', { cohorts }), edition('2026-02-01', { cohorts: firms })];
    expect(answers('2026-02-15', editions)).toEqual([
      'people                               2026-02-01',
      'firms (of these only: new accounts)  2026-01-01',
      'firms (of these only: old accounts)  2020-02-04',
    ]);
  });

  test('cannot be told where nothing could be read', () => {
    const site = arrangedSite({ p: [old] });
    const place = { path: 'policies/broken/2020-02-04.md' };
    const statuses = policyStatuses(site, [{ ruleId: 'r', severity: 'error', place, message: 'm', hint: 'h' }]);
    const text = appliedText(site, statuses, { columns: undefined, paint: PLAIN, moment: moment('2021-01-01') });
    expect(text).toMatch(/^broken {2}cannot be told: its files have errors$/m);
  });
});
