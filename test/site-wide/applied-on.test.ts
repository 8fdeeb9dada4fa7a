/** The archive of a policy, asked which text applied on a day or at a moment: in a real browser, under the site's own headers. */
import type { BrowserContextOptions, Page as Tab } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { shownText, startBrowser } from './browser.ts';
import { serveClocked, visit as visitAt } from './clocked-site.ts';

const SITE = `title: Acme
url: https://legal.acme.example
timeZone: Europe/Moscow
languages: [en, ru]
organization: {name: Acme LLC}
`;

const edition = (effective: string, title = 'Privacy policy') =>
  `---\ntitle: ${title}\neffective: ${effective}\nsummary: Changes.\n---\n\nThe text of ${effective}.\n`;

const NOW = '2026-11-25T12:00:00Z';

const browser = await startBrowser();
const host = await serveClocked({
  asOf: '2026-11-25',
  policies: {
    'site.yaml': SITE,
    'privacy/2020-02-04.md': edition('2020-02-04'),
    'privacy/2020-02-04.ru.md': edition('2020-02-04', 'Политика'),
    'privacy/2025-02-01.md': edition('2025-02-01T12:00:00+03:00'),
    'privacy/2027-01-01.md': edition('2027-01-01'),
  },
});

/** Opens the archive with a query, at a time that its host and the visitor's device agree on. */
function visit(query = '', conditions: BrowserContextOptions & { at?: string; path?: string } = {}) {
  const { at = NOW, path = 'privacy/archive/', ...options } = conditions;
  Object.assign(host, { time: at, fate: () => 'answered' });
  host.asked.length = 0;
  return visitAt(browser, host.url + path + query, { device: at, ...options });
}

const field = (tab: Tab) => tab.locator('.applied-on').getByRole('textbox');
const output = (tab: Tab) => tab.locator('.applied-on output');
/** Where the answer's links lead, by path below the policy. */
const answers = (tab: Tab) =>
  output(tab)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
const ask = async (tab: Tab, day: string) => {
  await field(tab).fill(day);
  await tab.getByRole('button', { name: 'Show' }).click();
};
const FIRST = '../2020-02-04/';
const SECOND = '../2025-02-01/';
const THIRD = '../2027-01-01/';

describe('a day', () => {
  it.each([
    ['is in the time of one edition', '2021-05-03', [FIRST]],
    ['is the first of an edition', '2020-02-04', [FIRST]],
    ['is in the time of two, in their order', '2025-02-01', [FIRST, SECOND]],
    ['comes after', '2025-02-02', [SECOND]],
    ['is the last of an edition', '2026-12-31', [SECOND]],
    ['is the first of an announced one', '2027-01-01', [THIRD]],
  ])('that %s has its answer: %s %s', async (_, day, editions) => {
    const { tab, complaints } = await visit(`?on=${day}`);
    expect(await answers(tab)).toEqual(editions);
    expect(await field(tab).inputValue()).toBe(day);
    expect(complaints).toEqual([]);
  });

  it('before the first edition has an honest one', async () => {
    const { tab } = await visit('?on=2020-02-03');
    expect(await answers(tab)).toEqual([]);
    expect(await output(tab).textContent()).toContain('This is before the first edition that is kept here.');
  });
});

describe('a moment', () => {
  it.each([
    ['2021-05-03T12:00:00%2B03:00', [FIRST]],
    ['2021-05-03T12:00:00+03:00', [FIRST]],
    ['2025-02-01T11:59:59+03:00', [FIRST]],
    ['2025-02-01T12:00:00+03:00', [SECOND]],
    ['2025-02-01T09:00Z', [SECOND]],
    ['2025-02-01T03:59:59-05:00', [FIRST]],
    ['2026-12-31T20:59:59z', [SECOND]],
    ['2026-12-31T21:00:00Z', [THIRD]],
  ])('has one answer: %s %s', async (moment, editions) => {
    const { tab } = await visit(`?on=${moment}`);
    expect(await answers(tab)).toEqual(editions);
  });
});

describe('nonsense', () => {
  it.each(['yesterday', '2021-02-30', '2021-13-01', '2021-05-03T12:00', '2021-05-03T24:00:00Z', '03.05.2021', '%00'])(
    'is told from a day: %s',
    async (asked) => {
      const { tab, complaints } = await visit(`?on=${asked}`);
      expect((await output(tab).textContent())?.trim()).toBe('Please enter a day in the form 2021-05-03.');
      expect(complaints).toEqual([]);
    },
  );
});

