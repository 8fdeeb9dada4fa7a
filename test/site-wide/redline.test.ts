/** The pages of changes as readers use them: by link, by key, without script, on paper, in columns. */
import type { BrowserContextOptions, Page as Tab } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/diff/compare.ts';
import { markUp } from '../../src/diff/mark-up.ts';
import { settleCorrections } from '../../src/diff/settle-corrections.ts';
import { findSubstance } from '../../src/diff/substance.ts';
import { dressRedline } from '../../src/theme/redline/dress-redline.ts';
import { createStrings } from '../../src/theme/strings.ts';
import { body } from '../diff/compared.ts';
import { THEME } from '../theme/views.ts';
import { startBrowser } from './browser.ts';
import { serveSample } from './sample-site.ts';

const PATH = 'privacy/2025-02-01/changes/';
const browser = await startBrowser();
const { site, url } = await serveSample();

async function openTab(path = PATH, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  await tab.goto(url + path);
  return tab;
}

const focused = (tab: Tab) => tab.evaluate(() => document.activeElement?.closest('.change-stop')?.id);
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of an edition's own page. */
async function wordsOn(tab: Tab, path: string): Promise<string[]> {
  await tab.goto(url + path);
  return wordsOf(await tab.evaluate(readArticle, { selector: 'article', drop: '' }));
}

/** Text of what `selector` finds without what `drop` finds, hidden words or furniture, in order. */
function readArticle({ selector, drop }: { selector: string; drop: string }): string {
  const ours = '.change-stop, .before, .unchanged > summary, :is(ins, del) > .sr-only, [data-footnote-backref], .cite';
  return [...document.querySelectorAll(selector)]
    .map((found) => {
      const copy = found.cloneNode(true) as HTMLElement;
      for (const node of copy.querySelectorAll(drop === '' ? ours : `${ours}, ${drop}`)) node.remove();
      for (const glued of copy.querySelectorAll('p, li, td, th, h2, h3, .label, summary, section')) glued.append(' ');
      return copy.textContent ?? '';
    })
    .join(' ');
}

describe('the text with its changes', async () => {
  const tab = await openTab();
  const pages = site.pages.flatMap((page) => (page.kind === 'changes' ? [page] : []));

  it.each(pages)('holds both texts to the word at $path', async ({ path, policy, older, newer, language }) => {
    const root = language === 'en' ? '' : `${language}/`;
    const [before, after] = [
      await wordsOn(tab, `${root}${policy}/${older}/`),
      await wordsOn(tab, `${root}${policy}/${newer}/`),
    ];
    await tab.goto(url + path);
    const without = async (drop: string) => wordsOf(await tab.evaluate(readArticle, { selector: 'article', drop }));
    expect(after.length).toBeGreaterThan(200);
    expect(await without('ins, [data-redline="moved-here"]')).toEqual(before);
    expect(await without('del, [data-redline="moved-away"]')).toEqual(after);
  });
});

it('never sets what is said of two changes one over the other', async () => {
  const tab = await openTab();
  const uses = '1.1. The tenant uses the flat as a';
  const keys = 'Keys: the tenant receives three keys and returns all of them at the end of the lease.';
  const rent = '- The rent is EUR 950 a month.\n- It is payable on the first day of each month, to the account of the';
  const older = `## 1. Use\n\n${uses} *home* only.\n\n1.2. ${keys}\n\n1.3. Then:\n\n${rent} landlord.\n`;
  const newer = `## 1. Use\n\n${uses} home only. ${keys}\n\n1.2. Then:\n\n${rent.replace('950', '970')} agent.\n`;
  const { bodyHtml } = dressRedline(
    { body: body(older), corrections: [], title: 'Lease' },
    { body: body(newer), corrections: [], title: 'Lease' },
    {
      engine: { settleCorrections, compare, findSubstance, markUp },
      language: 'en',
      words: createStrings(THEME, ['en']).wordsFor('en'),
      link: (path) => path,
    },
  );
  const overlaps = await tab.evaluate((html) => {
    const article = document.querySelector('.marked > article');
    if (article !== null) article.innerHTML = html;
    const stops = [...document.querySelectorAll('.marked > article .change-stop')];
    const boxes = stops.map((stop) => stop.getBoundingClientRect()).sort((a, b) => a.top - b.top);
    return boxes.map(({ top }, index) => (index === 0 ? 0 : Math.max(0, (boxes[index - 1]?.bottom ?? 0) - top)));
  }, bodyHtml);
  expect(overlaps.length).toBeGreaterThan(3);
  expect(overlaps.filter((overlap) => overlap > 1)).toEqual([]);
});

