import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { build } from '../src/build.ts';
import { readTheme } from '../src/io/read.ts';
import { sources } from './builders.ts';
import { editionFile, SITE_FILES } from './cli/site-folder.ts';

test('finds the same in the sources whether files are wanted or not', async () => {
  const defaultTheme = fileURLToPath(new URL('../templates', import.meta.url));
  const nowhere = editionFile({ effective: '2020-02-04' }, 'See [them](../nowhere/).');
  const input = {
    sources: sources({ ...SITE_FILES, 'policies/privacy/2020-02-04.md': nowhere }),
    theme: (await readTheme({ defaultTheme, root: '/there/is/none' })).files,
    asOf: '2026-11-25',
  };
  const [built, checked] = [await build(input), await build({ ...input, makesFiles: false })];
  expect(checked.diagnostics.map(({ ruleId }) => ruleId)).toEqual(['link-nowhere']);
  expect(checked.diagnostics).toEqual(built.diagnostics);
  expect([built.files.some(({ path }) => path === 'privacy/index.html'), checked.files]).toEqual([true, []]);
});
