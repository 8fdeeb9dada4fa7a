import { expect, it } from 'vitest';
import { build } from '../src/build.ts';
import { sources } from './builders.ts';
import { readAtom } from './site/read-atom.ts';
import { THEME } from './theme/views.ts';

const SITE = 'title: Acme\nurl: https://legal.acme.example\ntimeZone: UTC\nlanguages: [en]\n';

/** Editions of two policies, a month apart, one after the other's. */
const EDITIONS = Array.from({ length: 31 }, (_, month) =>
  ['privacy', 'terms'].map((policy, index) => {
    const day = `${2020 + Math.floor(month / 12)}-${`${(month % 12) + 1}`.padStart(2, '0')}-0${index + 1}`;
    const text = `---\ntitle: Our ${policy}\neffective: ${day}\nsummary: New.\n---\n## 1. Data\n\n1.1. We keep it ${month} days.\n`;
    return [`policies/${policy}/${day}.md`, text] as const;
  }),
).flat();

it('tells of an edition in the feed of all policies what the feed of its policy tells, of as many as either has', async () => {
  const files = Object.fromEntries([['policies/site.yaml', SITE], ...EDITIONS]);
  const { files: made } = await build({ sources: sources(files), theme: THEME, asOf: '2026-01-01' });
  const entriesIn = (path: string) => readAtom(`${made.find((file) => file.path === path)?.content}`).entries;
  const all = entriesIn('feed.xml');
  const own = new Map(
    ['privacy', 'terms'].flatMap((slug) => entriesIn(`${slug}/feed.xml`)).map((one) => [one.id, one]),
  );
  expect(all).toHaveLength(50);
  expect(all.map(({ id }) => own.get(id))).toEqual(all);
  // The first editions have too little to tell, and are the oldest.
  for (const { content, links } of all) {
    expect(content).toContain('Found by comparing the texts');
    expect(links).toHaveLength(3);
  }
});

it.each(['America/New_York', 'Asia/Tokyo'])('is there, in %s too, before anything has happened', async (timeZone) => {
  const files = {
    'policies/site.yaml': SITE.replace('UTC', timeZone),
    'policies/privacy/2027-01-01.md': '---\ntitle: Privacy\neffective: 2027-01-01\n---\nWe keep it.\n',
  };
  const { files: made } = await build({ sources: sources(files), theme: THEME, asOf: '2026-01-01' });
  expect(made.map(({ path }) => path)).toContain('privacy/feed.xml');
});
