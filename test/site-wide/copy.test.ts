/** The control by which a reader copies the link to a clause or its citation, in a real browser under the site's own headers. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { BrowserContextOptions, Page as Tab } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { writeSite } from '../../src/io/write.ts';
import { startBrowser } from './browser.ts';
import { buildSite, serveFolder, temporaryFolder } from './sample-site.ts';

const ENGLISH = `## What we “know” & why

We keep little.

## 3. Sharing

3.1. We share with carriers.

3.2. We share with auditors.

3.3. We also share with:

3.3.1. banks;

3.3.2. courts, as clause 3.1 says.

1. names;
2. addresses.

## Article 4. Rights

## § 1 Changes

## § 2 And a title that is long enough to go on over several lines where the screen is narrow
`;

const RUSSIAN = `## Данные

1.1. Имя.

1.2. Адрес.

## Статья 2. Права

## Статья 3. Прочее
`;

const PERMANENT = 'https://legal.acme.example/privacy/2020-02-04/';
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };

const browser = await startBrowser();
const url = await serveSite({
  'privacy/2020-02-04.md': edition('Privacy policy', ENGLISH),
  'privacy/2020-02-04.ru.md': edition('Политика', RUSSIAN),
  'rules/2020-02-04.md': edition('Rules', rules(1).concat(rules(2)).join('\n\n')),
});

function rules(section: number): string[] {
  return Array.from({ length: 500 }, (_, index) => `${section}.${index + 1}. Rule.`);
}

function edition(title: string, text: string): string {
  return `---\ntitle: ${title}\neffective: 2020-02-04\n---\n\n${text}\n`;
}

async function serveSite(texts: Readonly<Record<string, string>>): Promise<string> {
  const root = await temporaryFolder();
  const site = 'title: Acme\nurl: https://legal.acme.example\ntimeZone: Europe/Moscow\nlanguages: [en, ru]\n';
  for (const [path, content] of Object.entries({ 'site.yaml': site, ...texts })) {
    await mkdir(join(root, 'policies', path, '..'), { recursive: true });
    await writeFile(join(root, 'policies', path), content);
  }
  const { files } = await buildSite({ root });
  const out = join(root, 'site');
  expect((await writeSite({ files, out, root })).diagnostics).toEqual([]);
  return serveFolder(out);
}

interface Opened {
  readonly tab: Tab;
  /** What the browser said on its console: nothing, if neither the script nor the Content-Security-Policy was broken. */
  readonly complaints: readonly string[];
}

