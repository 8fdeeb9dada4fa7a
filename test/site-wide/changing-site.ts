/** Policies that change on 1 January 2027 and after, built before and served unchanged; and what a test does with their pages. */
import type { Page as Tab } from 'playwright-core';
import { expect } from 'vitest';
import { shownText, startBrowser } from './browser.ts';
import { type Host, serveClocked, visit as visitAt } from './clocked-site.ts';

export const AS_OF = '2026-11-25';
/** The first instant of 1 January 2027 in the site's zone, Moscow, and of the days of later changes. */
export const CHANGE = '2026-12-31T21:00:00Z';
export const SECOND_CHANGE = '2027-01-31T21:00:00Z';
export const SECOND_BEFORE = '2026-12-31T20:59:59Z';
export const LONG_AFTER = '2027-01-20T12:00:00Z';

const SITE = `title: Acme
url: https://legal.acme.example
timeZone: Europe/Moscow
languages: [en, ru]
organization: {name: Acme LLC}
feedback: {endpoint: https://forms.acme.example/policy, kind: generic}
`;

function edition(title: string, effective: string, text: string, more = ''): string {
  return `---\ntitle: ${title}\neffective: ${effective}\nsummary: Changes.\n${more}---\n\n${text}\n`;
}

/** Clauses 1.1 to 1.60; the newer text has a chapter before them, so that everything stands further down, and lacks 1.13. */
function clauses(sentence: string, isNew = false): string {
  const numbers = Array.from({ length: 60 }, (_, index) => index + 1).filter((number) => !isNew || number !== 13);
  const added = Array.from({ length: 9 }, (_, index) => `0.${index + 1}. ${sentence}`);
  const kept = numbers.map((number) => `1.${number}. ${sentence} [Rules](/rules/).`);
  return [...(isNew ? ['## 0. New', ...added] : []), '## 1. Kept', ...kept].join('\n\n');
}

export const POLICIES = {
  'site.yaml': SITE,
  'privacy/2020-02-04.md': edition('Privacy policy', '2020-02-04', clauses('We keep little.')),
  'privacy/2020-02-04.ru.md': edition('Политика', '2020-02-04', clauses('Мы храним мало.')),
  'privacy/2027-01-01.md': edition('Privacy policy', '2027-01-01', clauses('We keep nothing.', true)),
  'privacy/2027-01-01.ru.md': edition('Политика', '2027-01-01', clauses('Мы ничего не храним.', true)),
  // Two announced editions, the second of them without a Russian text.
  'terms/2020-02-04.md': edition('Terms', '2020-02-04', 'The first terms.'),
  'terms/2020-02-04.ru.md': edition('Условия', '2020-02-04', 'Первые условия.'),
  'terms/2027-01-01.md': edition('Terms', '2027-01-01', 'The second terms.'),
  'terms/2027-01-01.ru.md': edition('Условия', '2027-01-01', 'Вторые условия.'),
  'terms/2027-02-01.md': edition('Terms', '2027-02-01', 'The third terms.'),
  // One that is announced, and withdrawn a month after.
  'refunds/2020-02-04.md': edition('Refunds', '2020-02-04', 'Money comes back.'),
  'refunds/2027-01-01.md': edition(
    'Refunds',
    '2027-01-01',
    'Money does not come back.',
    'status: withdrawn\nwithdrawn: {on: 2027-02-01, reason: A court forbade it}\n',
  ),
  // Nothing before it.
  'rules/2027-01-01.md': edition('Rules', '2027-01-01', 'The first rules.'),
};

interface Conditions {
  /** What both clocks say, unless `device` says what the visitor's own does. */
  readonly at: string;
  readonly device?: string | undefined;
  readonly host?: Host;
  readonly fate?: Host['fate'];
  readonly age?: number;
  readonly javaScriptEnabled?: boolean;
}

/** Serves the site until the file's tests have ended; `visit` opens a page of it under the given conditions. */
export async function openChangingSite() {
  const [browser, host] = await Promise.all([startBrowser(), serveClocked({ policies: POLICIES, asOf: AS_OF })]);
  const visit = (path: string, conditions: Conditions) => {
    const { at, age, host: server = host, fate = () => 'answered' as const, ...options } = conditions;
    Object.assign(server, { time: at, age, fate });
    server.asked.length = 0;
    return visitAt(browser, server.url + path, { device: at, ...options });
  };
  return { host, visit };
}

export const shown = (tab: Tab) => tab.getAttribute('.edition', 'data-edition');
export const becomes = (tab: Tab, id: string) => expect.poll(() => shown(tab), { timeout: 10_000 }).toBe(id);
export const wordsOf = (text: string | null) => text?.match(/[\p{L}\p{N}]+/gu) ?? [];
export const notices = (tab: Tab) => shownText(tab, '.notices');
export const said = (tab: Tab) => tab.textContent('.said');
export const pass = (tab: Tab, milliseconds: number) => tab.clock.fastForward(milliseconds);
export const topOf = (tab: Tab, id: string) =>
  tab.evaluate((name) => document.getElementById(name)?.getBoundingClientRect().top ?? Number.NaN, id);
export const focused = (tab: Tab) =>
  tab.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.id);

/** Waits for the end of the slow journey to where the address points. */
export async function arrives(tab: Tab): Promise<void> {
  let last = 0;
  const hasStopped = async () => {
    const from = last;
    last = await tab.evaluate(() => scrollY);
    return last > 0 && last === from;
  };
  await expect.poll(hasStopped, { interval: 100, timeout: 10_000 }).toBe(true);
}
