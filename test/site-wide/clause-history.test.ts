/// <reference lib="dom" />
import { expect, it } from 'vitest';
import { shownText, startBrowser } from './browser.ts';
import { serveSample } from './sample-site.ts';

const [browser, { url }] = await Promise.all([startBrowser(), serveSample()]);

it('is reached from a clause by keyboard, without script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(`${url}privacy/2026-06-01/#2.1.3`);
  const note = tab.locator('[id="2.1.3"] a.clause-history');
  // The reader is at the clause: the number first, then what is told of it.
  await tab.locator('[id="2.1.3"] a.label').focus();
  await tab.keyboard.press('Tab');
  expect(await note.evaluate((link) => link === document.activeElement)).toBe(true);
  expect(await note.evaluate((link) => getComputedStyle(link, '::before').content)).toBe(
    `"${await note.getAttribute('aria-label')}"`,
  );
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/\/privacy\/clauses\//);
  const id = decodeURIComponent(new URL(tab.url()).hash.slice(1));
  expect(await tab.title()).toMatch(/^Privacy policy: history of clauses 1\.1 to 3\.1\.3 – /);
  // On paper, at the foot of each sheet.
  expect(await tab.locator('html').getAttribute('data-imprint')).toBe(
    'Privacy policy: history of clauses 1.1 to 3.1.3. https://legal.ballyvane.example/privacy/clauses/2023-03-01-1/',
  );
  expect(await shownText(tab, `[id="${id}"]`)).toContain('Edition of 1 June 2026');
  // From a wording back to the clause in that edition.
  await tab.locator(`[id="${id}"] h3 a`).first().click();
  expect(await tab.locator(':target').count()).toBe(1);
  await context.close();
});

it('adds nothing to what is copied of a text, and nothing to paper', async () => {
  const tab = await browser.newPage();
  await tab.goto(`${url}privacy/2026-06-01/`);
  const copied = await tab.evaluate(() => {
    getSelection()?.selectAllChildren(document.querySelector('article') ?? document.body);
    return getSelection()?.toString() ?? '';
  });
  expect(copied).toContain('the websites ballyvane.example');
  expect(copied).not.toMatch(/ording of|wording \d of/);
  await tab.emulateMedia({ media: 'print' });
  expect(await tab.locator('.clause-history:visible').count()).toBe(0);
  await tab.close();
});
