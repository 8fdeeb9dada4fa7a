/** A site with an attack in every field, visited page by page in a real browser under the headers that are written for its host. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../src/index.ts';
import { readTheme } from '../../src/io/read.ts';
import { writeSite } from '../../src/io/write.ts';
import { isError } from '../../src/model/diagnostic.ts';
import type { SourceFile } from '../../src/model/file.ts';
import { sources } from '../builders.ts';
import { findFaults } from '../fuzz/oracles.mjs';
import { startBrowser } from './browser.ts';
import { ATTACK, attackedSite, SEEN_FIELDS } from './hostile-table.ts';
import { ROOT, serveFolder, temporaryFolder } from './sample-site.ts';

const theme = (await readTheme({ defaultTheme: join(ROOT, 'templates'), root: ROOT })).files.map(withHostileWords);
const files = attackedSite();
const built = await build({ sources: sources(files), theme, asOf: '2021-06-01' });
const errors = built.diagnostics.filter(isError);
if (built.site === undefined || errors.length > 0) throw new Error(JSON.stringify(errors, undefined, 2));
const dir = join(await temporaryFolder(), 'site');
await writeSite({ files: built.files, out: dir, root: ROOT });
const url = await serveFolder(dir);
const text = (file: { readonly content: string | Uint8Array }) =>
  typeof file.content === 'string' ? file.content : new TextDecoder().decode(file.content);

/** An attack at the end of every word of the interface in Russian. */
function withHostileWords(file: SourceFile): SourceFile {
  if (file.path !== 'strings/ru.yaml') return file;
  const lines = new TextDecoder().decode(file.bytes).split('\n');
  const words = lines.map((line) => line.replace(/^([\w-]+): (?!>|\|)["']?(.*?)["']?$/, replaceWord));
  return { ...file, bytes: new TextEncoder().encode(words.join('\n')) };
}

function replaceWord(_line: string, key: string, said: string): string {
  return `${key}: ${JSON.stringify(`${said.replaceAll('\\"', '"')} ${ATTACK}`)}`;
}

it('loads no page that runs, asks, sends or breaks anything', async () => {
  const browser = await startBrowser();
  const context = await browser.newContext();
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`violates ${effectiveDirective}: ${blockedURI}`);
    });
  });
  const tab = await context.newPage();
  const heard: string[] = [];
  tab.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
  tab.on('pageerror', (error) => heard.push(String(error)));
  tab.on('dialog', (dialog) => {
    heard.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  tab.on('request', (request) => request.url().startsWith(url) || heard.push(`asks ${request.url()}`));
  const pages = built.site?.pages ?? [];
  const compared = 'privacy/compare/?from=2020-01-01&to=2021-01-01';
  for (const path of [...pages.map(({ path }) => path), compared]) {
    const response = await tab.goto(url + path, { waitUntil: 'load' });
    expect([path, response?.headers()['content-security-policy']]).toEqual([
      path,
      expect.stringContaining("default-src 'none'"),
    ]);
    if (path === compared) await tab.waitForSelector('main ins');
    const state = await tab.evaluate(() => ({
      pwned: '__pwned' in window,
      body: document.body instanceof HTMLBodyElement,
      strange: [...document.querySelectorAll('img, svg, iframe, style, [onload], [onerror], [onclick], [onmouseover]')]
        .length,
      footers: document.querySelectorAll('body > footer').length,
    }));
    expect([path, state]).toEqual([path, { pwned: false, body: true, strange: 0, footers: 1 }]);
  }
  expect(pages.length).toBeGreaterThan(20);
  expect(heard).toEqual([]);
});

it('shows every field that takes words, as they were typed', () => {
  const pages = built.files.filter(({ path }) => path.endsWith('.html')).map(text);
  expect(
    SEEN_FIELDS.filter((field) => !pages.some((page) => page.includes(`${field} &#34;&#39;&gt;&lt;script&gt;`))),
  ).toEqual([]);
});

it('keeps the files for programs whole, and every page free of what runs', () => {
  expect(findFaults({ sources: files, built })).toEqual([]);
  const calendar = built.files.find(({ path }) => path === 'changes.ics');
  expect(text(calendar ?? { content: '' }).match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(2);
});
