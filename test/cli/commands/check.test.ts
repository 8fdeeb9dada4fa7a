import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runCli } from '../run.ts';
import { editionFile, siteFolder } from '../site-folder.ts';

test('says what it checked, and writes nothing', async () => {
  const cwd = await siteFolder();
  const { code, stdout, stderr } = await runCli(['check', '--as-of', '2026-11-25'], { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toMatch(/^As of 25 November 2026, 00:00 \(Europe\/Moscow\)\n/);
  expect(stderr).toMatch(/\nChecked 1 policy with 2 editions\. Took \d+\.\d s\.\n$/);
  expect(await readdir(cwd)).toEqual(['policies']);
});

test('reports every problem of every file in one run, in the order of their places', async () => {
  const cwd = await siteFolder({
    'policies/privacy/2020-02-04.md': editionFile({ effective: '2020-2-4', titel: 'x' }),
    'policies/privacy/2027-01-01.md': editionFile({ effective: 'soon', summary: 'More.' }),
  });
  const { code, stdout } = await runCli(['check', '--reporter', 'json'], { cwd });
  expect(code).toBe(1);
  const places = JSON.parse(stdout).diagnostics.map(({ place }: { place: { path: string; line: number } }) => [
    place.path,
    place.line,
  ]);
  expect(places).toEqual([
    ['policies/privacy/2020-02-04.md', 3],
    ['policies/privacy/2020-02-04.md', 4],
    ['policies/privacy/2027-01-01.md', 3],
  ]);
});
