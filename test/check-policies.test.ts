import { expect, it } from 'vitest';
import { checkPolicies } from '../src/check-policies.ts';
import { dayOf } from '../src/model/civil-date.ts';
import type { Policy } from '../src/model/policy.ts';
import type { Job, Memory } from '../src/model/runner.ts';
import { parseSources } from '../src/parse/sources.ts';
import { arrange } from '../src/timeline/arrange.ts';
import { validate } from '../src/validate/validate.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const edition = (day: string, more = '') => encode(`---\ntitle: Policy\neffective: ${day}\n${more}---\nDue on TBD.\n`);

const SITE = encode('title: Acme\nurl: https://legal.acme.example\ntimeZone: Europe/Moscow\n');

function read(files: { readonly [path: string]: Uint8Array }) {
  const all = { 'policies/site.yaml': SITE, ...files };
  const { site, policies } = parseSources(Object.entries(all).map(([path, bytes]) => ({ path, bytes })));
  if (site === undefined) throw new Error('No site');
  return { site, policies };
}

function createMemory() {
  const known = new Map<string, unknown>();
  let works = 0;
  const memory: Memory = {
    recall<T>(job: Job, work: () => T): T {
      const key = JSON.stringify(job);
      if (!known.has(key)) {
        works += 1;
        known.set(key, work());
      }
      return known.get(key) as T;
    },
  };
  return { memory, works: () => works };
}

/** Overdue for a review after a year without a new edition, except while one is announced. */
const FILES = {
  'policies/a/2019-01-01.md': edition('2019-01-01'),
  'policies/a/2021-03-01.md': edition('2021-03-01T12:00+03:00', 'published: 2021-02-01\n'),
  'policies/b/2020-01-01.md': edition('2020-01-01'),
};

it('says at any moment what all rules say, from hour to hour and from day to day', () => {
  const { site, policies } = read(FILES);
  const { memory, works } = createMemory();
  const moments = [
    '2021-02-28T21:00Z',
    '2021-03-01T08:59Z',
    '2021-03-01T09:00Z',
    '2021-03-01T20:59Z',
    '2022-06-01T00:00Z',
  ];
  const told: number[] = [];
  for (const moment of moments) {
    const instant = Date.parse(moment);
    const asOf = { instant, day: dayOf(instant, site.timeZone) };
    const timelines = policies.flatMap((policy) => arrange(policy, { asOf: instant, timeZone: site.timeZone }) ?? []);
    const found = checkPolicies(policies, { config: site, asOf, timelines, memory });
    expect([moment, found]).toEqual([moment, policies.flatMap((policy) => validate([policy], site, asOf))]);
    told.push(works());
  }
  // Only of the one whose edition begins that noon within the day; of both on another day.
  expect(told).toEqual([2, 2, 3, 3, 5]);
});

it('asks again whose text, dates or settings are others', () => {
  const base = read(FILES);
  const { memory, works } = createMemory();
  const asOf = { instant: Date.parse('2021-06-01T00:00Z'), day: '2021-06-01' };
  const check = (policies: readonly Policy[], config = base.site) => {
    const before = works();
    const found = checkPolicies(policies, { config, asOf, timelines: [], memory });
    expect(found).toEqual(policies.flatMap((policy) => validate([policy], config, asOf)));
    return works() - before;
  };
  expect(check(base.policies)).toBe(2);
  expect(check(base.policies)).toBe(0);
  const text = encode('---\ntitle: Policy\neffective: 2020-01-01\n---\nDue on T&#66;D.\n');
  expect(check(read({ ...FILES, 'policies/b/2020-01-01.md': text }).policies)).toBe(1);
  expect(check(read({ ...FILES, 'policies/b/policy.yaml': encode('reviewed: 2021-01-01\n') }).policies)).toBe(1);
  expect(check(base.policies, { ...base.site, noticeDays: 60 })).toBe(2);
});
