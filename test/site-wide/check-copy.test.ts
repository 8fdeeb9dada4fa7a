/** The page on which a visitor finds out which edition a copy is: in a real browser, under the policy that the host is told to send. */
import { join } from 'node:path';
import type { BrowserContextOptions, Page as Tab } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { writeSite } from '../../src/io/write.ts';
import { parsePage } from '../../src/ledger/parse-page.ts';
import { shownTexts } from '../../src/ledger/published-page.ts';
import { visibleText } from '../../src/ledger/visible-text.ts';
import { sha256 } from '../../src/model/sha256.ts';
import { sha256sum } from '../ledger/independent-tools.ts';
import { edited, PRIVACY } from '../ledger/ledgered.ts';
import { shownText, startBrowser } from './browser.ts';
import { built, outputOf, SITE_FILES, sealedFiles } from './ledgered-site.ts';
import { ROOT, serveFolder, temporaryFolder } from './sample-site.ts';

const LATER = '2021-07-01T09:00:00Z';

/** Sealed, then one word corrected and sealed again. */
const first = await sealedFiles(SITE_FILES);
const corrected = edited(first, PRIVACY, 'We recieve', 'We receive');
const CORRECTION = 'corrections: [{on: 2021-06-15, was: recieve, now: receive, reason: Typing error}]\n---\n#';
const withdrawn = edited(
  edited(corrected, PRIVACY, '---\n#', CORRECTION),
  'policies/privacy/2021-05-04.md',
  '---\n#',
  'withdrawn: {on: 2021-12-01, reason: Ends}\nstatus: withdrawn\n---\n#',
);
const sources = await sealedFiles(withdrawn, LATER);
const before = outputOf(await built(first));
const site = await built(sources, LATER);
const output = outputOf(site);
const dir = join(await temporaryFolder(), 'site');
await writeSite({ files: site.files, out: dir, root: ROOT });
const url = await serveFolder(dir);
const browser = await startBrowser();

const ENGLISH = 'Privacy policy, edition of 4 February 2020 (English)';
const LATER_ENGLISH = 'Privacy policy, edition of 4 May 2021 (English)';
const DATES =
  'Published: 28 January 2020. In force from 4 February 2020 until 3 May 2021. In force again from 1 December 2021.';
const CORRECTED = `${DATES} Corrections: 15 June 2021.`;
const LATER_DATES =
  'Published: 1 April 2021. In force from 4 May 2021 until 30 November 2021. Withdrawn with effect from 1 December 2021. Reason: Ends.';
/** An edition with its dates, as it is named in answers. */
const NAMED = `${ENGLISH} ${CORRECTED}`;
const LATER_NAMED = `${LATER_ENGLISH} ${LATER_DATES}`;
const FORMER = `${ENGLISH} as it read before a change that was entered in the ledger on 1 July 2021`;
const PAGE = 'privacy/2020-02-04/index.html';

const trouble: string[] = [];
async function openTab(path = 'verify/', options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  tab.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  tab.on('pageerror', (error) => trouble.push(String(error)));
  await tab.goto(path.includes(':') ? path : url + path);
  return tab;
}

const tab = await openTab();
afterAll(() => expect(trouble).toEqual([]));

/** What is said when a file is chosen, a line for each paragraph or item. */
async function saidOf(name: string, content = output.get(name) ?? '', on = tab): Promise<string[]> {
  await on.locator('input[type=file]').setInputFiles([]);
  await on.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
  return lines(on);
}

async function saidOfText(text: string): Promise<string[]> {
  await tab.locator('textarea').fill(text);
  await tab.getByRole('button', { name: 'Check' }).click();
  return lines(tab);
}

async function lines(on: Tab): Promise<string[]> {
  const outcome = on.locator('.verify > .outcome');
  await outcome.filter({ hasText: 'SHA-256' }).waitFor({ timeout: 20_000 });
  const all = await outcome
    .locator('p, li:not(:has(p))')
    // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees is what counts.
    .evaluateAll((found) => found.map((one) => (one as HTMLElement).innerText));
  return all.map((line) => line.replace(/\s+/g, ' ').trim());
}

const tampered = (old: string, fresh: string, name = PAGE) => {
  const content = output.get(name) ?? '';
  if (!content.includes(old)) throw new Error(`No “${old}”`);
  return content.replace(old, () => fresh);
};

const [IS_FILE, IS_PAGE, IS_WORDS] = [
  'Published here. Byte for byte, this is the text file of:',
  'Published here. Title and text of this page are, word for word, those of:',
  'The copy holds, word for word, all of the text below; and other words before or after it, which are no part of it:',
];
const NOT = 'This is not the text of an edition that was published here.';
const LIMITS =
  'Only title and text were compared. Dates, notices and styles around them can be forged in a copy; those that hold stand on the page of the edition.';

