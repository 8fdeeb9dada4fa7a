import { expect, it } from 'vitest';
import { build } from '../src/build.ts';
import type { OutputFile } from '../src/model/file.ts';
import { NOTHING_MADE, type PolicyResult } from '../src/model/policy-work.ts';
import { type Memory, NO_MEMORY, type Runner } from '../src/model/runner.ts';
import { INLINE, openMaker } from '../src/stages.ts';
import { sources } from './builders.ts';
import { stillHeld } from './forgotten.ts';
import { THEME } from './theme/views.ts';

const INPUT = {
  sources: sources({
    'policies/site.yaml': 'title: Acme\nurl: https://legal.acme.example\ntimeZone: UTC\nlanguages: [en]\n',
    'policies/terms/2020-01-01.md': '---\ntitle: Terms\neffective: 2020-01-01\n---\n## 1. Fees\n\nNone.\n',
    'policies/terms/2021-01-01.md':
      '---\ntitle: Terms\neffective: 2021-01-01\nsummary: Fees.\n---\n## 1. Fees\n\nSome.\n',
  }),
  theme: THEME,
  asOf: '2026-01-01',
};

/** Hands each file to `onFile`, and each result to `onResult`. */
function handing(
  onFile: (file: OutputFile) => void,
  onResult: (result: PolicyResult) => Promise<void>,
  memory = NO_MEMORY,
): Runner {
  return {
    ...INLINE,
    async open(shared, onText) {
      const make = await openMaker(shared);
      return {
        ...(await INLINE.open(shared, onText)),
        async make(work) {
          const result = await make(work, { memory, onText, onFile });
          await onResult(result);
          return result;
        },
      };
    },
  };
}

it('hands out each file of a policy, the same in the same order, and keeps none', async () => {
  const plain = await build(INPUT);
  const files: (readonly [path: string, length: number])[] = [];
  const handed: WeakRef<OutputFile>[] = [];
  const onFile = (file: OutputFile) => {
    files.push([file.path, file.content.length]);
    handed.push(new WeakRef(file));
  };
  const results: PolicyResult[] = [];
  let held = 0;
  const onResult = async (result: PolicyResult) => {
    results.push(result);
    held = await stillHeld(handed);
  };
  const { files: others } = await build({ ...INPUT, runner: handing(onFile, onResult) });
  expect(held).toBe(0);
  expect(results.map(({ made }) => made.files)).toEqual([NOTHING_MADE.files]);
  expect(files.length).toBeGreaterThan(8);
  const all = [...files, ...others.map(({ path, content }) => [path, content.length] as const)];
  expect(all).toEqual(plain.files.map(({ path, content }) => [path, content.length]));
});

it('hands out the files of one language before the texts of the next are compared', async () => {
  const done: ('file' | 'work')[] = [];
  const memory: Memory = {
    recall(_job, work) {
      done.push('work');
      return work();
    },
  };
  const both = sources({
    'policies/site.yaml': 'title: Acme\nurl: https://legal.acme.example\ntimeZone: UTC\nlanguages: [en, ru]\n',
    ...Object.fromEntries(
      ['2020-01-01', '2021-01-01'].flatMap((day) =>
        ['', '.ru'].map((language) => [
          `policies/terms/${day}${language}.md`,
          `---\ntitle: Terms\neffective: ${day}\n---\n## 1. Fees\n\nAs of ${day}.\n`,
        ]),
      ),
    ),
  });
  const runner = handing(
    () => void done.push('file'),
    async () => {},
    memory,
  );
  await build({ ...INPUT, sources: both, runner });
  expect(done.indexOf('file')).toBeGreaterThan(-1);
  expect(done.indexOf('file')).toBeLessThan(done.lastIndexOf('work'));
});