describe('a time that is still to come', () => {
  const isUndecided = async (tab: Tab) => (await output(tab).textContent())?.includes('This time is still to come');

  it.each([
    ['the day after', '2026-11-26', NOW, true],
    ['the day itself', '2026-11-25', NOW, false],
    ['a later moment', '2026-11-25T12:00:01Z', NOW, true],
    ['a past moment', '2026-11-25T11:59:59Z', NOW, false],
    ['a day that has begun in the site’s zone', '2027-01-01', '2026-12-31T21:00:00Z', false],
    ['a day that has not quite', '2027-01-01', '2026-12-31T20:59:58Z', true],
  ])('is said not to be decided: %s', async (_, asked, at, expected) => {
    const { tab } = await visit(`?on=${asked}`, { at, timezoneId: 'America/Los_Angeles' });
    expect((await answers(tab)).length).toBe(1);
    expect(await isUndecided(tab)).toBe(expected);
  });

  it('is told by the server’s clock', async () => {
    host.time = '2027-01-20T00:00:00Z';
    const { tab } = await visitAt(browser, `${host.url}privacy/archive/?on=2027-01-10`, { device: NOW });
    expect(await answers(tab)).toEqual([THIRD]);
    expect(await isUndecided(tab)).toBe(false);
  });
});

describe('the form', () => {
  it('answers, and gives its answer an address', async () => {
    const { tab, complaints } = await visit();
    expect(await output(tab).textContent()).toBe('');
    await ask(tab, '2021-05-03');
    await expect.poll(() => answers(tab)).toEqual([FIRST]);
    expect(tab.url()).toBe(`${host.url}privacy/archive/?on=2021-05-03`);
    await output(tab).getByRole('link').click();
    await tab.waitForURL(`${host.url}privacy/2020-02-04/`);
    expect(complaints).toEqual([]);
  });

  it('goes back and forward through the questions', async () => {
    const { tab } = await visit();
    await ask(tab, '2021-05-03');
    await expect.poll(() => answers(tab)).toEqual([FIRST]);
    await ask(tab, '2026-05-03');
    await expect.poll(() => answers(tab)).toEqual([SECOND]);
    await tab.goBack();
    await expect.poll(() => answers(tab)).toEqual([FIRST]);
    expect(await field(tab).inputValue()).toBe('2021-05-03');
    await tab.goBack();
    await expect.poll(() => output(tab).textContent()).toBe('');
    expect(await field(tab).inputValue()).toBe('');
    await tab.goForward();
    await tab.goForward();
    await expect.poll(() => answers(tab)).toEqual([SECOND]);
  });

  it('does not fill the history with one question asked again', async () => {
    const { tab } = await visit();
    const length = () => tab.evaluate(() => history.length);
    const before = await length();
    await ask(tab, '2021-05-03');
    await tab.getByRole('button', { name: 'Show' }).click();
    expect(await length()).toBe(before + 1);
  });

  it('announces the answer and leads a keyboard to it', async () => {
    const { tab } = await visit();
    await field(tab).fill('2021-05-03');
    await tab.getByRole('button', { name: 'Show' }).focus();
    await tab.keyboard.press('Enter');
    await expect.poll(() => answers(tab)).toEqual([FIRST]);
    expect(await tab.getByRole('status').count()).toBe(1);
    expect(await tab.getByRole('status').textContent()).toContain('4\u00A0February\u00A02020');
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(FIRST);
  });

  it('asks for the time only when it is asked', async () => {
    await visit();
    expect(host.asked.filter((request) => request.startsWith('HEAD'))).toEqual([]);
    await visit('?on=2021-05-03');
    expect(host.asked.filter((request) => request.startsWith('HEAD'))).toEqual(['HEAD /privacy/archive/']);
  });

  it('answers although the server does not say what time it is', async () => {
    const { tab } = await visit();
    host.fate = () => 'hanging';
    await ask(tab, '2021-05-03');
    await tab.clock.runFor(3001);
    await expect.poll(() => answers(tab)).toEqual([FIRST]);
  });

  it('speaks Russian', async () => {
    const { tab } = await visit('?on=2021-05-03', { path: 'ru/privacy/archive/' });
    expect(await answers(tab)).toEqual([FIRST]);
    expect(await output(tab).textContent()).toContain('4\u00A0февраля\u00A02020');
  });

  it('is not there without JavaScript: the table answers', async () => {
    const { tab } = await visit('?on=2021-05-03', { javaScriptEnabled: false });
    expect(await tab.locator('.applied-on').isVisible()).toBe(false);
    expect(await shownText(tab, '.editions')).toContain('From 4 February 2020 until 1 February 2025, 12:00');
  });
});
