/** A stable page that is open while its policy changes, on devices whose clock or connection is not as it should be. */
import { describe, expect, it } from 'vitest';
import {
  arrives,
  becomes,
  CHANGE,
  focused,
  LONG_AFTER,
  notices,
  openChangingSite,
  pass,
  SECOND_BEFORE,
  said,
  shown,
  topOf,
  wordsOf,
} from './changing-site.ts';

const { host, visit } = await openChangingSite();

describe('a page that is open over midnight', () => {
  it('changes at the very instant, and says so', async () => {
    const { tab, complaints } = await visit('privacy/', { at: '2026-12-31T20:59:50Z' });
    await pass(tab, 9000);
    expect(await shown(tab)).toBe('2020-02-04');
    expect(await said(tab)).toBe('');
    await pass(tab, 1000);
    await becomes(tab, '2027-01-01');
    expect(await said(tab)).toBe('This page has changed. It shows the edition of 1\u00A0January\u00A02027.');
    expect(await tab.getAttribute('.said', 'role')).toBe('status');
    expect(await tab.evaluate(() => document.querySelector('.said')?.getBoundingClientRect().height)).toBeLessThan(2);
    expect(complaints).toEqual([]);
  });

  it('does so when it has been open for longer than a timer can wait', async () => {
    const { tab } = await visit('privacy/', { at: '2026-11-25T00:00:00Z' });
    await pass(tab, 20 * 86_400_000);
    await pass(tab, Date.parse(SECOND_BEFORE) - Date.parse('2026-12-15T00:00:00Z'));
    expect(await shown(tab)).toBe('2020-02-04');
    await pass(tab, 1000);
    await becomes(tab, '2027-01-01');
  });

  it('never waits longer than browsers can, nor wakes without end', async () => {
    const { tab, rest } = await visit('privacy/', { at: '2026-11-25T00:00:00Z', device: undefined });
    await tab.addInitScript(() => {
      const { setTimeout } = window;
      const waits: number[] = [];
      Object.assign(window, {
        waits,
        setTimeout: (task: () => void, wait: number, ...rest: unknown[]) => {
          waits.push(wait);
          return setTimeout(task, wait, ...rest);
        },
      });
    });
    await tab.reload();
    await rest();
    const waits = await tab.evaluate('waits');
    expect(waits).toContain(3_600_000);
    expect(waits).toSatisfy((all: number[]) => all.length < 10 && Math.max(...all) < 2 ** 31);
  });

  it('leaves the clause that is being read where it is', async () => {
    const { tab } = await visit('privacy/', { at: SECOND_BEFORE });
    await tab.evaluate(() => document.getElementById('1.30')?.scrollIntoView({ behavior: 'instant' }));
    const before = await topOf(tab, '1.30');
    const from = await tab.evaluate(() => scrollY);
    await pass(tab, 1000);
    await becomes(tab, '2027-01-01');
    expect(await topOf(tab, '1.30')).toBeCloseTo(before, -0.5);
    expect(await tab.evaluate(() => scrollY)).toBeGreaterThan(from + 100);
  });

  it('does not take one who reads elsewhere to where the address points', async () => {
    const { tab } = await visit('privacy/#1.2', { at: SECOND_BEFORE });
    await arrives(tab);
    await tab.evaluate(() => document.getElementById('1.40')?.scrollIntoView({ behavior: 'instant' }));
    const before = await topOf(tab, '1.40');
    await pass(tab, 1000);
    await becomes(tab, '2027-01-01');
    expect(await topOf(tab, '1.40')).toBeCloseTo(before, -0.5);
    expect(await tab.evaluate(() => document.querySelector(':target')?.id)).toBe('1.2');
  });

  it.each([
    ['a number that the new text has too', '#1.30', '#1.30'],
    ['a number that is gone', '#1.13', 'page:text'],
  ])('keeps the focus in the text when it was on %s', async (_, from, to) => {
    const { tab } = await visit('privacy/', { at: SECOND_BEFORE });
    await tab.focus(`a.label[href="${from}"]`);
    await pass(tab, 1000);
    await becomes(tab, '2027-01-01');
    expect(await focused(tab)).toBe(to);
  });

  it('leaves the focus alone that is elsewhere', async () => {
    const { tab } = await visit('privacy/', { at: SECOND_BEFORE });
    await tab.locator('header').getByRole('link', { name: 'Русский' }).focus();
    await pass(tab, 1000);
    await becomes(tab, '2027-01-01');
    expect(await focused(tab)).toBe('../ru/privacy/');
  });
});