describe('a reader', () => {
  it('goes from the list to a change, and on from change to change by link', async () => {
    const tab = await openTab(PATH, { javaScriptEnabled: false });
    await tab.locator('.change-list a').first().click();
    const start = Number(new URL(tab.url()).hash.replace('#page:change-', ''));
    expect(start).toBeGreaterThan(0);
    const stop = (number: number) => tab.locator(`[id="page:change-${number}"]`);
    await stop(start).getByRole('link', { name: 'Next change' }).click();
    expect(new URL(tab.url()).hash).toBe(`#page:change-${start + 1}`);
    await stop(start + 1)
      .getByRole('link', { name: 'Previous change' })
      .click();
    expect(new URL(tab.url()).hash).toBe(`#page:change-${start}`);
  });

  it('goes on by key, is told so, and is read the number of the change', async () => {
    const tab = await openTab();
    expect(await tab.getByText('Keys: j for the next change').isVisible()).toBe(true);
    await tab.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    for (const number of [1, 2, 3]) {
      await tab.keyboard.press('j');
      expect(await focused(tab)).toBe(`page:change-${number}`);
    }
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toMatch(/^Change 3 of \d+$/);
    await tab.keyboard.press('k');
    expect(await focused(tab)).toBe('page:change-2');
    expect(new URL(tab.url()).hash).toBe('#page:change-2');
    await tab.goBack();
    expect(tab.url()).toBe('about:blank');
  });

  it('types and chooses undisturbed, and can switch the keys off', async () => {
    const tab = await openTab();
    await tab.keyboard.press('j');
    for (const key of ['Control+j', 'Alt+j', 'Meta+j', 'Shift+J']) await tab.keyboard.press(key);
    expect(await focused(tab)).toBe('page:change-1');
    await tab.evaluate(() => document.querySelector('main')?.append(document.createElement('textarea')));
    await tab.locator('textarea').press('j');
    expect(await tab.locator('textarea').inputValue()).toBe('j');
    await tab.getByLabel('Keys: j').uncheck();
    await tab.keyboard.press('j');
    expect(await focused(tab)).toBeUndefined();
  });

  it('uses the same keys with a Russian layout', async () => {
    const tab = await openTab();
    await tab.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'о', code: 'KeyJ', bubbles: true })),
    );
    expect(await focused(tab)).toMatch(/^page:change-\d+$/);
  });

  it('comes from an edition, its archive and its neighbour', async () => {
    const tab = await openTab('privacy/2025-02-01/');
    await tab.getByRole('link', { name: 'What changed, word by word' }).click();
    await tab.waitForURL(url + PATH);
    await tab.getByRole('link', { name: 'Changes in the edition of 1 June 2026' }).click();
    await tab.waitForURL(`${url}privacy/2026-06-01/changes/`);
    await tab.getByRole('link', { name: 'All editions' }).click();
    await tab.getByRole('link', { name: /word by word: 1.February 2025/ }).click();
    await tab.waitForURL(url + PATH);
    await tab.getByRole('link', { name: 'Edition of 1 March 2023' }).click();
    await tab.waitForURL(`${url}privacy/2023-03-01/`);
    expect(await tab.getByRole('link', { name: 'word by word' }).count()).toBe(0);
  });
});

