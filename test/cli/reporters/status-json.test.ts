import { expect, test } from 'vitest';
import { policyStatuses } from '../../../src/cli/policy-status.ts';
import { statusJson } from '../../../src/cli/reporters/status-json.ts';
import type { Diagnostic } from '../../../src/index.ts';
import { parseSpan } from '../../../src/model/civil-date.ts';
import { arrangedSite, type PolicyCase } from '../../arranged-site.ts';
import { edition, moment, withdrawn } from '../../builders.ts';

const old = edition('2020-02-04');
const unknown = edition('2015-12-31', {
  id: '2015',
  onset: 'unknown',
  published: parseSpan('2015') ?? moment('2015-12-31'),
});
const cohorts = [
  { to: { en: 'new accounts' }, from: moment('2027-01-01') },
  { to: { en: 'old accounts' }, from: moment('2027-03-01') },
];
const BROKEN: Diagnostic = {
  ruleId: 'r',
  severity: 'error',
  place: { path: 'policies/broken/a.md' },
  message: 'm',
  hint: 'h',
};

function told(given: PolicyCase, on?: string, diagnostics: readonly Diagnostic[] = []) {
  const site = arrangedSite({ privacy: given });
  const policies = policyStatuses(site, diagnostics);
  return JSON.parse(statusJson({ site, policies, diagnostics, on: on === undefined ? undefined : moment(on) }));
}

test('tells how each policy stands and what changes next', () => {
  const retired = { on: '2027-06-01', reason: 'r', replacedBy: [] };
  expect(told({ editions: [old, edition('2027-01-01', { cohorts })], retired })).toEqual({
    version: 1,
    asOf: '2026-11-25T09:00:00.000Z',
    timeZone: 'Europe/Moscow',
    ok: true,
    problems: { errors: 0, warnings: 0 },
    nextChange: '2026-12-31T21:00:00.000Z',
    on: null,
    policies: [
      {
        policy: 'privacy',
        isRead: true,
        inForce: { edition: '2020-02-04', since: '2020-02-04', isSinceLatest: false },
        announced: [{ edition: '2027-01-01', from: '2027-01-01' }],
        retired: { on: '2027-06-01', isPast: false },
        next: {
          at: '2026-12-31T21:00:00.000Z',
          days: 37,
          changes: [{ kind: 'applies', edition: '2027-01-01', to: ['new accounts'], returning: null }],
        },
        problems: { errors: 0, warnings: 0 },
        applied: null,
      },
    ],
  });
});

test('tells of a withdrawal and of the end of a policy', () => {
  expect(told([old, withdrawn('2026-01-01', '2027-01-01')]).policies[0].next.changes).toEqual([
    { kind: 'withdrawn', edition: '2026-01-01', to: [], returning: '2020-02-04' },
  ]);
  const retired = { on: '2027-06-01', reason: 'r', replacedBy: [] };
  expect(told({ editions: [old], retired }).policies[0].next.changes).toEqual([
    { kind: 'retired', edition: null, to: [], returning: null },
  ]);
});

test('tells which text applied, part by part', () => {
  const noon = edition('2025-06-01T12:00+03:00', { id: 'noon' });
  const answer = told([old, noon], '2025-06-01');
  expect(answer.on).toBe('2025-06-01');
  expect(answer.policies[0].applied).toEqual([
    {
      from: null,
      until: '2025-06-01T12:00+03:00',
      isDecided: true,
      answer: { kind: 'edition', edition: '2020-02-04' },
    },
    { from: '2025-06-01T12:00+03:00', until: null, isDecided: true, answer: { kind: 'edition', edition: 'noon' } },
  ]);
});

test.each([
  ['2014-01-01', [unknown], true, { kind: 'before-first' }],
  ['2015-06-01', [unknown], true, { kind: 'uncertain', before: null, editions: ['2015'] }],
  ['2022-01-01', [withdrawn('2020-02-04', '2021-01-01')], true, { kind: 'none', because: 'withdrawn' }],
  [
    '2027-02-01',
    [old, edition('2027-01-01', { cohorts })],
    false,
    {
      kind: 'by-cohort',
      parts: [
        { to: 'new accounts', also: [], edition: '2027-01-01' },
        { to: 'old accounts', also: [], edition: '2020-02-04' },
      ],
    },
  ],
])('is honest about %s', (on, editions, isDecided, answer) => {
  expect(told(editions, on).policies[0].applied).toEqual([{ from: null, until: null, isDecided, answer }]);
});

test('tells of policies that could not be read, and that not all is well', () => {
  const { ok, problems, policies } = told([old], '2021-01-01', [BROKEN]);
  expect({ ok, problems }).toEqual({ ok: false, problems: { errors: 1, warnings: 0 } });
  expect(policies[1]).toEqual({
    policy: 'broken',
    isRead: false,
    inForce: null,
    announced: [],
    retired: null,
    next: null,
    problems: { errors: 1, warnings: 0 },
    applied: [],
  });
});

test('has all its members where the configuration could not be read', () => {
  const text = statusJson({ site: undefined, policies: [], diagnostics: [BROKEN], on: undefined });
  expect(JSON.parse(text)).toEqual({
    version: 1,
    asOf: null,
    timeZone: null,
    ok: false,
    problems: { errors: 1, warnings: 0 },
    nextChange: null,
    on: null,
    policies: [],
  });
  expect(text.endsWith('}\n')).toBe(true);
});
