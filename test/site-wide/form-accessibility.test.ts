/** Every state of the form against axe-core, and what axe does not see: names, size of targets, zoom, the field that nobody is to find. */
import axe from 'axe-core';
import type { BrowserContextOptions, Page as Tab } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startBrowser } from './browser.ts';
import { json, serveForm, startReceiver } from './form-site.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a window of 1280 pixels has left at 400 % (WCAG 2.2, 1.4.10). */
const ZOOMED = { width: 320, height: 256 };

const browser = await startBrowser();
const receiver = await startReceiver();
const site = await serveForm(() => `{kind: promulgate, endpoint: "${receiver.origin}/", email: help@acme.org}`);

async function open(path: string, options: BrowserContextOptions): Promise<Tab> {
  const context = await browser.newContext(options);
  await context.addInitScript(axe.source);
  const tab = await context.newPage();
  await tab.goto(site.url + path);
  return tab;
}

async function faults(tab: Tab): Promise<string[]> {
  return tab.evaluate(async (values) => {
    const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, RULES);
}

const overflow = (tab: Tab) => tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Links in running text are as high as their line (WCAG 2.2, 2.5.8, exception “inline”). */
const smallTargets = (tab: Tab) =>
  tab
    .locator('main :is(button, input:not([type="hidden"], .unseen *), select, textarea, .actions a)')
    .evaluateAll((found) =>
      found
        .map((each) => (each.matches('[type="radio"]') ? (each.closest('.choice') ?? each) : each))
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44)
        .map(({ outerHTML }) => outerHTML),
    );

describe.each([
  ['in English, wide', 'feedback/', { viewport: { width: 1280, height: 900 } }, 'Send', 'Message'],
  [
    'in Russian, zoomed to 400 %, dark',
    'feedback/ru/',
    { viewport: ZOOMED, colorScheme: 'dark' },
    'Отправить',
    'Сообщение',
  ],
] as const)('the form %s', (_, root, options, send, message) => {
  it('has no fault in any state, stays within the window and has targets that a thumb can hit', async () => {
    const tab = await open(`${root}privacy/2026-01-01/?clause=1.1`, options);
    const button = tab.getByRole('button', { name: send, exact: true });
    const look = async () => [await faults(tab), await overflow(tab), await smallTargets(tab)];
    expect(await look()).toEqual([[], 0, []]);
    await button.click();
    await tab.locator('.form-report').waitFor();
    expect(await look()).toEqual([[], 0, []]);
    await tab.getByLabel(message).fill('A question.');
    receiver.answer = json(500, {});
    await button.click();
    await tab.locator('.actions').waitFor();
    expect(await look()).toEqual([[], 0, []]);
    receiver.answer = json(200, { ok: true });
    await button.click();
    await tab.locator('.arrived').waitFor();
    expect(await look()).toEqual([[], 0, []]);
  });
});

describe('every field', () => {
  it('has a name of its own that says whether it must be filled in, also without script', async () => {
    const tab = await open('feedback/privacy/2026-01-01/', { javaScriptEnabled: false });
    const names = await tab.locator('.field > :is(label, legend)').allTextContents();
    expect(names).toEqual([
      ...['Clause (optional)', 'What is it about? (required)', 'Message (required)'],
      ...['Name (optional)', 'E-mail address for our reply (optional)'],
    ]);
    const tokens = await tab
      .locator('[autocomplete]')
      .evaluateAll((fields) =>
        fields.map((field) => [field.getAttribute('name'), field.getAttribute('autocomplete')].join(' ')),
      );
    expect(tokens).toEqual(['name name', 'email email', 'note_2 off']);
  });

  it('is reached by the keyboard with a visible focus, but for the one that nobody is to fill in', async () => {
    const tab = await open('feedback/privacy/2026-01-01/', {});
    await tab.getByLabel('Clause').focus();
    const reached: (string | null)[] = [];
    for (let step = 0; step < 6; step += 1) {
      const [name, outline] = await tab.evaluate(() => {
        const active = document.activeElement as HTMLElement;
        return [active.getAttribute('name') ?? active.textContent, getComputedStyle(active).outlineStyle];
      });
      reached.push(name ?? null);
      expect([name, outline]).not.toEqual([name, 'none']);
      await tab.keyboard.press('Tab');
    }
    expect(reached).toEqual(['clause', 'topic', 'message', 'name', 'email', 'Privacy policy']);
    expect(await tab.getByRole('textbox', { name: 'Leave this field empty' }).count()).toBe(0);
  });
});