describe('a visitor’s clock', () => {
  it.each([
    ['a day fast', { at: SECOND_BEFORE, device: '2027-01-01T21:00:00Z' }, '2020-02-04'],
    ['a year slow', { at: CHANGE, device: '2025-12-31T21:00:00Z' }, '2027-01-01'],
    ['a minute slow', { at: CHANGE, device: '2026-12-31T20:59:00Z' }, '2027-01-01'],
    ['a minute fast', { at: SECOND_BEFORE, device: '2026-12-31T21:00:59Z' }, '2020-02-04'],
  ])('that is %s is not believed', async (_, conditions, id) => {
    const { tab } = await visit('privacy/', conditions);
    expect(await shown(tab)).toBe(id);
  });

  it('is put right also for the moment at which a page changes', async () => {
    const { tab } = await visit('privacy/', { at: '2026-12-31T20:59:30Z', device: '2026-12-01T08:00:00Z' });
    await pass(tab, 28_000);
    expect(await shown(tab)).toBe('2020-02-04');
    await pass(tab, 2000);
    await becomes(tab, '2027-01-01');
  });

  it('is compared with the age of what a cache sends', async () => {
    const old = { at: '2026-12-31T20:00:00Z', age: 3600 };
    const { tab } = await visit('privacy/', { ...old, device: '2026-06-01T00:00:00Z' });
    expect(await shown(tab)).toBe('2027-01-01');
    const { tab: right } = await visit('privacy/', { ...old, device: SECOND_BEFORE });
    expect(await shown(right)).toBe('2020-02-04');
  });

  it('counts where the server does not answer in three seconds, until it does', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { tab } = await visit('privacy/', { at: SECOND_BEFORE });
    await tab.route('**/privacy/', async (route) => {
      if (route.request().method() === 'HEAD') await held;
      await route.continue();
    });
    await tab.clock.pauseAt(Date.parse('2027-01-05T00:00:00Z'));
    await tab.reload();
    await pass(tab, 2000);
    expect(await shown(tab)).toBe('2020-02-04');
    await pass(tab, 2000);
    await becomes(tab, '2027-01-01');
    release();
    await becomes(tab, '2020-02-04');
  });

  it('counts where the server cannot be reached', async () => {
    const fate = (method: string) => (method === 'HEAD' ? 'failing' : 'answered');
    const { tab } = await visit('privacy/', { at: SECOND_BEFORE, device: LONG_AFTER, fate });
    expect(await shown(tab)).toBe('2027-01-01');
  });

  it('that is set wrong while the page is open is not believed', async () => {
    const { tab, rest } = await visit('privacy/', { at: SECOND_BEFORE });
    await tab.clock.setSystemTime(Date.parse(LONG_AFTER));
    host.asked.length = 0;
    await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await rest();
    expect(host.asked).toEqual(['HEAD /privacy/']);
    expect(await shown(tab)).toBe('2020-02-04');
  });

  it('that agrees with the server’s is not asked for at every turn', async () => {
    const { tab, rest } = await visit('privacy/', { at: SECOND_BEFORE });
    host.asked.length = 0;
    await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await rest();
    expect(host.asked).toEqual([]);
  });

  it('that is set right while the page is open brings back what was there, and all that went with it', async () => {
    const fate = (method: string) => (method === 'HEAD' ? 'failing' : 'answered');
    const { tab } = await visit('privacy/', { at: SECOND_BEFORE, device: LONG_AFTER, fate });
    const { tab: untouched } = await visit('privacy/', { at: SECOND_BEFORE });
    await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await becomes(tab, '2020-02-04');
    for (const selector of ['main', '.imprint', 'title']) {
      expect(wordsOf(await tab.textContent(selector))).toEqual(wordsOf(await untouched.textContent(selector)));
    }
    await tab.hover('[id="1.3"]');
    expect(await tab.getByRole('button', { name: 'Copy link or citation, clause 1.3', exact: true }).count()).toBe(1);
  });
});

