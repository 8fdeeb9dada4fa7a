/** An edition on paper: every sheet says what it is, and nothing is printed that only a screen can use. */
import { describe, expect, it } from 'vitest';
import { partedWords, shownText, startBrowser } from './browser.ts';
import { serveSample } from './sample-site.ts';

const IMPRINT = 'Privacy policy, edition of 1 June 2026. https://legal.ballyvane.example/privacy/2026-06-01/';

const browser = await startBrowser();
const { url } = await serveSample();
const context = await browser.newContext({ viewport: { width: 800, height: 1100 }, colorScheme: 'dark' });
const tab = await context.newPage();
await tab.emulateMedia({ media: 'print' });

describe('on paper', () => {
  it('leaves navigation away', async () => {
    await tab.goto(`${url}privacy/`);
    const shown = await tab
      .locator('nav, .skip, .site-links')
      .evaluateAll((all) =>
        all.filter((element) => getComputedStyle(element).display !== 'none').map(({ className }) => className),
      );
    expect(shown).toEqual([]);
    expect(await tab.locator('nav').count()).toBeGreaterThan(3);
  });

  it('keeps the text, its dates and its publisher', async () => {
    await tab.goto(`${url}privacy/2025-02-01/`);
    const printed = await shownText(tab, 'body');
    for (const words of [
      'This edition applied until 31 May 2026.',
      'In force from 1 February 2025 until 31 May 2026.',
      'https://legal.ballyvane.example/privacy/2025-02-01/',
      'Ballyvane Instruments Limited',
    ]) {
      expect(printed).toContain(words);
    }
  });

  it('is black on white, whatever the screen', async () => {
    await tab.goto(`${url}privacy/`);
    const { color, paper } = await tab.evaluate(() => ({
      color: getComputedStyle(document.body).color,
      paper: getComputedStyle(document.documentElement).backgroundColor,
    }));
    expect([color, paper]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });

  it.each(['privacy/', 'privacy/2026-06-01/'])('names the edition at the foot of each sheet of /%s', async (path) => {
    await tab.goto(url + path);
    const { imprint, foot } = await tab.evaluate(() => {
      const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
      const sheet = rules.find(({ cssText }) => cssText.startsWith('@page'));
      return {
        imprint: getComputedStyle(document.documentElement).getPropertyValue('--imprint'),
        foot: sheet?.cssText ?? '',
      };
    });
    expect(imprint.replaceAll('\u00A0', ' ')).toBe(`"${IMPRINT}"`);
    expect(foot).toMatch(/@bottom-left \{[^}]*content: var\(--imprint\)/);
    expect(foot).toMatch(/@bottom-right \{[^}]*counter\(page\)[^}]*counter\(pages\)/);
  });

  it('fits A4 and Letter sheets without a table cut off or a word parted', async () => {
    await tab.goto(`${url}cookies/`);
    for (const format of ['A4', 'Letter']) {
      const pdf = (await tab.pdf({ format, preferCSSPageSize: false })).toString('latin1');
      expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
    }
    await tab.setViewportSize({ width: 597, height: 900 });
    const cut = await tab
      .locator('.table-scroll')
      .evaluateAll((all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length);
    expect(cut).toBe(0);
    expect(await partedWords(tab)).toEqual([]);
  });
});