async function open(path = 'privacy/', options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  context.setDefaultTimeout(10_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await context.addInitScript(axe.source);
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('console', (message) => complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(String(error)));
  await tab.goto(url + path);
  return { tab, complaints };
}

const toggle = (tab: Tab, clause: string) =>
  tab.getByRole('button', { name: `Copy link or citation, ${clause}`, exact: true });
const panel = (tab: Tab) => tab.locator('.cite-panel');
const clipboard = (tab: Tab) => tab.evaluate(() => navigator.clipboard.readText());
const focused = (tab: Tab) =>
  tab.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

/** Points at a clause and opens its choices. */
async function choose(tab: Tab, selector: string, clause: string): Promise<void> {
  await tab.hover(selector);
  await toggle(tab, clause).click();
}

/** What the choice `name` puts on the clipboard. */
async function copied(tab: Tab, name: string): Promise<string> {
  await tab.evaluate(() => navigator.clipboard.writeText('nothing'));
  await tab.getByRole('button', { name, exact: true }).click();
  await tab.getByRole('status').filter({ hasText: /./ }).waitFor();
  return clipboard(tab);
}

describe('a citation', async () => {
  const { tab } = await open();

  it.each([
    ['a clause', '[id="3.3.2"] p', 'clause 3.3.2', '#3.3.2'],
    ['an item of a list', '[id="3.3.2-2"]', 'clause 3.3.2(2)', '#3.3.2-2'],
    ['a numbered heading', 'h2:has([id="3"])', 'clause 3', '#3'],
    ['an article', 'h2:has([id="article-4"])', 'Article 4', '#article-4'],
    ['a paragraph sign', 'h2:has([id="1"])', '§ 1', '#1'],
    ['a heading without a number', 'h2 >> nth=0', '“What we “know” & why”', '#what-we-know--why'],
  ])('of %s names it and gives the permanent address', async (_, selector, clause, fragment) => {
    await choose(tab, selector, clause);
    expect(await copied(tab, 'Copy citation')).toBe(
      `Privacy policy, edition of 4 February 2020, ${clause}\n${PERMANENT}${fragment}`,
    );
    await tab.keyboard.press('Escape');
  });

  it('is the same on the permanent page', async () => {
    const { tab } = await open('privacy/2020-02-04/');
    await choose(tab, '[id="3.1"]', 'clause 3.1');
    expect(await copied(tab, 'Copy citation')).toBe(
      `Privacy policy, edition of 4 February 2020, clause 3.1\n${PERMANENT}#3.1`,
    );
  });

  it.each([
    ['[id="1.2"]', 'пункт 1.2', '#1.2'],
    ['h2:has([id="статья-2"])', 'Статья 2', `#${encodeURIComponent('статья-2')}`],
    ['[id="данные"]', 'раздел «Данные»', `#${encodeURIComponent('данные')}`],
  ])('is Russian on a Russian page: %s', async (selector, clause, fragment) => {
    const { tab } = await open('ru/privacy/');
    await tab.hover(selector);
    await tab.getByRole('button', { name: `Ссылка и цитирование, ${clause}`, exact: true }).click();
    expect(await copied(tab, 'Скопировать для цитирования')).toBe(
      `Политика, редакция от 4 февраля 2020 г., ${clause}\nhttps://legal.acme.example/ru/privacy/2020-02-04/${fragment}`,
    );
    await tab.context().close();
  });
});

describe('a link', async () => {
  const { tab } = await open('privacy/?from=mail#3.1');

  it('is where the number leads, without what the address was decorated with', async () => {
    await choose(tab, '[id="3.2"]', 'clause 3.2');
    expect(await copied(tab, 'Copy link')).toBe(`${url}privacy/#3.2`);
  });

  it('is said to be copied, while the focus stays where it was', async () => {
    expect(await tab.getByRole('status').textContent()).toBe('Copied');
    expect(await focused(tab)).toBe('Copy link');
  });
});

describe('with the keyboard alone', async () => {
  const { tab } = await open();
  const press = async (...keys: string[]) => {
    for (const key of keys) await tab.keyboard.press(key);
    return focused(tab);
  };

  it('the control follows the number that has the focus', async () => {
    await tab.focus('[href="#3.1"].label');
    expect(await press('Tab')).toBe('Copy link or citation, clause 3.1');
    expect(await press('Tab')).toBe('3.2.');
    expect(await press('Tab')).toBe('Copy link or citation, clause 3.2');
    expect(await press('Shift+Tab', 'Shift+Tab')).toBe('3.1.');
  });

  it('the choices open, copy, and give the focus back', async () => {
    await press('Tab', 'Enter');
    expect(await panel(tab).isVisible()).toBe(true);
    expect(await toggle(tab, 'clause 3.1').getAttribute('aria-expanded')).toBe('true');
    expect(await press('Tab')).toBe('Copy link');
    expect(await press('Tab', 'Space')).toBe('Copy citation');
    await tab.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    expect(await clipboard(tab)).toContain('clause 3.1\n');
    expect(await press('Escape')).toBe('Copy link or citation, clause 3.1');
    expect(await panel(tab).isVisible()).toBe(false);
    expect(await toggle(tab, 'clause 3.1').getAttribute('aria-expanded')).toBe('false');
  });

  it('the choices close when the focus goes on', async () => {
    expect(await press('Enter', 'Tab', 'Tab', 'Tab')).toBe('3.2.');
    expect(await panel(tab).isVisible()).toBe(false);
  });

  it('a number still leads to its clause, and the control stands behind it', async () => {
    await press('Enter');
    expect(new URL(tab.url()).hash).toBe('#3.2');
    await tab.focus('[href="#3.2"].label');
    expect(await press('Tab')).toBe('Copy link or citation, clause 3.2');
  });

  it('a heading without a number is reached too', async () => {
    await tab.focus('[href="#3"].label');
    expect(await press('Shift+Tab')).toBe('Copy link or citation, “What we “know” & why”');
    expect(
      await toggle(tab, '“What we “know” & why”').evaluate(
        (button) => getComputedStyle(button.parentElement ?? button).opacity,
      ),
    ).toBe('1');
  });
});

describe('a finger', async () => {
  const { tab } = await open('privacy/', { viewport: NARROW, hasTouch: true, isMobile: true });

  it('finds the control at the number it taps, and at headings without one', async () => {
    await tab.tap('[href="#3.2"].label');
    await toggle(tab, 'clause 3.2').tap();
    expect(await copied(tab, 'Copy link')).toBe(`${url}privacy/#3.2`);
    await tab.tap('h1');
    expect(await panel(tab).isVisible()).toBe(false);
    await toggle(tab, '“What we “know” & why”').tap();
    expect(await panel(tab).isVisible()).toBe(true);
  });

  it('has nothing that stands out sideways', async () => {
    for (const selector of ['[href="#3.3.2-2"].label', '[href="#2"].label']) {
      await tab.tap(selector);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width);
    }
  });
});