describe('where the new text cannot be had', () => {
  const fate = (_: string, path: string) => (path.endsWith('/2027-01-01/') ? 'failing' : 'answered');

  it('a notice leads to it, and stands above the old text', async () => {
    const { tab } = await visit('privacy/', { at: LONG_AFTER, fate });
    expect(await shown(tab)).toBe('2020-02-04');
    expect(await notices(tab)).toMatch(/until 31 December 2026.*Edition of 1 January 2027/);
    expect(await tab.locator('.notice').first().getByRole('link').getAttribute('href')).toBe('2027-01-01/');
  });

  it.each(['online', 'visibilitychange', 'pageshow'])('it is fetched again at the next event "%s"', async (event) => {
    const { tab } = await visit('privacy/', { at: LONG_AFTER, fate });
    expect(await shown(tab)).toBe('2020-02-04');
    host.fate = () => 'answered';
    await tab.evaluate((type) => {
      const target = type === 'visibilitychange' ? document : window;
      target.dispatchEvent(type === 'pageshow' ? new PageTransitionEvent(type, { persisted: true }) : new Event(type));
    }, event);
    await becomes(tab, '2027-01-01');
    expect(await notices(tab)).toBe('');
    expect(await said(tab)).toContain('1\u00A0January\u00A02027');
  });

  it('one notice is enough, however often it is tried', async () => {
    const { tab, rest } = await visit('privacy/', { at: LONG_AFTER, fate });
    const count = await tab.locator('.notice').count();
    for (let round = 0; round < 3; round += 1) {
      host.asked.length = 0;
      await tab.evaluate(() => dispatchEvent(new Event('online')));
      await expect.poll(() => host.asked, { timeout: 10_000 }).toContain('GET /privacy/2027-01-01/');
      await rest();
    }
    expect(await tab.locator('.notice').count()).toBe(count);
  });

  it('the notice goes when it turns out that the clock was wrong', async () => {
    const cutOff = (method: string, path: string) => (method === 'HEAD' ? 'failing' : fate(method, path));
    const { tab } = await visit('privacy/', { at: SECOND_BEFORE, device: LONG_AFTER, fate: cutOff });
    expect(await notices(tab)).toContain('until 31 December 2026');
    host.fate = fate;
    await tab.evaluate(() => dispatchEvent(new Event('online')));
    await expect.poll(() => notices(tab), { timeout: 10_000 }).not.toContain('until 31 December 2026');
    expect(await tab.locator('.notice').count()).toBe(1);
  });

  it('it does not take its place when it comes after its time', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { tab, rest } = await visit('', { at: '2027-01-31T20:59:50Z' });
    const asked = new Promise<void>((resolve) => {
      tab.route('**/terms/2027-01-01/', async (route) => {
        resolve();
        await held;
        await route.continue();
      });
    });
    await tab.goto(`${host.url}terms/`);
    await asked;
    await pass(tab, 10_000);
    await becomes(tab, '2027-02-01');
    release();
    await rest();
    expect(await shown(tab)).toBe('2027-02-01');
  });

  it('a page that is not that edition does not take its place', async () => {
    const { tab } = await visit('', { at: LONG_AFTER });
    await tab.route('**/privacy/2027-01-01/', async (route) => {
      await route.fulfill({ response: await route.fetch({ url: `${host.url}privacy/2020-02-04/` }) });
    });
    await tab.goto(`${host.url}privacy/`);
    await expect
      .poll(() => notices(tab), { timeout: 10_000 })
      .toMatch(/until 31 December 2026.*Edition of 1 January 2027/);
    expect(await shown(tab)).toBe('2020-02-04');
  });
});

describe('going back and forward', () => {
  it('finds the edition in force, where the reader was', async () => {
    // The real clock: the other one has no memory of how a page was come to.
    const { tab, complaints, rest } = await visit('privacy/', { at: LONG_AFTER, device: undefined });
    await tab.evaluate(() => document.getElementById('1.30')?.scrollIntoView({ behavior: 'instant' }));
    const before = await tab.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(1000);
    await tab.goto(`${host.url}archive/`);
    await tab.goBack();
    await rest();
    await becomes(tab, '2027-01-01');
    await expect.poll(() => tab.evaluate(() => scrollY)).toBeCloseTo(before, -1);
    await tab.goForward();
    await rest();
    await tab.goBack();
    await rest();
    await becomes(tab, '2027-01-01');
    expect(complaints).toEqual([]);
  });

  it('out of the browser’s memory looks at the clock again', async () => {
    const { tab } = await visit('privacy/', { at: SECOND_BEFORE });
    await tab.clock.setSystemTime(Date.parse(LONG_AFTER));
    host.time = LONG_AFTER;
    await tab.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await becomes(tab, '2027-01-01');
  });

  it('moves within the new text', async () => {
    const { tab } = await visit('privacy/', { at: LONG_AFTER });
    await tab.click('a.label[href="#0.2"]');
    await tab.click('a.label[href="#0.3"]');
    await tab.goBack();
    expect(tab.url()).toBe(`${host.url}privacy/#0.2`);
    expect(await shown(tab)).toBe('2027-01-01');
    expect(await tab.evaluate(() => document.querySelector(':target')?.id)).toBe('0.2');
  });
});
