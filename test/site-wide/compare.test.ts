/** Comparing any two editions in the browser: the same as a build makes of them, at an address that can be passed on. */
import type { BrowserContextOptions, Page as Tab } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { redline } from '../../src/browser.ts';
import { shownText, startBrowser } from './browser.ts';
import { serveSample } from './sample-site.ts';

const browser = await startBrowser();
const { files, url } = await serveSample();

async function openTab(path: string, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  await tab.goto(url + path);
  return tab;
}

const isShown = (tab: Tab) => tab.locator('.comparison').isVisible();
const outcome = (tab: Tab) => tab.locator('.outcome');
const shown = (tab: Tab) =>
  outcome(tab)
    .filter({ hasText: /Shown:|Показано:/ })
    .waitFor({ timeout: 30_000 });
const contentOf = (path: string) => String(files.find((file) => file.path === path)?.content);

describe('the comparison', () => {
  it.each([
    ['privacy', '2023-03-01', '2027-03-01', 'en'],
    ['privacy', '2026-06-01', '2025-02-01', 'en'],
    ['terms', '2023-03-01', '2026-06-19', 'en'],
    ['privacy', '2026-06-01', '2027-03-01', 'ru'],
  ])('of %s from %s to %s in %s is what Node makes of the same texts', async (policy, from, to, language) => {
    const path = `${language === 'en' ? '' : 'ru/'}${policy}/`;
    const tab = await openTab(`${path}compare/?from=${from}&to=${to}`);
    await shown(tab);
    const words = JSON.parse((await tab.locator('form.compare').getAttribute('data-words')) ?? '');
    const body = (id: string) => JSON.parse(contentOf(`${path}${id}/body.json`));
    const made = redline(body(from), body(to), { words, path: `${path}compare/`, language });
    expect(made.bodyHtml.length).toBeGreaterThan(10_000);
    // Parsed by the same parser, so that nothing but what was made can differ.
    const [expected, found] = await tab.evaluate(({ countsHtml, listHtml, bodyHtml }) => {
      const parsed = [countsHtml, listHtml, bodyHtml].map((html) => {
        const box = document.createElement('div');
        box.innerHTML = html;
        return box.innerHTML;
      });
      const places = ['.counts-found', '.found-list', '.marked > article'];
      return [parsed, places.map((place) => document.querySelector(place)?.innerHTML)];
    }, made);
    expect(found).toEqual(expected);
  });

  it('has what the publisher said of each edition between', async () => {
    const tab = await openTab('privacy/compare/?from=2025-02-01&to=2027-03-01');
    await shown(tab);
    const said = tab.locator('.author-says li:visible .kicker');
    expect((await said.allInnerTexts()).join().replace(/\s/g, ' ')).toBe(
      'Edition of 1 March 2027,Edition of 1 June 2026',
    );
    expect(await tab.getByText('The publisher calls this change substantive.').isVisible()).toBe(true);
    await tab.goto(`${url}privacy/compare/?from=2027-03-01&to=2025-02-01`);
    await shown(tab);
    expect(await tab.locator('.author-says').isVisible()).toBe(false);
  });

  it('of neighbours is what their page shows', async () => {
    const tab = await openTab('terms/compare/?from=2025-06-01&to=2026-06-19');
    await shown(tab);
    const [here, there] = await tab.evaluate(async () => {
      const address = new URL('../2026-06-19/changes/', location.href).href;
      const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
      return [document, page].map((where, index) => {
        const article = where.querySelector('.marked > article');
        for (const link of article?.querySelectorAll('a[href]:not([href^="#"])') ?? []) {
          const base = index === 0 ? location.href : address;
          link.setAttribute('href', new URL(link.getAttribute('href') ?? '', base).href);
        }
        return article?.innerHTML.trim();
      });
    });
    expect(here).toBe(there);
    expect(here).toContain('<del>');
  });
});