describe('a copy of what was published', () => {
  it.each([
    [PAGE, ENGLISH, CORRECTED],
    ['privacy/index.html', LATER_ENGLISH, LATER_DATES],
    ['ru/privacy/2020-02-04/index.html', 'Политика, edition of 4 February 2020 (Русский)', DATES],
  ])('%s is recognised, as Node recognises it, and named with its true dates', async (name, edition, dates) => {
    expect(await saidOf(name)).toEqual([
      IS_PAGE,
      `${edition} ${dates}`,
      LIMITS,
      `SHA-256 of the copy: ${sha256sum(output.get(name) ?? '')}`,
    ]);
    const [shown] = shownTexts(parsePage(output.get(name) ?? ''));
    const digest = shown === undefined ? '' : sha256(visibleText(shown, ''));
    const row = tab.locator('.known tr', { hasText: edition }).first();
    expect(await row.getAttribute('data-text')).toBe(digest);
  });

  it('text.md is recognised byte for byte, and with line ends that a program converted', async () => {
    const name = 'privacy/2020-02-04/text.md';
    expect((await saidOf(name)).slice(0, 2)).toEqual([IS_FILE, NAMED]);
    expect((await saidOf('a.txt', `\uFEFF${output.get(name)?.replaceAll('\n', '\r\n')}`))[0]).toContain(
      'But for its line breaks',
    );
  });

  it('from before a correction is told apart from what stands there', async () => {
    expect((await saidOf('old.html', before.get(PAGE))).slice(0, 2)).toEqual([IS_PAGE, `${FORMER} ${CORRECTED}`]);
    const row = tab.locator('.known tr', { hasText: 'as it read before' });
    expect(await row.locator('a.file').getAttribute('href')).toBe('../privacy/2020-02-04/original/text.md');
  });

  it('is recognised as a browser saves it, in one file or as it stood with its controls', async () => {
    const page = await openTab('privacy/2020-02-04/');
    await page.locator('a.label').first().focus();
    await page.locator('.cite-toggle').first().click();
    expect((await saidOf('live.html', await page.content())).slice(0, 2)).toEqual([IS_PAGE, NAMED]);
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
    expect((await saidOf('saved.mhtml', data)).slice(0, 2)).toEqual([IS_PAGE, NAMED]);
    const [text, everything] = [await shownText(page, 'article'), await shownText(page, 'body')];
    // The controls say no words of their own; the panel that is open does.
    await page.keyboard.press('Escape');
    expect((await saidOfText(text.replace(/Copy link\n*Copy citation/, '')))[0]).toMatch(
      /^This is part of a published text/,
    );
    expect(everything).toContain('Calendar');
    await page.context().close();
  });

  it('is recognised by its words alone, and by a few of them', async () => {
    const page = await openTab('privacy/2020-02-04/');
    expect((await saidOfText(await shownText(page, 'body'))).slice(0, 2)).toEqual([IS_WORDS, NAMED]);
    await page.context().close();
    // What it read before it was corrected holds these words as well, and is not named besides.
    expect((await saidOfText('7.2.  We answer\nwithin 30 days.')).slice(1, -1)).toEqual([NAMED, LATER_NAMED]);
  });
});

describe('a copy of the words from before a correction', () => {
  it('is recognised, whole or in part, and told from what it reads since', async () => {
    const old = await openTab();
    await old.setContent(before.get(PAGE) ?? '');
    expect((await saidOfText(await shownText(old, 'body'))).slice(0, 2)).toEqual([IS_WORDS, `${FORMER} ${CORRECTED}`]);
    await old.context().close();
    expect((await saidOfText('1. We recieve your name. 2. We keep it for 30 days.')).slice(1, -1)).toEqual([
      `${FORMER} ${CORRECTED}`,
      LATER_NAMED,
    ]);
  });

  it('is what a changed copy of it is compared with', async () => {
    const found = await saidOf('x.html', (before.get(PAGE) ?? '').replace('within 30 days', 'within 60 days'));
    expect(found[2]).toBe(`${FORMER} ${CORRECTED}`);
    expect(found[5]).toContain('within [deleted: 30 end of deletion] [inserted: 60 end of insertion] days.');
    expect(found.join(' ')).not.toContain('recieve');
    const file = (before.get('privacy/2020-02-04/text.md') ?? '').replace('within 30 days', 'within 60 days');
    expect((await saidOf('x.md', file))[2]).toBe(`${FORMER} ${CORRECTED}`);
  });
});

describe('a page of ours that holds no edition', () => {
  it.each([
    'index.html',
    'archive/index.html',
    'privacy/archive/index.html',
    'privacy/2021-05-04/changes/index.html',
    'privacy/compare/index.html',
    'verify/index.html',
  ])('%s is not called unpublished', async (name) => {
    const found = await saidOf(name);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/^This is not the page of an edition\. .* Only editions can be checked here/);
  });
});

