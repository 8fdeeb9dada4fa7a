/** The same site as a visitor reads it who has switched JavaScript off: nothing is missing, everything can be reached. */
import type { Page as Tab } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { shownText, startBrowser } from './browser.ts';
import { serveSample } from './sample-site.ts';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };

const browser = await startBrowser();
const { site, url } = await serveSample();

async function openTab(viewport: typeof WIDE, javaScriptEnabled = false): Promise<Tab> {
  const context = await browser.newContext({ viewport, javaScriptEnabled });
  return context.newPage();
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('the text', async () => {
  const tab = await openTab(WIDE);
  const texts = site.pages.filter(({ kind }) => kind === 'policy' || kind === 'edition');

  it.each(texts.map(({ path }) => path))('of /%s is all there to read', async (path) => {
    await tab.goto(url + path);
    const written = await tab.evaluate(() => {
      const article = document.querySelector('article');
      // What is shown side by side or one below the other must not run together in the plain text.
      for (const glued of article?.querySelectorAll('p, li, td, th, .label') ?? []) glued.append(' ');
      return article?.textContent ?? '';
    });
    const shown = await shownText(tab, 'article');
    expect(wordsOf(written).length).toBeGreaterThan(200);
    expect(wordsOf(shown)).toEqual(wordsOf(written));
  });
});

describe('a page', async () => {
  const [plain, scripted] = [await openTab(WIDE), await openTab(WIDE, true)];
  const kinds = new Map(site.pages.map(({ kind, path }) => [kind, path]));

  it.each([...kinds])('of the kind %s shows the same as with script', async (_kind, path) => {
    const shown: string[] = [];
    for (const tab of [plain, scripted]) {
      await tab.goto(url + path);
      // What script adds, and only shows by itself.
      await tab.locator('.applied-on, form.compare, form.check-copy, .redline-tools, .counter').evaluateAll((tools) => {
        for (const tool of tools) tool.remove();
      });
      shown.push(await shownText(tab, 'body'));
    }
    expect(shown[0]).toBe(shown[1]);
    expect(wordsOf(shown[0] ?? '').length).toBeGreaterThan(50);
  });
});

describe('a visitor', () => {
  it('goes from the index through the archive to a past edition and back to the one in force', async () => {
    const tab = await openTab(WIDE);
    await tab.goto(url);
    await tab.locator('main').getByRole('link', { name: 'Privacy policy', exact: true }).first().click();
    await tab.waitForURL(`${url}privacy/`);
    await tab.getByRole('link', { name: 'All editions' }).click();
    await tab.waitForURL(`${url}privacy/archive/`);
    await tab.getByRole('link', { name: '1 February 2025', exact: true }).click();
    await tab.waitForURL(`${url}privacy/2025-02-01/`);
    await tab.locator('.notice').getByRole('link', { name: 'The edition in force' }).click();
    await tab.waitForURL(`${url}privacy/`);
  });

  it('goes from one edition to the next and back', async () => {
    const tab = await openTab(WIDE);
    await tab.goto(`${url}privacy/2025-02-01/`);
    await tab.getByRole('link', { name: 'Next edition' }).click();
    await tab.waitForURL(`${url}privacy/2026-06-01/`);
    await tab.getByRole('link', { name: 'Previous edition' }).click();
    await tab.waitForURL(`${url}privacy/2025-02-01/`);
  });

  it('switches the language and stays on the page', async () => {
    const tab = await openTab(WIDE);
    await tab.goto(`${url}terms/2026-06-19/`);
    await tab.locator('header').getByRole('link', { name: 'Русский' }).click();
    await tab.waitForURL(`${url}ru/terms/2026-06-19/`);
    expect(await tab.locator('h1').textContent()).toBe('Условия продажи и использования');
    await tab.locator('header').getByRole('link', { name: 'English' }).click();
    await tab.waitForURL(`${url}terms/2026-06-19/`);
  });

  it('is led to the index where a page has no counterpart in the other language', async () => {
    const tab = await openTab(WIDE);
    await tab.goto(`${url}privacy/2023-03-01/`);
    await tab.locator('header').getByRole('link', { name: 'Русский' }).click();
    await tab.waitForURL(`${url}ru/`);
  });

  it('opens the contents on a narrow screen and jumps to a section', async () => {
    const tab = await openTab(NARROW);
    await tab.goto(`${url}privacy/`);
    const entry = tab.locator('.contents').getByRole('link', { name: 'Your rights' });
    expect(await entry.isVisible()).toBe(false);
    await tab.locator('.contents summary').click();
    expect(await entry.isVisible()).toBe(true);
    await entry.click();
    await tab.waitForURL(`${url}privacy/#6`);
    const top = async () => (await tab.locator('[id="6"]').boundingBox())?.y;
    await expect.poll(top, { timeout: 10_000 }).toBeLessThan(NARROW.height / 4);
  });

  it('sees the contents beside the text on a wide screen', async () => {
    const tab = await openTab(WIDE);
    await tab.goto(`${url}privacy/`);
    expect(await tab.locator('.contents').getByRole('link', { name: 'Your rights' }).isVisible()).toBe(true);
  });

  it('opens the menu of policies on a narrow screen', async () => {
    const tab = await openTab(NARROW);
    await tab.goto(`${url}privacy/`);
    await tab.locator('header summary').click();
    await tab.locator('header').getByRole('link', { name: 'Cookie policy' }).click();
    await tab.waitForURL(`${url}cookies/`);
  });

  it('sends the form', async () => {
    const tab = await openTab(WIDE);
    const received: { method: string; origin: string | undefined; fields: Record<string, string> }[] = [];
    await tab.context().route('https://forms.ballyvane.example/**', async (route) => {
      const request = route.request();
      const fields = Object.fromEntries(new URLSearchParams(request.postData() ?? ''));
      received.push({ method: request.method(), origin: request.headers().origin, fields });
      await route.fulfill({ status: 200, contentType: 'text/plain', body: 'received' });
    });
    await tab.goto(`${url}feedback/`);
    await tab.getByLabel('What is it about?').selectOption('A mistake in the text');
    await tab.getByLabel('Your message').fill('Clause 3.2 is there twice.\nIs it?');
    await tab.getByRole('button', { name: 'Send' }).click();
    await tab.getByText('received').waitFor();
    expect(received).toEqual([
      {
        method: 'POST',
        origin: new URL(url).origin,
        fields: {
          topic: 'A mistake in the text',
          message: 'Clause 3.2 is there twice.\r\nIs it?',
          name: '',
          email: '',
          ...{ policy: '', edition: '', clause: '', language: 'en', page: '', digest: '' },
          ...{ submission: '', elapsed: '', proof: '', redirect: 'https://legal.ballyvane.example/thanks/' },
        },
      },
    ]);
  });

  it('is not let go with a required field left empty', async () => {
    const tab = await openTab(WIDE);
    await tab.goto(`${url}feedback/`);
    await tab.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.id)).toBe('field-topic');
    expect(tab.url()).toBe(`${url}feedback/`);
  });
});