describe('which two it compares', () => {
  const title = 'Privacy policy: from the edition of 1 June 2026 to the edition of 1 March 2027';
  const plain = (text: string | null) => (text ?? '').replaceAll('\u00A0', ' ');

  it('is named in the tab, on the page with when each applies, and on paper with the full address', async () => {
    const tab = await openTab('privacy/compare/');
    const neutral = 'Privacy policy: compare editions';
    expect(await tab.title()).toMatch(new RegExp(`^${neutral} – `));
    await tab.getByRole('button', { name: 'Compare' }).click();
    await shown(tab);
    expect(plain(await tab.title())).toBe(`${title} – Ballyvane policies`);
    expect(plain(await tab.locator('.comparison .facts').textContent()).replace(/\s+/g, ' ')).toBe(
      ' Text beforeEdition of 1 June 2026 Version 3.0 In force from 1 June 2026 until 28 February 2027. Text afterEdition of 1 March 2027 Version 4.0 Published on 23 November 2026; applies from 1 March 2027. ',
    );
    await tab.emulateMedia({ media: 'print' });
    const imprint = `${title}. https://legal.ballyvane.example/privacy/compare/?from=2026-06-01&to=2027-03-01`;
    expect(plain(await tab.locator('.imprint').textContent())).toBe(imprint);
    expect(plain(await tab.evaluate(() => document.documentElement.dataset.imprint ?? ''))).toBe(imprint);
    expect(await tab.locator('.comparison .facts').isVisible()).toBe(true);
    expect(await tab.locator('.in-a-row').isVisible()).toBe(false);
    await tab.goBack();
    await expect.poll(() => tab.title()).toMatch(new RegExp(`^${neutral} – `));
    expect(await tab.locator('.imprint').textContent()).toBe(
      `${neutral}. https://legal.ballyvane.example/privacy/compare/`,
    );
  });

  it('goes along to the other language', async () => {
    const tab = await openTab('privacy/compare/?from=2026-06-01&to=2027-03-01');
    await shown(tab);
    await tab.getByRole('link', { name: 'Русский' }).click();
    await shown(tab);
    expect(tab.url()).toBe(`${url}ru/privacy/compare/?from=2026-06-01&to=2027-03-01`);
    expect(plain(await tab.title())).toBe(
      'Политика конфиденциальности: сравнение редакций от 1 июня 2026 г. и от 1 марта 2027 г. — Правовые документы Ballyvane',
    );
    expect(plain(await tab.locator('.imprint').textContent())).toMatch(/от 1 марта 2027 г\. https:/);
  });

  it('is said where they are chosen and where nobody compares them: announced ones by their day', async () => {
    const tab = await openTab('privacy/compare/', { javaScriptEnabled: false });
    const options = await tab.locator('select').first().locator('option').allTextContents();
    expect(options.map(plain)).toEqual([
      '1 March 2027: applies from 1 March 2027',
      '1 June 2026',
      '1 February 2025',
      '1 March 2023',
    ]);
    expect(plain(await tab.locator('.in-a-row tbody th').first().textContent())).toContain(
      'applies from 1 March 2027.',
    );
  });
});