describe('where the clipboard is out of reach', () => {
  it('an insecure page shows the text, selected', async () => {
    const context = await browser.newContext({ viewport: NARROW });
    const tab = await context.newPage();
    await tab.route('http://legal.acme.example/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: url + pathname.slice(1) }) });
    });
    await tab.goto('http://legal.acme.example/privacy/');
    expect(await tab.evaluate(() => isSecureContext)).toBe(false);
    await choose(tab, '[id="3.3.2"] p', 'clause 3.3.2');
    await tab.getByRole('button', { name: 'Copy citation' }).click();
    const field = tab.getByLabel('Copying was refused. Select the text instead:');
    const citation = `Privacy policy, edition of 4 February 2020, clause 3.3.2\n${PERMANENT}#3.3.2`;
    expect(await field.inputValue()).toBe(citation);
    expect(
      await field.evaluate((element: HTMLTextAreaElement) => [element.selectionStart, element.selectionEnd]),
    ).toEqual([0, citation.length]);
    expect(await field.evaluate((element: HTMLTextAreaElement) => element.readOnly)).toBe(true);
    expect(await tab.getByRole('status').textContent()).toBe('');
  });

  it('so does a page whose reader forbade it', async () => {
    const { tab } = await open();
    await tab.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await choose(tab, '[id="3.1"]', 'clause 3.1');
    await tab.getByRole('button', { name: 'Copy link', exact: true }).click();
    expect(await tab.getByRole('textbox').inputValue()).toBe(`${url}privacy/#3.1`);
  });
});

describe('the text', async () => {
  const { tab, complaints } = await open();
  const { tab: plain } = await open('privacy/', { javaScriptEnabled: false });
  const select = (page: Tab) =>
    page.evaluate(() => {
      getSelection()?.selectAllChildren(document.querySelector('article') ?? document.body);
      return getSelection()?.toString();
    });

  it('has a plain link on every number without the script', async () => {
    expect(await plain.locator('.cite').count()).toBe(0);
    await plain.click('[href="#3.3.2"].label');
    expect(plain.url()).toBe(`${url}privacy/#3.3.2`);
  });

  it('is copied without a word of the control', async () => {
    await choose(tab, '[id="3.3.2-2"]', 'clause 3.3.2(2)');
    expect(await panel(tab).isVisible()).toBe(true);
    await select(tab);
    await tab.keyboard.press('Control+c');
    const text = await clipboard(tab);
    expect(text).toContain('courts, as clause 3.1 says.');
    expect(text).toBe(await select(plain));
  });

  it('does not move when the control comes', async () => {
    const tops = (page: Tab) =>
      page.$$eval('article :is(p, h2, .label, .text):not(.cite *)', (all) =>
        all.map((element) => element.getBoundingClientRect().top + scrollY),
      );
    const before = await tops(plain);
    for (const [selector, clause] of [
      ['[id="3.3.2-2"]', 'clause 3.3.2(2)'],
      ['[id="3.1"]', 'clause 3.1'],
      ['h2:has([id="3"])', 'clause 3'],
    ] as const) {
      await tab.keyboard.press('Escape');
      await choose(tab, selector, clause);
      expect(await tops(tab)).toEqual(before);
    }
  });

  it('is printed without the control', async () => {
    await tab.emulateMedia({ media: 'print' });
    expect(await tab.locator('.cite').count()).toBeGreaterThan(1);
    expect(await tab.locator('.cite:visible').count()).toBe(0);
    await tab.emulateMedia({ media: null });
    expect(await panel(tab).isVisible()).toBe(true);
  });

  it('is read with its headings as they are', async () => {
    expect(await tab.getByRole('heading', { name: '3. Sharing', exact: true }).count()).toBe(1);
  });

  it('breaks no rule of its Content-Security-Policy', () => {
    expect(complaints).toEqual([]);
  });
});

declare global {
  interface Window {
    /** What `axe.source` leaves in a page. */
    readonly axe: typeof import('axe-core');
  }
}

describe.each([
  { name: 'wide', options: { viewport: WIDE } },
  { name: 'narrow and dark', options: { viewport: NARROW, colorScheme: 'dark' } },
  { name: 'in forced colours', options: { viewport: WIDE, forcedColors: 'active' } },
] as const)('$name, axe', ({ options }) => {
  it('has nothing to say of the open control', async () => {
    const { tab } = await open('privacy/', options);
    await choose(tab, '[id="3.1"]', 'clause 3.1');
    await copied(tab, 'Copy link');
    const violations = await tab.evaluate(async () => (await window.axe.run()).violations);
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });
});

describe('a thousand clauses', async () => {
  const { tab } = await open('rules/');

  it('get one control between them', async () => {
    const count = () =>
      tab.evaluate(() => [document.querySelectorAll('.clause').length, document.querySelectorAll('.cite').length]);
    expect(await count()).toEqual([1000, 0]);
    await tab.hover('[id="1.400"]');
    await tab.focus('[href="#2.400"].label');
    expect(await count()).toEqual([1000, 1]);
  });
});
