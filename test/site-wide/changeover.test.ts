/** A site that is built once, before its policies change, and read in a browser before and after: nobody has to build it anew. */
import type { Page as Tab } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { shownText } from './browser.ts';
import {
  AS_OF,
  becomes,
  CHANGE,
  LONG_AFTER,
  notices,
  openChangingSite,
  POLICIES,
  pass,
  SECOND_BEFORE,
  SECOND_CHANGE,
  said,
  shown,
  topOf,
} from './changing-site.ts';
import { serveClocked } from './clocked-site.ts';

const { host, visit } = await openChangingSite();

describe('a stable page', () => {
  it.each([
    ['in the second before', SECOND_BEFORE, '2020-02-04', 'We keep little.'],
    ['at the instant', CHANGE, '2027-01-01', 'We keep nothing.'],
    ['long after', LONG_AFTER, '2027-01-01', 'We keep nothing.'],
  ])('shows %s the edition in force', async (_, at, id, text) => {
    const { tab, complaints } = await visit('privacy/', { at });
    expect(await shown(tab)).toBe(id);
    expect(await tab.textContent('[id="1.1"]')).toContain(text);
    expect(await tab.locator('.edition').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('asks nothing but the time while nothing is due', async () => {
    await visit('privacy/', { at: SECOND_BEFORE });
    expect(host.asked.filter((request) => !/\/assets\//.test(request))).toEqual(['GET /privacy/', 'HEAD /privacy/']);
  });

  it('changes all that goes with its text', async () => {
    const { tab } = await visit('privacy/', { at: LONG_AFTER });
    const permanent = await (await fetch(`${host.url}privacy/2027-01-01/`)).text();
    expect(await tab.title()).toBe('Privacy policy, edition of 1\u00A0January\u00A02027 – Acme');
    expect(permanent).toContain(`<title>${await tab.title()}</title>`);
    const imprint = await tab.getAttribute('html', 'data-imprint');
    expect(imprint).toContain('1\u00A0January\u00A02027');
    expect(imprint).toContain('https://legal.acme.example/privacy/2027-01-01/');
    expect(await tab.textContent('.imprint')).toBe(imprint);
    expect((await shownText(tab, '.facts')).replace(/\s+/g, ' ')).toContain('Edition 1 January 2027');
    expect(await tab.getAttribute('article', 'data-permanent')).toBe('https://legal.acme.example/privacy/2027-01-01/');
    expect(await notices(tab)).toBe('');
    expect(await tab.locator('[data-current]').count()).toBe(0);
  });

  it('keeps its address, its place in the menu and its language links', async () => {
    const { tab } = await visit('privacy/', { at: LONG_AFTER });
    expect(tab.url()).toBe(`${host.url}privacy/`);
    await tab.locator('header').getByRole('link', { name: 'Русский' }).click();
    await tab.waitForURL(`${host.url}ru/privacy/`);
    await becomes(tab, '2027-01-01');
  });

  it('has links that lead from it where they led from the permanent page', async () => {
    const { tab } = await visit('privacy/', { at: LONG_AFTER });
    const paths = (page: Tab) =>
      page.$$eval('.edition a', (links) =>
        links.flatMap((link) => {
          if (!(link instanceof HTMLAnchorElement) || link.closest('[data-current], .tombstones') !== null) return [];
          return link.getAttribute('href')?.startsWith('#') ? link.hash : link.href;
        }),
      );
    const links = await paths(tab);
    expect(links.length).toBeGreaterThan(100);
    const { tab: permanent } = await visit('privacy/2027-01-01/', { at: LONG_AFTER });
    expect(links).toEqual(await paths(permanent));
    expect(links).toContain(`${host.url}rules/`);
    expect(links).toContain(`${host.url}privacy/2020-02-04/`);
    expect(links.some((link) => link.startsWith(`${host.url}feedback/`))).toBe(true);
  });

  it('goes to the clause that it was opened for', async () => {
    const { tab } = await visit('privacy/#0.9', { at: LONG_AFTER });
    expect(Math.abs(await topOf(tab, '0.9'))).toBeLessThan(100);
    expect(await tab.evaluate(() => document.querySelector(':target')?.id)).toBe('0.9');
  });

  it('has a word for one who comes for a clause that is gone', async () => {
    const { tab } = await visit('privacy/#1.13', { at: LONG_AFTER });
    expect(await shownText(tab, '.tombstone:visible')).toContain('is not part of this edition');
    await tab.locator('.tombstone:visible').getByRole('link').click();
    await tab.waitForURL(`${host.url}privacy/2020-02-04/#1.13`);
    const { tab: before } = await visit('privacy/', { at: SECOND_BEFORE });
    expect(await before.locator('.tombstone').count()).toBe(0);
  });

  it('lets clauses of the new text be cited', async () => {
    const { tab, complaints } = await visit('privacy/', { at: LONG_AFTER });
    await tab.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await tab.hover('[id="0.3"]');
    await tab.getByRole('button', { name: 'Copy link or citation, clause 0.3', exact: true }).click();
    await tab.getByRole('button', { name: 'Copy citation' }).click();
    await tab.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    expect(await tab.evaluate(() => navigator.clipboard.readText())).toBe(
      'Privacy policy, edition of 1 January 2027, clause 0.3\nhttps://legal.acme.example/privacy/2027-01-01/#0.3',
    );
    expect(complaints).toEqual([]);
  });

  it('does all of it in Russian', async () => {
    const { tab, complaints } = await visit('ru/privacy/', { at: LONG_AFTER });
    expect(await shown(tab)).toBe('2027-01-01');
    expect(await tab.textContent('[id="1.1"]')).toContain('Мы ничего не храним.');
    expect(await tab.title()).toContain('1\u00A0января\u00A02027');
    expect(await tab.getAttribute('article', 'data-permanent')).toContain('/ru/privacy/2027-01-01/');
    expect(complaints).toEqual([]);
  });

  it('marks the language of a text that has no translation', async () => {
    const { tab } = await visit('ru/terms/', { at: '2027-02-20T00:00:00Z' });
    expect(await shown(tab)).toBe('2027-02-01');
    expect(await tab.evaluate(() => document.querySelector('article')?.closest('[lang]')?.getAttribute('lang'))).toBe(
      'en',
    );
    expect(await tab.textContent('article')).toContain('The third terms.');
    expect(await tab.getAttribute('.edition', 'lang')).toBe('en');
  });

  it('does all of it under a base path', async () => {
    const based = await serveClocked({ policies: POLICIES, asOf: AS_OF, base: '/legal/' });
    const { tab, complaints } = await visit('privacy/', { at: LONG_AFTER, host: based });
    expect(await shown(tab)).toBe('2027-01-01');
    await tab.locator('[id="1.1"]').getByRole('link', { name: 'Rules' }).click();
    await tab.waitForURL(`${based.url}rules/`);
    expect(complaints).toEqual([]);
  });
});

describe('two announced editions', () => {
  it.each([
    [SECOND_BEFORE, '2020-02-04', 'The first terms.'],
    [CHANGE, '2027-01-01', 'The second terms.'],
    ['2027-01-31T20:59:59Z', '2027-01-01', 'The second terms.'],
    [SECOND_CHANGE, '2027-02-01', 'The third terms.'],
  ])('are each shown in their time: %s', async (at, id, text) => {
    const { tab } = await visit('terms/', { at });
    expect(await shown(tab)).toBe(id);
    expect(await tab.textContent('article')).toContain(text);
  });

  it('follow each other on a page that stays open', async () => {
    const { tab, complaints } = await visit('terms/', { at: SECOND_BEFORE });
    await pass(tab, 1000);
    await becomes(tab, '2027-01-01');
    expect(await notices(tab)).toContain('From 1 February 2027 another edition applies.');
    await pass(tab, Date.parse(SECOND_CHANGE) - Date.parse(CHANGE));
    await becomes(tab, '2027-02-01');
    expect(await notices(tab)).toBe('');
    expect(await said(tab)).toContain('1\u00A0February\u00A02027');
    expect(complaints).toEqual([]);
  });
});

describe('an edition that is withdrawn', () => {
  it.each([
    [SECOND_BEFORE, '2020-02-04'],
    [CHANGE, '2027-01-01'],
    ['2027-01-31T20:59:59Z', '2027-01-01'],
    [SECOND_CHANGE, '2020-02-04'],
  ])('is shown until that day: %s', async (at, id) => {
    const { tab } = await visit('refunds/', { at });
    expect(await shown(tab)).toBe(id);
  });

  it('comes and goes on a page that stays open', async () => {
    const { tab, complaints } = await visit('refunds/', { at: SECOND_BEFORE });
    await pass(tab, 1000);
    await becomes(tab, '2027-01-01');
    expect(await tab.textContent('article')).toContain('Money does not come back.');
    await pass(tab, Date.parse(SECOND_CHANGE) - Date.parse(CHANGE));
    await becomes(tab, '2020-02-04');
    expect(await tab.textContent('article')).toContain('Money comes back.');
    expect(await said(tab)).toContain('4\u00A0February\u00A02020');
    expect(await tab.title()).not.toContain('2027');
    expect(complaints).toEqual([]);
  });
});

describe('what else is timed', () => {
  it('is the notice of an edition that nothing was in force before', async () => {
    const { tab: before } = await visit('rules/', { at: SECOND_BEFORE });
    expect(await notices(before)).toContain('nothing was in force before');
    const { tab, complaints } = await visit('rules/', { at: CHANGE });
    expect(await notices(tab)).toBe('');
    expect(await shown(tab)).toBe('2027-01-01');
    expect(complaints).toEqual([]);
  });

  it.each([
    ['privacy/2020-02-04/', 'another edition applies', 'This edition applied until 31 December 2026.'],
    ['privacy/2027-01-01/', 'applies only from 1 January 2027', ''],
  ])('is the notice of the permanent page %s', async (path, before, after) => {
    const { tab, complaints } = await visit(path, { at: SECOND_BEFORE });
    expect(await notices(tab)).toContain(before);
    await pass(tab, 1000);
    await expect.poll(() => notices(tab)).not.toContain(before);
    expect(await notices(tab)).toContain(after);
    expect(complaints).toEqual([]);
  });

  it('is the index, which goes back when the clock is put right', async () => {
    const { tab: untouched } = await visit('', { at: SECOND_BEFORE });
    const before = await shownText(untouched, 'main');
    const fate = (method: string) => (method === 'HEAD' ? 'failing' : 'answered');
    const { tab } = await visit('', { at: SECOND_BEFORE, device: CHANGE, fate });
    const after = await shownText(tab, 'main');
    expect(before).toMatch(/Announced changes[\s\S]*1 January 2027[\s\S]*1 February 2027/);
    expect(after).toMatch(/Announced changes[\s\S]*1 February 2027/);
    expect(after).not.toMatch(/Announced changes[\s\S]*1 January 2027/);
    host.fate = () => 'answered';
    await tab.evaluate(() => dispatchEvent(new Event('online')));
    await expect.poll(() => shownText(tab, 'main')).toBe(before);
  });

  it('is nothing on a page that will not change: it asks for no time', async () => {
    await visit('feedback/', { at: SECOND_BEFORE });
    expect(host.asked.filter((request) => request.startsWith('HEAD'))).toEqual([]);
  });
});

describe('without JavaScript', () => {
  it('a page is what it was, and what it says is dated and so is true', async () => {
    const { tab: before } = await visit('privacy/', { at: SECOND_BEFORE, javaScriptEnabled: false });
    const { tab: after } = await visit('privacy/', { at: LONG_AFTER, javaScriptEnabled: false });
    const text = await shownText(after, 'body');
    expect(text).toBe(await shownText(before, 'body'));
    expect(text).toContain('In force from 4 February 2020 until 31 December 2026.');
    expect(text).toContain('From 1 January 2027 another edition applies.');
    await after.locator('.notice').getByRole('link').first().click();
    await after.waitForURL(`${host.url}privacy/2027-01-01/`);
  });
});
