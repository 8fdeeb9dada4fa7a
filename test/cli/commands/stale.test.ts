import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { run } from '../../../src/cli/program.ts';
import { serve } from '../../../src/io/serve.ts';
import { folderWith, runCli } from '../run.ts';
import { siteFolder } from '../site-folder.ts';
import { fakeSurroundings } from '../surroundings.ts';

/** A site of two editions, the later announced for 1 January 2027, built on 25 November 2026 to be served under /legal/. */
let cwd: string;

beforeAll(async () => {
  cwd = await siteFolder();
  const words = ['build', '--base', '/legal/', '--as-of', '2026-11-25T12:00+03:00'];
  expect((await runCli(words, { cwd })).code).toBe(0);
});

/** Serves the built site as a host does; gives its address. */
async function published(): Promise<string> {
  const server = await serve({ dir: path.join(cwd, 'dist'), base: '/legal/', port: 0 });
  onTestFinished(() => server.close());
  return server.url;
}

const check = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCli(['check', '--stale', ...words], { cwd, env });

describe('a published site', () => {
  test('is up to date before its next change, and says until when', async () => {
    const url = await published();
    const { code, stdout, stderr } = await check([url, '--as-of', '2026-12-31T23:59:59+03:00']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe(
      `${url}policies.json is up to date: built for 25 November 2026, 12:00 (Europe/Moscow), 36 days ago; ` +
        'the next change is on 1 January 2027, 00:00 (Europe/Moscow), tomorrow.\n',
    );
    expect(await check([url, '--quiet', '--as-of', '2026-12-31'])).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  test('is stale from its next change on, by its own zone’s midnight', async () => {
    const url = await published();
    const { code, stdout, stderr } = await check([url.replace(/\/$/, ''), '--as-of', '2027-01-01']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^error {2}The site does not know of a change that came on 1 January 2027, 00:00 /);
    expect(stderr).toContain('edition 2027-01-01 applies');
    expect(stderr).toContain('To fix it: Build the site and publish it.');
    expect(stderr).toContain('[deployed-missed-change]');
  });

  test('may be read from its folder', async () => {
    expect(await check(['dist', '--as-of', '2026-12-31'])).toMatchObject({ code: 0 });
    expect(await check(['dist/', '--as-of', '2027-01-01'])).toMatchObject({ code: 1 });
  });

  test('may be of any age unless --max-age says otherwise', async () => {
    const words = ['dist', '--as-of', '2026-12-26'];
    expect(await check(words)).toMatchObject({ code: 0 });
    expect(await check([...words, '--max-age', '31'])).toMatchObject({ code: 0 });
    expect(await check([...words, '--max-age', '30'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[deployed-too-old]'),
    });
  });

  test('is looked at by the clock, whatever the moment set for builds', async () => {
    const late = fakeSurroundings({
      cwd,
      clock: () => Date.parse('2027-01-01T00:00:00Z'),
      env: { SOURCE_DATE_EPOCH: '1795597200' },
    });
    expect(await run(['check', '--stale', 'dist'], late)).toBe(1);
  });
});

test('gives 2 where nothing can be read, and says why', async () => {
  const url = await published();
  for (const [where, reason] of [
    [await folderWith(), 'there is no such file'],
    [`${url}privacy/`, 'its host answers with the code 404'],
    [await folderWith({ 'policies.json': '{}' }), 'what is there is not a policies.json'],
  ] as const) {
    const { code, stdout, stderr } = await check([where]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error {2}Whether the site is up to date cannot be told from /);
    expect(stderr).toContain(reason);
  }
});

test('needs no policies of its own', async () => {
  const elsewhere = await folderWith();
  const words = ['check', '--stale', path.join(cwd, 'dist'), '--as-of', '2026-12-31'];
  expect(await runCli(words, { cwd: elsewhere })).toMatchObject({ code: 0 });
});

test('reports to programs with one document on stdout', async () => {
  const { code, stdout, stderr } = await check(['dist', '--as-of', '2027-01-01', '--reporter', 'json']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    location: path.join(cwd, 'dist/policies.json'),
    now: '2026-12-31T21:00:00.000Z',
    asOf: '2026-11-25T09:00:00.000Z',
    nextChange: '2026-12-31T21:00:00.000Z',
    ok: false,
    diagnostics: [expect.objectContaining({ ruleId: 'deployed-missed-change', severity: 'error', place: null })],
  });
  const lost = await check([await folderWith(), '--as-of', '2027-01-01', '--reporter', 'json']);
  expect(lost.code).toBe(2);
  expect(JSON.parse(lost.stdout)).toMatchObject({ asOf: null, nextChange: null, ok: false });
});

test('reports to GitHub with one command', async () => {
  const { code, stdout } = await check(['dist', '--as-of', '2027-01-01', '--reporter', 'github']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^::error title=deployed-missed-change::The site does not know of a change .*\n$/);
});

describe('refuses', () => {
  test.each([
    ['an empty place', ['--stale='], 'It is empty'],
    ['another protocol', ['--stale', 'ftp://x.example/'], 'Only addresses that begin with https:// or http://'],
    ['an address without a host', ['--stale', 'https://'], 'Write the whole address'],
    ['a password', ['--stale', 'https://a:b@x.example/'], 'without a name and password'],
    ['an age that is none', ['--stale', 'dist', '--max-age', '0'], 'Write a whole number of days'],
    ['an age of nothing', ['--max-age', '3'], '--max-age means nothing without --stale'],
    ['other work at once', ['--stale', 'dist', '--external'], "cannot be used with option '--external'"],
  ])('%s', async (_, words, expected) => {
    const surroundings = fakeSurroundings({ cwd });
    expect(await run(['check', ...words], surroundings)).toBe(2);
    expect(surroundings.printed.stderr).toContain(expected);
  });
});
