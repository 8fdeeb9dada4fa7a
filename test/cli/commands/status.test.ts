import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/program.ts';
import { runCli } from '../run.ts';
import { editionFile, SITE_FILES, siteFolder } from '../site-folder.ts';
import { fakeSurroundings } from '../surroundings.ts';

const AS_OF = ['--as-of', '2026-11-25T12:00+03:00'];
const BROKEN = { 'policies/privacy/2027-01-01.md': editionFile({ effective: 'soon', summary: 'More.' }) };

async function status(words: readonly string[], changes: Readonly<Record<string, string>> = {}) {
  return runCli(['status', ...words, ...AS_OF], { cwd: await siteFolder(changes) });
}

test('prints a table on stdout, and writes nothing', async () => {
  const cwd = await siteFolder();
  const { code, stdout, stderr } = await runCli(['status', ...AS_OF], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(`\
As of 25 November 2026, 12:00 (Europe/Moscow)

Policy   In force since   Next change     In       What happens        Problems
privacy  4 February 2020  1 January 2027  37 days  2027-01-01 applies  none

Next change: 1 January 2027, 00:00 (Europe/Moscow)
`);
  expect(await readdir(cwd)).toEqual(['policies']);
});

test('fits the terminal and heeds NO_COLOR', async () => {
  const cwd = await siteFolder();
  const printed = async (columns: number, env: Record<string, string>) => {
    let text = '';
    const write = (more: string) => {
      text += more;
    };
    const stdout = { isTTY: true, columns, write };
    expect(await run(['status', ...AS_OF], fakeSurroundings({ cwd, stdout, env }))).toBe(0);
    return text;
  };
  expect(await printed(80, {})).toContain('\u001B[');
  const plain = await printed(80, { NO_COLOR: '1' });
  expect(plain).not.toContain('\u001B');
  expect(plain).toContain('privacy  4 February 2020  1 January 2027  37 days');
  expect(await printed(40, { NO_COLOR: '1' })).toContain('\nprivacy\n  In force since  4 February 2020\n');
});

describe('--next', () => {
  test('prints the next instant alone', async () => {
    expect(await status(['--next'])).toMatchObject({ code: 0, stdout: '2026-12-31T21:00:00.000Z\n', stderr: '' });
  });

  test('prints nothing if there is none', async () => {
    const cwd = await siteFolder();
    const { code, stdout } = await runCli(['status', '--next', '--as-of', '2027-01-01'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });

  test.each([['--json'], ['--on=2021-01-01']])('goes with no %s', async (word) => {
    const { code, stderr } = await status(['--next', word]);
    expect(code).toBe(2);
    expect(stderr).toContain("option '--next' cannot be used with option");
  });
});

test('tells with --on which text applied', async () => {
  const { code, stdout } = await status(['--on', '2021-05-03', '--site', 'https://x.example', '--base', '/l/']);
  expect(code).toBe(0);
  expect(stdout).toBe(`\
On 3 May 2021 (Europe/Moscow), as known on 25 November 2026

Policy   Which text  Address
privacy  2020-02-04  https://x.example/l/privacy/2020-02-04/
`);
});

test('refuses an --on that is neither a day nor an instant', async () => {
  const { code, stdout, stderr } = await status(['--on', '2021-5-3']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('--on cannot be "2021-5-3"');
  expect(stderr).toContain('Write --on 2021-05-03.');
});

test('prints one JSON document with --json', async () => {
  const { code, stdout, stderr } = await status(['--json', '--on', '2021-05-03']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    on: '2021-05-03',
    policies: [{ policy: 'privacy', applied: [{ answer: { kind: 'edition', edition: '2020-02-04' } }] }],
  });
});

describe('problems', () => {
  test('in the content are counted, and what can be told is told; gives 1', async () => {
    const { code, stdout, stderr } = await status([], BROKEN);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^privacy {2}4 February 2020 {2}not known {4}1 error/m);
    expect(stderr).toMatch(/^1 error.*\. What has errors may be missing from the answer\. Run “promulgate check” /);
    expect(await status(['--json'], BROKEN)).toMatchObject({ code: 1, stdout: expect.stringContaining('"ok": false') });
  });

  test('in the configuration leave no answer; gives 2', async () => {
    const config = { 'policies/site.yaml': SITE_FILES['policies/site.yaml'].replace('Europe/Moscow', 'Mars/Phobos') };
    const { code, stdout, stderr } = await status([], config);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^1 error in 1 file\./);
    expect(JSON.parse((await status(['--json'], config)).stdout)).toMatchObject({ asOf: null, ok: false });
  });

  test('that are warnings only are told, unless it is to be quiet; gives 0', async () => {
    const warned = {
      'policies/privacy/2020-02-04.md': editionFile({ effective: '2020-02-04' }, 'We keep **your name.'),
    };
    const { code, stdout, stderr } = await status([], warned);
    expect(code).toBe(0);
    expect(stdout).toMatch(/ 1 warning$/m);
    expect(stderr).toBe('1 warning in 1 file. Run “promulgate check” to see what they are.\n');
    expect(await status(['--quiet'], warned)).toMatchObject({ code: 0, stdout, stderr: '' });
  });
});