describe('a reader', () => {
  it('chooses two editions by keyboard, passes the address on, goes back and forward', async () => {
    const tab = await openTab('privacy/compare/');
    expect(await isShown(tab)).toBe(false);
    await tab.getByLabel('From').focus();
    await tab.getByLabel('From').selectOption('2023-03-01');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    await shown(tab);
    expect(tab.url()).toBe(`${url}privacy/compare/?from=2023-03-01&to=2027-03-01`);
    expect(await outcome(tab).getAttribute('role')).toBe('status');
    const first = await tab.locator('.marked > article').innerHTML();
    await tab.getByLabel('From').selectOption('2026-06-01');
    await tab.getByRole('button', { name: 'Compare' }).click();
    await tab.waitForURL(/from=2026-06-01/);
    await expect.poll(() => tab.locator('.marked > article').innerHTML(), { timeout: 30_000 }).not.toBe(first);
    await tab.goBack();
    await expect.poll(() => tab.locator('.marked > article').innerHTML(), { timeout: 30_000 }).toBe(first);
    expect(await tab.getByLabel('From').inputValue()).toBe('2023-03-01');
    await tab.goBack();
    await expect.poll(() => isShown(tab)).toBe(false);
    await tab.goForward();
    await shown(tab);
  });

  it('stays at the comparison while following its links and keys', async () => {
    const tab = await openTab('privacy/compare/?from=2023-03-01&to=2025-02-01');
    await shown(tab);
    await tab.locator('.change-list a').nth(2).click();
    expect(tab.url()).toMatch(/\?from=2023-03-01&to=2025-02-01#page:change-\d+$/);
    expect(await isShown(tab)).toBe(true);
    await tab.keyboard.press('j');
    expect(await tab.evaluate(() => document.activeElement?.className)).toBe('which');
    await tab.reload();
    await shown(tab);
    await expect.poll(() => tab.evaluate(() => document.querySelector(':target')?.className)).toBe('change-stop');
  });

  it('has a new comparison in columns where he asked for columns', async () => {
    const tab = await openTab('privacy/compare/?from=2023-03-01&to=2025-02-01');
    await shown(tab);
    await tab.getByLabel('Side by side').check();
    await tab.getByLabel('To').selectOption('2026-06-01');
    await tab.getByRole('button', { name: 'Compare' }).click();
    await tab.waitForURL(/to=2026-06-01/);
    await outcome(tab).filter({ hasText: '1 June 2026' }).waitFor({ timeout: 30_000 });
    expect(await tab.locator('.before:visible').count()).toBeGreaterThan(10);
    expect((await shownText(tab, '.columns-head')).replace(/\s+/g, ' ')).toBe(
      'Text before: Edition of 1 March 2023 Text after: Edition of 1 June 2026',
    );
    await tab.getByLabel('Side by side').uncheck();
    expect(await tab.locator('.before:visible').count()).toBe(0);
    expect(await tab.locator('.marked > article .change-stop').count()).toBeGreaterThan(10);
  });

  it.each([
    [
      'an edition that is not there',
      'privacy/compare/?from=1999-01-01&to=2025-02-01',
      'There is no edition “1999-01-01” of this policy.',
    ],
    ['one and the same edition', 'privacy/compare/?from=2025-02-01&to=2025-02-01', 'Both are the same edition'],
    [
      'texts in two languages',
      'ru/privacy/compare/?from=2023-03-01&to=2027-03-01',
      'Тексты на разных языках не сравниваются',
    ],
  ])('is told in words that %s cannot be compared', async (_, path, words) => {
    const tab = await openTab(path);
    await outcome(tab).filter({ hasText: words }).waitFor({ timeout: 10_000 });
    expect(await isShown(tab)).toBe(false);
  });

  it('is told when a text cannot be had, and can try again', async () => {
    const tab = await openTab('privacy/compare/');
    await tab.route('**/body.json', (route) => route.abort());
    await tab.getByRole('button', { name: 'Compare' }).click();
    await outcome(tab).filter({ hasText: 'could not be loaded' }).waitFor({ timeout: 10_000 });
    await tab.unroute('**/body.json');
    await tab.route('**/2027-03-01/body.json', (route) => route.fulfill({ status: 404 }));
    await tab.getByRole('button', { name: 'Compare' }).press('Enter');
    await outcome(tab)
      .filter({ hasText: /the edition of 1.March.2027 \(error 404\)/ })
      .waitFor({ timeout: 10_000 });
    expect(await tab.title()).toContain('compare editions');
    expect(await isShown(tab)).toBe(false);
    await tab.unroute('**/2027-03-01/body.json');
    await tab.getByRole('button', { name: 'Compare' }).click();
    await shown(tab);
  });

  it('finds the changes of each edition, and how to read several in a row, without script', async () => {
    const tab = await openTab('privacy/compare/', { javaScriptEnabled: false });
    expect(await tab.locator('form').isVisible()).toBe(false);
    expect(await tab.getByText('not neighbours').isVisible()).toBe(true);
    const links = tab.locator('.in-a-row td a');
    expect(await links.count()).toBe(3);
    await links.last().click();
    await tab.waitForURL(`${url}privacy/2025-02-01/changes/`);
  });

  it('reaches it from the archive', async () => {
    const tab = await openTab('ru/privacy/archive/');
    await tab.getByRole('link', { name: 'Сравнить любые две редакции' }).click();
    await tab.waitForURL(`${url}ru/privacy/compare/`);
  });
});