describe('a copy that was changed', () => {
  it('is shown with its clause and its words', async () => {
    const found = await saidOf('x.html', tampered('within 30 days', 'within 60 days'));
    expect(found.slice(0, -1)).toEqual([
      ...[NOT, 'It comes nearest to:', NAMED],
      'Struck through: only in the published text. Underlined twice: only in your copy.',
      'In clause 7.2:',
      '… may ask.1 7.2. We answer within [deleted: 30 end of deletion] [inserted: 60 end of insertion] days. Data Time Name 30 days …',
    ]);
    const link = tab.locator('.differences a');
    expect(await link.getAttribute('href')).toBe('../privacy/2020-02-04/#7.2');
  });

  it('is told from its text file too', async () => {
    const name = 'privacy/2020-02-04/text.md';
    const found = await saidOf('x.md', tampered('within 30 days', 'within 60 days', name));
    expect(found.slice(0, 3)).toEqual([NOT, 'It comes nearest to:', NAMED]);
    expect(found[4]).toContain('[deleted: 30 end of deletion] [inserted: 60 end of insertion]');
  });

  it.each([
    ['hides a part', '<p>What we do.', '<p hidden>What we do.', 'Beware. The copy hides a part of its text'],
    [
      'leads elsewhere',
      'https://acme.example/days',
      'https://evil.example/',
      'Beware. In the copy a link leads to https://evil.example/',
    ],
  ])('draws a warning where it %s', async (_, old, fresh, warning) => {
    const found = await saidOf('x.html', tampered(old, fresh));
    expect(found.slice(0, 2)).toEqual([IS_PAGE, NAMED]);
    expect(found[2]).toContain(warning);
  });

  it.each([
    [
      'words in the controls of the page',
      '<p>What we do.',
      '<div class="cite"><button>No.</button></div><p>What we do.',
    ],
    ['a raised number', 'within 30 days', 'within 3<sup>0</sup> days'],
  ])('is not taken for the text because of %s', async (_, old, fresh) => {
    expect((await saidOf('x.html', tampered(old, fresh)))[0]).toBe(NOT);
  });

  it('is told from what is none of ours, and from what is no text', async () => {
    expect((await saidOfText('Lorem ipsum dolor sit amet, consectetur adipiscing elit.')).slice(0, 2)).toEqual([
      NOT,
      'It comes near to none that was. Lists of editions, comparisons, forms and other pages cannot be checked here.',
    ]);
    expect((await saidOf('x.pdf', '%PDF-1.7'))[0]).toContain('neither a page nor a text');
  });
});

describe('the page', () => {
  it('works by keyboard and by dropping, and says its answer aloud', async () => {
    await tab.locator('textarea').fill('7.2. We answer within 30 days.');
    await tab.locator('textarea').press('Tab');
    await tab.keyboard.press('Enter');
    expect((await lines(tab))[0]).toContain('part of a published text');
    expect(await tab.locator('.outcome').getAttribute('role')).toBe('status');
    await tab.evaluate((html) => {
      const data = new DataTransfer();
      data.items.add(new File([html], 'dropped.html'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, output.get(PAGE) ?? '');
    await tab.locator('.outcome', { hasText: IS_PAGE }).waitFor();
  });

  it('sends nothing of the copy anywhere', async () => {
    const requests: string[] = [];
    tab.on('request', (request) =>
      requests.push(`${request.method()} ${request.url().replace(url, '')} ${request.postData()}`),
    );
    await saidOf('x.html', tampered('within 30 days', 'within 60 days'));
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.filter((one) => !/^GET [a-z0-9/-]+\/body(?:-[0-9a-f]+)?\.json null$/.test(one))).toEqual([]);
  });

  it('warns of a text for comparing that is not the one in the ledger', async () => {
    await tab.route('**/2020-02-04/body.json', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('within 30 days', 'within 90 days') });
    });
    const found = await saidOf('x.html', tampered('within 30 days', 'within 60 days'));
    expect(found[0]).toBe(
      `Beware. The text that this site gave for comparing is not the one in its ledger: ${ENGLISH}.`,
    );
    await tab.unroute('**/2020-02-04/body.json');
  });

  it('recognises copies from disk, and says what it cannot tell there', async () => {
    const disk = await openTab(`file://${dir}/verify/index.html`);
    expect((await saidOf(PAGE, output.get(PAGE), disk)).slice(0, 2)).toEqual([IS_PAGE, NAMED]);
    const [first, second] = await saidOf('x.html', tampered('within 30 days', 'within 60 days'), disk);
    expect([first, second?.slice(-35)]).toEqual([NOT, 'at https://legal.acme.example/verify/.'.slice(-35)]);
    await disk.context().close();
  });

  it('lists all digests and tells how to use them without script, narrow, dark, in Russian', async () => {
    const bare = await openTab('ru/verify/', {
      ...{ javaScriptEnabled: false, colorScheme: 'dark', viewport: { width: 360, height: 740 } },
    });
    expect(await bare.locator('form.check-copy').isVisible()).toBe(false);
    const source = sha256sum(output.get('ru/privacy/2020-02-04/text.md') ?? '');
    expect(await bare.locator('.known code', { hasText: source }).isVisible()).toBe(true);
    await bare.getByRole('link', { name: 'Журнал публикаций' }).first().waitFor();
    await bare.context().close();
  });
});
