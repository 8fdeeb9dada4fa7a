import { expect, it } from 'vitest';
import { workKey } from '../../src/io/work-key.ts';
import type { PolicyWork } from '../../src/model/policy-work.ts';
import { parseSources } from '../../src/parse/sources.ts';
import { arrange } from '../../src/timeline/arrange.ts';

const ASOF = Date.parse('2026-01-01');

const edition = (day: string, text: string) =>
  new TextEncoder().encode(`---\ntitle: Policy\neffective: ${day}\nsummary: New.\n---\n${text}\n`);

/** Two editions and one to come; `broken` has an error in its front matter. */
function workOf(texts: { readonly [day: string]: string } = {}, broken = 'Lost.'): PolicyWork {
  const days = { '2020-01-01': 'One.', '2021-01-01': 'Two.', '2027-01-01': 'Three.', ...texts };
  const files = [
    { path: 'policies/site.yaml', text: 'title: A\nurl: https://a.example\ntimeZone: UTC\n' },
    ...Object.entries(days).map(([day, text]) => ({ path: `policies/p/${day}.md`, bytes: edition(day, text) })),
    { path: 'policies/p/2022-01-01.md', bytes: edition('soon', broken) },
  ].map(({ path, ...file }) => ({ path, bytes: 'text' in file ? new TextEncoder().encode(file.text) : file.bytes }));
  const { policies, unplaced } = parseSources(files);
  const [policy] = policies;
  const timeline = policy === undefined ? undefined : arrange(policy, { asOf: ASOF, timeZone: 'UTC' });
  if (timeline === undefined) throw new Error('No timeline');
  const pages = ['a/', 'b/'].map(
    (path) => ({ kind: 'edition', policy: 'p', edition: path, language: 'en', path, alternates: [] }) as const,
  );
  const index = pages.map((page) => [page.path, page] as const);
  const others = { slug: 'p', makesPages: true, toldAt: 0, pages, index };
  return { ...others, timeline, unplaced: unplaced.map(({ text }) => text) };
}

const keyOf = (work: PolicyWork) => JSON.stringify(workKey(work));

it('is the same for the same work, and holds no text', () => {
  const key = keyOf(workOf());
  expect(keyOf(workOf())).toBe(key);
  for (const text of ['One.', 'Two.', 'Three.', 'Lost.']) expect(key).not.toContain(text);
});

it('is another whenever anything of the work is another', () => {
  const work = workOf();
  const { timeline } = work;
  if (timeline === undefined) throw new Error('No timeline');
  const [first, second, ...more] = timeline.editions;
  if (second === undefined) throw new Error('One edition');
  const others: readonly PolicyWork[] = [
    workOf({ '2020-01-01': 'Won.' }),
    workOf({ '2021-01-01': 'Owt.' }),
    workOf({ '2020-01-01': 'Two.', '2021-01-01': 'One.' }),
    workOf({ '2027-01-01': 'Trees.' }),
    workOf({}, 'Lots.'),
    { ...work, makesPages: false },
    { ...work, toldAt: 1 },
    { ...work, index: work.index.toReversed() },
    { ...work, index: work.index.slice(1) },
    { ...work, index: work.index.map(([path, page]) => [path, { ...page, language: 'ru' }] as const) },
    { ...work, index: [['a/', work.pages[1]], work.index[1]] as PolicyWork['index'] },
    { ...work, pages: work.pages.slice(1) },
    { ...work, timeline: { ...timeline, asOf: 1 } },
    { ...work, timeline: { ...timeline, later: [] } },
    { ...work, timeline: { ...timeline, editions: [second, first, ...more] } },
    { ...work, timeline: { ...timeline, editions: [{ ...first, edition: second.edition }, second, ...more] } },
    { ...work, timeline: { ...timeline, policy: { ...timeline.policy, config: { order: 1 } } } },
  ];
  const keys = [work, ...others].map(keyOf);
  expect(new Set(keys).size).toBe(keys.length);
});

it('holds texts that are known by nothing else as they are', () => {
  const work = workOf();
  const plain = { ...structuredClone(work.unplaced[0]), markdown: 'Plain.' };
  const { gist: _, ...text } = plain;
  expect(keyOf({ ...work, unplaced: [text as PolicyWork['unplaced'][number]] })).toContain('Plain.');
});