it('names both editions, with when each applies, on the page and on paper', async () => {
  const tab = await openTab('privacy/2027-03-01/changes/', { javaScriptEnabled: false });
  const facts = ((await tab.locator('.facts').textContent()) ?? '').replace(/[\s\u00A0]+/g, ' ').trim();
  expect(facts).toBe(
    'Text beforeEdition of 1 June 2026 Version 3.0 In force from 1 June 2026 until 28 February 2027. Text afterEdition of 1 March 2027 Version 4.0 Published on 23 November 2026; applies from 1 March 2027.',
  );
  const imprint = (await tab.locator('html').getAttribute('data-imprint'))?.replaceAll('\u00A0', ' ');
  expect(imprint).toBe(
    'Privacy policy: from the edition of 1 June 2026 to the edition of 1 March 2027. https://legal.ballyvane.example/privacy/2027-03-01/changes/',
  );
});

it('shows what the publisher calls the change beside what was found', async () => {
  const tab = await openTab('privacy/2027-03-01/changes/', { javaScriptEnabled: false });
  expect(await tab.locator('.author-says').textContent()).toContain('The publisher calls this change substantive.');
  expect(await tab.locator('.found').textContent()).toContain('May change what the text means:');
  const [says, found] = await Promise.all(['.author-says', '.found'].map((at) => tab.locator(at).boundingBox()));
  expect(says?.y).toBe(found?.y);
  await tab.getByRole('link', { name: '5.1.1' }).first().click();
  expect(await tab.locator('.change-stop:target').count()).toBe(1);
});

describe('what stayed', () => {
  const CLOSED = 'terms/2026-06-19/changes/';
  const hidden = (tab: Tab) =>
    tab.evaluate(() => {
      const texts = [...document.querySelectorAll<HTMLElement>('.unchanged > :not(summary)')];
      return texts.filter((text) => !text.checkVisibility({ contentVisibilityAuto: true })).length;
    });

  it('opens piece by piece, and all at once, without script', async () => {
    const tab = await openTab(CLOSED, { javaScriptEnabled: false });
    const all = await hidden(tab);
    expect(all).toBeGreaterThan(5);
    await tab.locator('.unchanged > summary').first().click();
    expect(await hidden(tab)).toBeLessThan(all);
    await tab.getByLabel('Show all of the unchanged text').check();
    expect(await hidden(tab)).toBe(0);
    await tab.getByLabel('Show all of the unchanged text').uncheck();
    expect(await hidden(tab)).toBeGreaterThan(0);
  });

  it('is open on paper', async () => {
    const tab = await openTab(CLOSED);
    await tab.emulateMedia({ media: 'print' });
    await expect.poll(() => hidden(tab)).toBe(0);
  });

  it('opens for whoever comes with the address of a clause in it', async () => {
    const tab = await openTab(CLOSED);
    const id = await tab.locator('.unchanged [id]').first().getAttribute('id');
    await tab.goto(`${url}${CLOSED}#${id}`);
    await expect.poll(() => tab.locator(`[id="${id}"]`).isVisible(), { timeout: 10_000 }).toBe(true);
  });
});

describe('a change', () => {
  const strokes = (tab: Tab) =>
    tab.evaluate(() =>
      ['.prose ins', '.prose del'].map((selector) => {
        const style = getComputedStyle(document.querySelector(selector) ?? document.body);
        return `${style.textDecorationLine} ${style.textDecorationStyle}`;
      }),
    );

  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active' }],
  ] as const)('is told by strokes in %s', async (_, options) => {
    expect(await strokes(await openTab(PATH, options))).toEqual(['underline double', 'line-through solid']);
  });

  it('is told by strokes alone on paper', async () => {
    const tab = await openTab();
    await tab.emulateMedia({ media: 'print' });
    expect(await strokes(tab)).toEqual(['underline double', 'line-through solid']);
    const colours = await tab.evaluate(() =>
      ['ins', 'del'].map((name) => getComputedStyle(document.querySelector(`.prose ${name}`) ?? document.body).color),
    );
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(0, 0, 0)']);
  });

  it('is announced in the language of the page', async () => {
    const tab = await openTab('ru/privacy/2027-03-01/changes/');
    const said = await tab
      .locator('.prose ins')
      .first()
      .evaluate((ins) => ins.textContent ?? '');
    expect(said).toMatch(/^\[добавлено: .* конец добавления\]$/s);
  });
});

