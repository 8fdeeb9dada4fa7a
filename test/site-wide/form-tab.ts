/** A browser goes in; tabs with a form come out, and what is to be found in them. */
import type { Browser, BrowserContextOptions, Locator, Page as Tab } from 'playwright-core';

/** Opens an address in a context of its own. */
export function opener(browser: Browser) {
  return async (address: string, options: BrowserContextOptions = {}): Promise<Tab> => {
    const context = await browser.newContext(options);
    const tab = await context.newPage();
    await tab.goto(address);
    return tab;
  };
}

export const WORDS = 'Clause 1.2 says one thing.\nClause 2.1 says another.';
export const send = (tab: Tab) => tab.getByRole('button', { name: 'Send', exact: true });
export const message = (tab: Tab) => tab.getByLabel('Message');
export const report = (tab: Tab) => tab.locator('.form-report');

/** Where something is in the window, scrolled into it. */
export async function boxOf(found: Locator) {
  await found.scrollIntoViewIfNeeded();
  const box = await found.boundingBox();
  if (box === null) throw new Error('Nothing to be seen');
  return box;
}
