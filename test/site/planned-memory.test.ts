import { expect, it } from 'vitest';
import { readEditionText } from '../../src/parse/edition-text.ts';
import { plan } from '../../src/site/plan.ts';
import { arrange } from '../../src/timeline/arrange.ts';
import { edition, policy, siteConfig, sources } from '../builders.ts';
import { hiddenClasses } from '../hidden-classes.ts';

const SLUGS = Array.from({ length: 20 }, (_, index) => `policy-${index}`);
const YEARS = Array.from({ length: 10 }, (_, index) => `${2010 + index}-02-01`);
const asOf = { instant: Date.UTC(2026, 0), day: '2026-01-01' };

/** What is planned of all policies is held as long as a build takes. */
it('has few hidden classes, however many editions there are', () => {
  const timelines = SLUGS.flatMap((slug) => {
    const editions = YEARS.map((day) => edition(day));
    return arrange(policy(editions, slug), { asOf: asOf.instant, timeZone: 'UTC' }) ?? [];
  });
  const { pages } = plan(siteConfig(), timelines, asOf);
  const dated = timelines.flatMap(({ editions }) => editions);
  expect(hiddenClasses(pages.filter(({ kind }) => kind === 'edition'))).toBe(1);
  expect(hiddenClasses(pages.filter(({ kind }) => kind === 'changes'))).toBe(1);
  // The first and the last one lack something.
  expect(hiddenClasses(dated)).toBe(3);
  expect(hiddenClasses(dated.flatMap(({ periods }) => periods))).toBe(2);
  expect(hiddenClasses(timelines.flatMap(({ stretches }) => stretches))).toBe(3);
});

it('has one hidden class for all texts that say as much', () => {
  const files = sources(
    Object.fromEntries(YEARS.map((day) => [`policies/a/${day}.md`, `---\ntitle: A\neffective: ${day}\n---\nText.\n`])),
  );
  const texts = files.flatMap((file) => readEditionText(file, 'en').value?.text ?? []);
  expect(texts).toHaveLength(YEARS.length);
  expect(hiddenClasses(texts)).toBe(1);
});
