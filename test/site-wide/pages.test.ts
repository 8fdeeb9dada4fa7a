/** Visits every page of the sample site in a real browser, under the very headers that are written for its host. */
import type { Page as Tab } from 'playwright-core';
import { expect, it } from 'vitest';
import { partedWords, startBrowser } from './browser.ts';
import { follow } from './rest.ts';
import { serveSample } from './sample-site.ts';

interface Visit {
  readonly path: string;
  readonly status: number;
  readonly policy: string;
  /** Console errors and warnings, uncaught exceptions, violations of the Content-Security-Policy. */
  readonly complaints: readonly string[];
  readonly requested: readonly string[];
  /** Requests that got no answer, or one of 400 and above. */
  readonly failed: readonly string[];
  readonly links: readonly string[];
  readonly ids: readonly string[];
  /** What stands out sideways on a screen 320 pixels wide. */
  readonly overflowing: readonly string[];
}

const browser = await startBrowser();
const { site, url } = await serveSample();
const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
await context.addInitScript(() => {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`violates ${effectiveDirective}: ${blockedURI}`);
  });
});
const tab = await context.newPage();
const visits: Visit[] = [];
for (const { path } of site.pages) visits.push(await visit(path));

async function visit(path: string): Promise<Visit> {
  const { complaints, requested, failed, stop } = listen(tab);
  // The script asks the server for the time: who leaves before the answer cuts it off.
  const rest = follow(tab);
  const response = await tab.goto(url + path);
  await rest();
  const seen = await tab.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const all = [...document.querySelectorAll<HTMLElement>('body *')];
    const wide = all.filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5);
    return {
      links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      overflowing:
        scrollWidth > clientWidth ? wide.map(({ tagName, className }) => `${tagName.toLowerCase()}.${className}`) : [],
    };
  });
  stop();
  const policy = response?.headers()['content-security-policy'] ?? '';
  return { path, status: response?.status() ?? 0, policy, complaints, requested, failed, ...seen };
}

function listen(page: Tab) {
  const heard = { complaints: [] as string[], requested: [] as string[], failed: [] as string[] };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.complaints.push(message.text());
  });
  page.on('pageerror', (error) => heard.complaints.push(String(error)));
  page.on('request', (request) => heard.requested.push(request.url()));
  page.on('requestfailed', (request) => heard.failed.push(request.url()));
  page.on('response', (response) => {
    if (response.status() >= 400) heard.failed.push(`${response.status()} ${response.url()}`);
  });
  return { ...heard, stop: () => page.removeAllListeners() };
}

/** Every entry with the page it is from, so that a failure says where. */
function told(of: (visit: Visit) => readonly string[]): string[] {
  return visits.flatMap((seen) => of(seen).map((entry) => `/${seen.path}: ${entry}`));
}

const isOurs = (address: string) => address.startsWith(url);

it('visits pages of every kind', () => {
  expect(new Set(site.pages.map(({ kind }) => kind))).toEqual(
    new Set([
      ...['home', 'archive', 'feedback', 'thanks', 'not-found', 'policy', 'policy-archive', 'edition'],
      ...['changes', 'compare', 'verify', 'policy-feedback', 'edition-feedback', 'clauses', 'clause-history'],
    ]),
  );
  expect(visits.map(({ status }) => status)).toEqual(visits.map(() => 200));
});

it('gives every page a strict policy', () => {
  const lax = visits.filter(({ policy }) => !policy.startsWith("default-src 'none'; ") || policy.includes('unsafe-'));
  expect(lax.map(({ path }) => path)).toEqual([]);
});

it('violates no policy and leaves the console empty', () => {
  expect(told(({ complaints }) => complaints)).toEqual([]);
});

it('would notice a violation', async () => {
  await tab.goto(url);
  const { complaints, stop } = listen(tab);
  await tab.evaluate(() => {
    document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/pixel.gif' }));
  });
  await expect
    .poll(() => complaints, { timeout: 10_000 })
    .toContain('violates img-src: https://elsewhere.example/pixel.gif');
  stop();
});

it('asks nothing of any other origin', () => {
  expect(visits.every(({ requested }) => requested.length > 1)).toBe(true);
  expect(told(({ requested }) => requested.filter((address) => !isOurs(address)))).toEqual([]);
});

it('gets everything it asks for', () => {
  expect(told(({ failed }) => failed)).toEqual([]);
});

it('sets no cookie and stores nothing', async () => {
  expect(await context.storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
});

it('leads straight to a page with every link', async () => {
  const targets = new Set(visits.flatMap(({ links }) => links.filter(isOurs).map((link) => link.replace(/#.*/, ''))));
  expect(targets.size).toBeGreaterThanOrEqual(visits.length - 3);
  const answers = await Promise.all(
    [...targets].map(async (target) => {
      const { status } = await fetch(target, { redirect: 'manual' });
      return `${status} ${target}`;
    }),
  );
  expect(answers.filter((answer) => !answer.startsWith('200 '))).toEqual([]);
});

it('finds the target of every link into a page', () => {
  const ids = new Map(visits.map((seen) => [url + seen.path, new Set(seen.ids)]));
  const pairs = visits.flatMap(({ path, links }) => links.filter(isOurs).map((link) => ({ path, link })));
  const inward = pairs.filter(({ link }) => link.includes('#'));
  expect(inward.length).toBeGreaterThan(100);
  const dead = inward.filter(({ link }) => {
    const [page = '', fragment = ''] = link.split('#');
    return ids.get(page)?.has(decodeURIComponent(fragment)) !== true;
  });
  expect(dead).toEqual([]);
});

it('gives no two elements of a page one id', () => {
  expect(told(({ ids }) => ids.filter((id, index) => ids.indexOf(id) !== index))).toEqual([]);
});

it('fits a screen 320 pixels wide', () => {
  expect(told(({ overflowing }) => overflowing)).toEqual([]);
});

it('parts no word in the narrow columns of a table', async () => {
  for (const path of ['cookies/', 'ru/cookies/', 'archive/', 'ru/privacy/archive/']) {
    await tab.goto(url + path);
    expect(await partedWords(tab)).toEqual([]);
    expect(await tab.locator('td').count()).toBeGreaterThan(5);
  }
});

it('answers a missing address with the page that says so', async () => {
  const response = await tab.goto(`${url}privacy/1999-01-01/annex/`);
  expect(response?.status()).toBe(404);
  const paper = await tab.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(paper).not.toBe('rgba(0, 0, 0, 0)');
  await tab.locator('main a').first().click();
  await tab.waitForURL(`${url}archive/`);
});
