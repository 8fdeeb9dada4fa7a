import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openKept } from '../../src/io/kept-policies.ts';
import { NOTHING_MADE, type PolicyResult, type PolicyWork } from '../../src/model/policy-work.ts';
import { siteConfig } from '../builders.ts';
import { folderWith } from './temporary-folder.ts';

const WORK: PolicyWork = { slug: 'privacy', toldAt: 0, unplaced: [], makesPages: true, pages: [], index: [] };
const found = Array.from({ length: 23 }, (_, index) => ({
  path: `privacy/${index}/changes/`,
  html: `<p>${index}</p>`,
}));
const RESULT: PolicyResult = {
  counts: { wordsIn: 1, wordsOut: 1, clauses: 0 },
  texts: [{ path: 'a.md', anchors: ['1'], links: [], words: 'ab' }],
  problems: [],
  made: { ...NOTHING_MADE, found, placed: [{ path: 'privacy/index.html', sha256: 'ab' }] },
};

async function opened(isReadOnly = false) {
  const root = await folderWith({ 'policies/': '' });
  const shared = { config: siteConfig(), theme: [], ledger: undefined, neighbours: [], index: [] };
  return { root, kept: openKept({ root, program: 'this', isReadOnly }, shared) };
}

/** As plain data, with what is unpacked only when it is asked for. */
const whole = (result: PolicyResult | undefined) =>
  result && { ...result, made: { ...result.made, found: result.made.found.map(({ path, html }) => ({ path, html })) } };

it('gives back what came of a policy, with all that was found to have changed', async () => {
  const { kept } = await opened();
  expect(kept.find(WORK)).toBeUndefined();
  kept.keep(WORK, RESULT);
  expect(whole(kept.find(WORK))).toEqual(RESULT);
  expect(kept.find(WORK)?.made.found.findLast(({ path }) => path === 'privacy/22/changes/')?.html).toBe('<p>22</p>');
});

it('knows the last three results of a policy, each by its own work', async () => {
  const { kept } = await opened();
  const works = [1, 2, 3, 4].map((toldAt) => ({ ...WORK, toldAt }));
  for (const work of works) kept.keep(work, { ...RESULT, counts: { ...RESULT.counts, clauses: work.toldAt } });
  expect(works.map((work) => kept.find(work)?.counts.clauses)).toEqual([undefined, 2, 3, 4]);
});

it('finds nothing in a pack that is not whole, and keeps nothing where it may only read', async () => {
  const { root, kept } = await opened();
  kept.keep(WORK, RESULT);
  const cache = join(root, '.promulgate/cache');
  const [name = ''] = readdirSync(cache).filter((one) => one.endsWith('.pack'));
  writeFileSync(join(cache, name), readFileSync(join(cache, name)).subarray(0, -1));
  expect(kept.find(WORK)).toBeUndefined();
  const reader = await opened(true);
  reader.kept.keep(WORK, RESULT);
  expect(reader.kept.find(WORK)).toBeUndefined();
});
