/** A site made with `--base /legal/`: it works under that path, and opened from a disk. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page as Tab } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { runCli } from '../cli/run.ts';
import { shownText, startBrowser } from './browser.ts';
import { AS_OF, ROOT, serveFolder, temporaryFolder } from './sample-site.ts';

const dir = join(await temporaryFolder(), 'site');
const built = await runCli(['build', '--root', ROOT, '--out', dir, '--base', '/legal/', '--as-of', AS_OF]);
if (built.code !== 0) throw new Error(built.stderr);
const browser = await startBrowser();
const url = await serveFolder(dir, '/legal/');
const disk = pathToFileURL(join(dir, '/')).href;

async function openTab(javaScriptEnabled = true): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled });
  return context.newPage();
}

/** What a page with its style sheet has and one without it has not. */
const paperOf = (tab: Tab) => tab.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const PAPER = 'rgb(252, 251, 247)';

/** Everything on this site that a page loads or leads to. */
function addressesIn(html: string, page: string): string[] {
  return [...html.matchAll(/ (?:href|src)="([^"#][^"]*)"/g)]
    .map(([, address = '']) => new URL(address, page).href.replace(/#.*/, ''))
    .filter((address) => address.startsWith(new URL(url).origin));
}

/** Follows links from the first page on until there is nothing new; gives each address's status. */
async function crawl(start: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const waiting = [start];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (found.has(next)) continue;
    const response = await fetch(next, { redirect: 'manual' });
    found.set(next, response.status);
    if (response.headers.get('content-type')?.startsWith('text/html')) {
      waiting.push(...addressesIn(await response.text(), next));
    }
  }
  return found;
}

describe('under a base path', async () => {
  const found = await crawl(url);

  it('is found everywhere its links lead', () => {
    expect([...found].filter(([, status]) => status !== 200)).toEqual([]);
    expect([...found.keys()].filter((address) => !address.startsWith(url))).toEqual([]);
  });

  it('can be reached as a whole from its first page', async () => {
    const files = await readdir(dir, { recursive: true });
    const pages = files
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.html') || file.startsWith('assets/'))
      .map((file) => url + file.replace(/index\.html$/, ''));
    // Nobody is to arrive at these two by a link.
    const unlinked = ['404.html', 'thanks/', 'ru/thanks/'].map((path) => url + path);
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.filter((page) => !found.has(page)).sort()).toEqual(unlinked.sort());
  });

  it('applies its style sheet on every level', async () => {
    const tab = await openTab();
    for (const path of ['', 'privacy/', 'ru/privacy/2027-03-01/', '404.html']) {
      await tab.goto(url + path);
      expect(await paperOf(tab)).toBe(PAPER);
    }
  });

  it.each(['nowhere', 'a/b/c/d/e', 'privacy/2026-06-01/nowhere/'])('shows its own 404 page at %s', async (path) => {
    const tab = await openTab();
    const response = await tab.goto(url + path);
    expect(response?.status()).toBe(404);
    expect(await paperOf(tab)).toBe(PAPER);
    for (const link of addressesIn((await response?.text()) ?? '', tab.url())) expect(found.get(link)).toBe(200);
  });

  it('names its absolute addresses with the base path', async () => {
    const sitemap = await (await fetch(`${url}sitemap.xml`)).text();
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname);
    expect(listed.length).toBeGreaterThan(10);
    expect(listed.filter((path) => found.get(new URL(path, url).href) !== 200)).toEqual([]);
  });
});

describe('opened from a disk', () => {
  it('has its style, and its links lead to pages', async () => {
    const tab = await openTab();
    const complaints: string[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(String(error)));
    await tab.goto(`${disk}index.html`);
    expect(await paperOf(tab)).toBe(PAPER);
    for (const [name, file] of [
      ['Privacy policy', 'privacy/index.html'],
      ['All editions', 'privacy/archive/index.html'],
      ['1 March 2023', 'privacy/2023-03-01/index.html'],
      ['The edition in force', 'privacy/index.html'],
      ['Русский', 'ru/privacy/index.html'],
    ] as const) {
      await tab.getByRole('link', { name }).first().click();
      await tab.waitForURL(disk + file);
      expect(await paperOf(tab)).toBe(PAPER);
    }
    expect(complaints).toEqual([]);
  });

  it('jumps within a page', async () => {
    const tab = await openTab();
    await tab.goto(`${disk}privacy/index.html`);
    await tab.locator('.contents').getByRole('link', { name: 'Your rights' }).click();
    await tab.waitForURL(`${disk}privacy/index.html#6`);
  });

  it('can be read with script switched off', async () => {
    const tab = await openTab(false);
    await tab.goto(`${disk}ru/privacy/index.html`);
    expect(await paperOf(tab)).toBe(PAPER);
    expect(await shownText(tab, 'article')).toContain('6.5.');
  });
});
