/** Every page against axe-core: WCAG 2.2 A and AA and the best practices it knows, wide and narrow, light and dark. */
import axe from 'axe-core';
import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startBrowser } from './browser.ts';
import { serveSample } from './sample-site.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };

const browser = await startBrowser();
const { site, url } = await serveSample();
/** Every page but the permanent ones of the standing editions, whose text is on the stable pages as well, and all but one form of an edition. */
const standing = new Set(site.timelines.flatMap(({ policy, inForce }) => `${policy.slug}/${inForce}/`));
const form = site.pages.find(({ kind }) => kind === 'edition-feedback');
const paths = site.pages
  .filter((page) => page === form || page.kind !== 'edition-feedback')
  .map(({ path }) => path)
  .filter((path) => !standing.has(path.replace(/^ru\//, '')));
/** One page of each look: lists, a text with a notice, a text with a table, forms, a text in another script, changes, histories. */
const looks = [
  ...[
    '',
    'privacy/',
    'cookies/',
    'archive/',
    'feedback/privacy/',
    'feedback/privacy/2026-06-01/',
    'ru/privacy/2027-03-01/',
  ],
  ...['cookies/2026-06-01/changes/', 'privacy/compare/?from=2023-03-01&to=2027-03-01'],
  ...['privacy/clauses/', 'privacy/clauses/2023-03-01-1/'],
];

async function openTab(options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  await context.addInitScript(axe.source);
  return context.newPage();
}

declare global {
  interface Window {
    /** What `axe.source` leaves in a page. */
    readonly axe: typeof import('axe-core');
  }
}

async function examine(tab: Awaited<ReturnType<typeof openTab>>, path: string): Promise<string[]> {
  await tab.goto(url + path);
  if (path.includes('?')) await tab.locator('.comparison').waitFor();
  return tab.evaluate(async (values) => {
    const { violations, passes } = await window.axe.run(document, { runOnly: { type: 'tag', values } });
    if (passes.length < 10) return ['hardly a rule was tried'];
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }, RULES);
}

describe('axe', async () => {
  const tab = await openTab({ viewport: WIDE });

  it.each(paths)('has nothing to say of /%s', async (path) => {
    expect(await examine(tab, path)).toEqual([]);
  });

  it('would notice a fault', async () => {
    await tab.goto(url);
    await tab.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
    const found = await tab.evaluate(async () => (await window.axe.run()).violations.map(({ id }) => id));
    expect(found).toContain('button-name');
  });
});

describe.each([
  { name: 'on a narrow screen', options: { viewport: NARROW } },
  { name: 'on a dark screen', options: { viewport: WIDE, colorScheme: 'dark' } },
] as const)('$name, axe', async ({ options }) => {
  const tab = await openTab(options);

  it.each(looks)('has nothing to say of /%s', async (path) => {
    expect(await examine(tab, path)).toEqual([]);
  });
});
