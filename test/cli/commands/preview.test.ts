import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readInbox } from '../../../src/receiver/read-inbox.ts';
import { runCli, startCli } from '../run.ts';
import { editionFile, SITE_FILES, siteFolder } from '../site-folder.ts';

const ADDRESS = /^http:\S+(?=\n)/;

/** The address of the site that `words` serve, fetched once; then the program is told to end. */
async function previewOnce(words: readonly string[], options: { cwd: string; signal?: 'SIGINT' | 'SIGTERM' }) {
  const { child, printed, finished } = startCli(['preview', ...words], { cwd: options.cwd });
  const [address = ''] = ADDRESS.exec(await printed(ADDRESS)) ?? [];
  const response = await fetch(address);
  const page = await response.text();
  child.kill(options.signal ?? 'SIGINT');
  return { address, status: response.status, page, result: await finished };
}

test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
  'builds, serves at the address it prints, and ends well on %s',
  async (signal) => {
    const cwd = await siteFolder();
    const { address, status, page, result } = await previewOnce(['--port', '0'], { cwd, signal });
    expect({ status, code: result.code, stdout: result.stdout }).toEqual({
      status: 200,
      code: 0,
      stdout: `${address}\n`,
    });
    expect(page).toContain('Privacy policy');
    expect(result.stderr).toContain('Serving .promulgate/preview/ as a static host would. Ctrl-C ends it.');
  },
);

test('serves under the base path', async () => {
  const cwd = await siteFolder();
  const { address, status } = await previewOnce(['--port', '0', '--base', '/policies'], { cwd });
  expect(new URL(address).pathname).toBe('/policies/');
  expect(status).toBe(200);
});

test('takes another port if the one named is taken, and says so', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { address, status, result } = await previewOnce(['--port', String(port)], { cwd: await siteFolder() });
  other.close();
  expect(status).toBe(200);
  expect(new URL(address).port).not.toBe(String(port));
  expect(result.stderr).toContain(`Port ${port} is taken; using ${new URL(address).port}.`);
});

test('serves nothing if there is an error', async () => {
  const cwd = await siteFolder({ 'policies/privacy/2020-02-04.md': editionFile({ effective: 'soon' }) });
  const { code, stdout, stderr } = await runCli(['preview', '--port', '0'], { cwd });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('Nothing was written.');
  expect(existsSync(path.join(cwd, '.promulgate/preview'))).toBe(false);
});

test('takes what its form sends, leads on to its own thanks page, and leaves dist/ with the published address alone', async () => {
  const cwd = await siteFolder({
    'policies/site.yaml': `${SITE_FILES['policies/site.yaml']}feedback: {endpoint: https://forms.acme.org/policy}\n`,
  });
  const { child, printed, finished } = startCli(['preview', '--port', '0', '--base', '/p/'], { cwd });
  const [address = ''] = ADDRESS.exec(await printed(ADDRESS)) ?? [];
  const { origin } = new URL(address);
  const page = await (await fetch(`${address}feedback/`)).text();
  expect(page).toContain(`action="${origin}/?language=en"`);
  const answer = await fetch(`${origin}/?language=en`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin },
    body: new URLSearchParams({ message: 'Hello', redirect: 'https://legal.acme.example/p/thanks/' }),
  });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${address}thanks/`]);
  expect((await fetch(`${address}thanks/`)).status).toBe(200);
  const second = await previewOnce(['--port', '0'], { cwd });
  expect(second.result.stderr).toMatch(/Another preview \(process \d+\) is running here\. End it first\./);
  child.kill('SIGINT');
  expect((await finished).stderr).toMatch(/messages are kept in \.promulgate\/inbox\/\.[\s\S]*\nStored [0-9a-f-]+\.\n/);
  expect((await readInbox(path.join(cwd, '.promulgate/inbox'))).map(({ entry }) => entry.place)).toEqual(['kept']);
  expect(existsSync(path.join(cwd, 'dist'))).toBe(false);
  expect(readFileSync(path.join(cwd, '.promulgate/.gitignore'), 'utf8')).toBe('*\n');
});

test('shows what was saved, keeps what was there while there is an error, and goes on', async () => {
  const cwd = await siteFolder();
  const file = path.join(cwd, 'policies/privacy/2020-02-04.md');
  const good = readFileSync(file, 'utf8');
  const { child, printed, finished } = startCli(['preview', '--port', '0'], { cwd });
  const [address = ''] = ADDRESS.exec(await printed(ADDRESS)) ?? [];
  const page = async () => await (await fetch(`${address}privacy/2020-02-04/`)).text();
  const news = await fetch(`${address}.promulgate/live?0`);
  const reader = news.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe(':\n\n');
  writeFileSync(file, `${good}\nAdded words.\n`);
  expect((await reader?.read())?.value).toBe('data: changed\n\n');
  expect(await page()).toContain('Added words.');
  const refused = new Promise<void>((resolve) => {
    child.stderr.on('data', (text: string) => (text.includes('Nothing was written') ? resolve() : undefined));
  });
  writeFileSync(file, good.replace(/effective: .*/, 'effective: soon'));
  await refused;
  expect(await page()).toContain('Added words.');
  writeFileSync(file, `${good}\nOther words.\n`);
  expect((await reader?.read())?.value).toBe('data: changed\n\n');
  expect(await page()).toContain('Other words.');
  child.kill('SIGINT');
  expect((await finished).code).toBe(0);
});