/** In the page: what is seen of each element, every space of it. */
const seenIn = (selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let seen = '';
    while (walker.nextNode() !== null) {
      const parent = walker.currentNode.parentElement;
      if (parent?.checkVisibility() && parent.closest('.sr-only') === null) seen += walker.currentNode.nodeValue;
    }
    return seen;
  });

describe('side by side', () => {
  const beside = { viewport: { width: 1440, height: 900 }, javaScriptEnabled: false };

  it('is offered only where there is room, without script too', async () => {
    const shown = async (options: BrowserContextOptions) =>
      (await openTab(PATH, options)).getByLabel('Side by side').isVisible();
    expect(await shown(beside)).toBe(true);
    expect(await shown({ viewport: { width: 800, height: 900 } })).toBe(false);
  });

  it.each([
    [PATH, 'privacy/2023-03-01/', 'privacy/2025-02-01/'],
    ['cookies/2026-06-01/changes/', 'cookies/2025-02-01/', 'cookies/2026-06-01/'],
  ])('has each text to the word in its column, at %s', async (path, older, newer) => {
    const tab = await openTab(path, beside);
    const [before, after] = [await wordsOn(tab, older), await wordsOn(tab, newer)];
    await tab.goto(url + path);
    await tab.getByLabel('Show all of the unchanged text').check();
    expect(await tab.locator('.before:visible').count()).toBe(0);
    await tab.getByLabel('Side by side').check();
    expect(await tab.locator('.columns-head').isVisible()).toBe(true);
    const words = async (other: string) => wordsOf(await tab.evaluate(readVisible, other));
    expect(await words('.prose > .before + *')).toEqual(before);
    expect(await words('.prose > .before')).toEqual(after);
    const columns = await tab.evaluate(seenIn, '.prose > .before, .prose > .before + *');
    expect(columns.filter((text) => /[\p{L}\p{N}]\s+[.,;:]/u.test(text))).toEqual([]);
    const ids = await tab.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('stands in two columns of one height, and on paper as well', async () => {
    const tab = await openTab(PATH, beside);
    await tab.getByLabel('Side by side').check();
    const places = async () => {
      const one = await tab.locator('.before:has(del)').first().boundingBox();
      const other = await tab.locator('.before:has(del) + *').first().boundingBox();
      return one === null || other === null ? 'unseen' : `${one.y === other.y} ${other.x - one.x > one.width}`;
    };
    expect(await places()).toBe('true true');
    await tab.emulateMedia({ media: 'print' });
    await tab.setViewportSize({ width: 794, height: 1123 });
    expect(await places()).toBe('true true');
  });

  it('is told to those who hear it, and the way from change to change stays', async () => {
    const tab = await openTab(PATH, { ...beside, javaScriptEnabled: true });
    await tab.getByLabel('Side by side').check();
    const heard = await tab.locator('.before:has(del)').first().ariaSnapshot();
    expect(heard).toMatch(/^- text: ["']?Text before:/);
    expect(heard).toContain('Text after:');
    await tab.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    for (const number of [1, 2, 3, 4, 5]) {
      await tab.keyboard.press('j');
      expect(await focused(tab)).toBe(`page:change-${number}`);
    }
  });
});

/** What is shown of the text, less what `other` finds and what is furniture. */
function readVisible(other: string): string {
  const ours = '.change-stop, summary, :is(ins, del, .before) > .sr-only, [data-footnote-backref], .cite';
  const walker = document.createTreeWalker(
    document.querySelector('.marked > article') ?? document,
    NodeFilter.SHOW_TEXT,
  );
  let [text, block]: [string, Element | null] = ['', null];
  while (walker.nextNode() !== null) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement === null || parentElement.closest(`${ours}, ${other}`) !== null) continue;
    if (!parentElement.checkVisibility()) continue;
    const own = parentElement.closest('p, li, td, th, h2, h3, .label, section');
    text += (own === block ? '' : ' ') + textContent;
    block = own;
  }
  return text;
}
