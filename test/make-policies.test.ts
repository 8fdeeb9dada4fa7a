import { expect, it } from 'vitest';
import { build } from '../src/build.ts';
import type { Runner } from '../src/model/runner.ts';
import { INLINE } from '../src/stages.ts';
import { sources } from './builders.ts';
import { stillHeld } from './forgotten.ts';
import { THEME } from './theme/views.ts';

const SLUGS = ['a', 'b', 'c', 'd', 'e', 'f'];

const FILES = {
  'policies/site.yaml': 'title: Acme\nurl: https://legal.acme.example\ntimeZone: UTC\nlanguages: [en]\n',
  ...Object.fromEntries(
    SLUGS.map((slug, index) => [
      `policies/${slug}/2020-01-01.md`,
      `---\ntitle: Our ${slug}\neffective: 2020-01-01\n---\n## 1. Data\n\nSee [ours](#1), [theirs](../${SLUGS[(index + 1) % SLUGS.length]}/) and [others](https://example.org/${slug}).\n`,
    ]),
  ),
};

it('keeps of policies that were made nothing but what the runner holds, and makes the same of it', async () => {
  const results: WeakRef<object>[] = [];
  let most = 0;
  const runner: Runner = {
    ...INLINE,
    async open(shared, onText) {
      const open = await INLINE.open(shared, onText);
      return {
        ...open,
        async make(work) {
          const result = await open.make(work);
          most = Math.max(most, await stillHeld(results));
          results.push(
            ...[result.texts, result.made.files].flatMap(([one]) => (one === undefined ? [] : [new WeakRef(one)])),
          );
          return result;
        },
        hold(result) {
          const copy = structuredClone(result);
          return () => copy;
        },
      };
    },
  };
  const input = { sources: sources(FILES), theme: THEME, asOf: '2026-01-01' };
  const [made, plain] = [await build({ ...input, runner }), await build(input)];
  expect(results).toHaveLength(2 * SLUGS.length);
  // Those of the policy before may still be on their way.
  expect(most).toBeLessThanOrEqual(2);
  expect(made.files).toEqual(plain.files);
  expect(made.outwardLinks).toEqual(plain.outwardLinks);
  expect(made.diagnostics).toEqual(plain.diagnostics);
});
