import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { run } from '../../../src/cli/program.ts';
import { folderWith, runCli, startCli } from '../run.ts';
import { editionFile, SITE_FILES, siteFolder } from '../site-folder.ts';
import { fakeSurroundings } from '../surroundings.ts';

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

test('tries the templates that are the site’s own', async () => {
  const cwd = await siteFolder({ 'templates/edition.liquid': '{% if %}' });
  const { code, stderr } = await runCli(['check'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^templates\/edition\.liquid:1:6 {2}error {2}/);
});

describe('links to other hosts', () => {
  /** A host with one page, `/good`, and a site that links to it and to one that the host does not have. */
  async function linkedSite(frontMatter: Readonly<Record<string, string>> = {}) {
    const requests: string[] = [];
    const server = createServer(({ method, url }, response) => {
      requests.push(`${method} ${url}`);
      response.writeHead(url === '/good' ? 200 : 404).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const text = `See [them](http://127.0.0.1:${port}/good).\n\nSee [others](http://127.0.0.1:${port}/gone#a).`;
    const edition = editionFile({ effective: '2020-02-04', ...frontMatter }, text);
    return { cwd: await siteFolder({ 'policies/privacy/2020-02-04.md': edition }), requests };
  }

  test.each([[['check']], [['build']], [['check', '--strict']]])('are left alone by %s', async (words) => {
    const { cwd, requests } = await linkedSite();
    expect((await runCli(words, { cwd })).code).toBe(0);
    expect(requests).toEqual([]);
    expect(existsSync(join(cwd, '.promulgate', 'links.json'))).toBe(false);
  });

  test('are asked for with --external; a dead one is a warning at its place', async () => {
    const { cwd, requests } = await linkedSite();
    const { code, stdout, stderr } = await runCli(['check', '--external'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/^policies\/privacy\/2020-02-04\.md:10:5 {2}warning {2}The link ".*\/gone#a" leads nowhere/);
    expect(stderr).toMatch(/\n1 warning in 1 file\.\n/);
    expect(requests).toEqual(['HEAD /good', 'HEAD /gone', 'GET /gone']);
  });

  test('are errors when strict, and the good ones are not asked for again', async () => {
    const { cwd, requests } = await linkedSite();
    await runCli(['check', '--external'], { cwd });
    requests.length = 0;
    const { code, stdout } = await runCli(['check', '--external', '--strict', '--reporter', 'json'], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).diagnostics).toMatchObject([{ ruleId: 'link-dead', severity: 'error' }]);
    expect(requests).toEqual(['HEAD /gone', 'GET /gone']);
  });

  test('are not asked for while there are errors, which is said', async () => {
    const { cwd, requests } = await linkedSite({ titel: 'x' });
    const { code, stderr } = await runCli(['check', '--external'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('Links to other hosts were not checked: first mend the errors.');
    expect(requests).toEqual([]);
  });

  test('show on a terminal how far the work is', async () => {
    const { cwd } = await linkedSite();
    let time = 0;
    const stopwatch = () => {
      time += 1000;
      return time;
    };
    const watched = fakeSurroundings({ cwd, isTTY: true, stopwatch });
    expect(await run(['check', '--external'], watched)).toBe(0);
    expect(watched.printed.stderr).toContain('Checking links: 2 of 2\r\u001B[K');
    const quiet = fakeSurroundings({ cwd, isTTY: true, stopwatch });
    await run(['check', '--external', '--quiet'], quiet);
    expect(quiet.printed.stderr).not.toContain('Checking links');
  });
});

test.skipIf(process.platform === 'win32')('ends with 130 at once on Ctrl-C in the midst of its work', async () => {
  const editions = Array.from({ length: 150 }, (_, index) => {
    const day = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
    const text = Array.from({ length: 100 }, (_, item) => `Of ${day}: we keep item ${item} of your data.`).join('\n\n');
    return [`policies/terms/${day}.md`, editionFile({ effective: day, summary: 'More.' }, text)];
  });
  const cwd = await siteFolder(Object.fromEntries(editions));
  /** Milliseconds from the beginning of the real work, all else having been loaded and read, to the end. */
  const timed = async (isInterrupted: boolean) => {
    const { child, finished } = startCli(['check', '--verbose'], { cwd });
    let start = 0;
    child.stderr.on('data', (text: string) => {
      if (start > 0 || !text.includes('Read ')) return;
      start = performance.now();
      if (isInterrupted) child.kill('SIGINT');
    });
    const { code, stderr } = await finished;
    return { code, stderr, elapsed: performance.now() - start };
  };
  const whole = await timed(false);
  expect([whole.code, whole.stderr.includes('Checked ')]).toEqual([0, true]);
  const stopped = await timed(true);
  expect([stopped.code, stopped.stderr.includes('Checked ')]).toEqual([130, false]);
  expect(stopped.elapsed).toBeLessThan(whole.elapsed / 2);
});

test('does not say that a file is missing which could not be read', async () => {
  const cwd = await folderWith({
    'policies/site.yaml': SITE_FILES['policies/site.yaml'],
    'policies/privacy/2020-02-04.md': editionFile({ effective: '2020-02-04' }, 'a'.repeat(5_100_000)),
  });
  const { stdout, code } = await runCli(['check', '--reporter', 'json'], { cwd });
  const found: { ruleId: string }[] = JSON.parse(stdout).diagnostics;
  expect(found.map(({ ruleId }) => ruleId)).toEqual(['file-too-large']);
  expect(code).toBe(1);
});
