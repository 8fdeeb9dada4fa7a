/** The form without script in a real browser, under the headers that the build gives its page; and that other pages may not post. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { receiving } from '../receiver/receiving.ts';
import { startBrowser } from './browser.ts';
import { type Answer, json, redirect, serveForm, startReceiver } from './form-site.ts';
import { boxOf, message, opener, send, WORDS } from './form-tab.ts';

const open = opener(await startBrowser());
const other = await startReceiver();
const further = await startReceiver();

const own = await serveForm((origin) => `{endpoint: "${origin}/receive"}`);
const across = await serveForm(() => `{endpoint: "${other.origin}/", redirects: ["${further.origin}"]}`);
/** A policy of so many names that there are no rules of headers for each. */
const manyNames = Array.from({ length: 120 }, (_, index) => `former-${index}`).join(', ');
const circle = await serveForm(() => `{kind: promulgate, endpoint: "${other.origin}/"}`);
const crowded = await serveForm((origin) => `{endpoint: "${origin}/receive"}`, {
  'policies/privacy/policy.yaml': `aliases: [${manyNames}]\n`,
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('without script, a message', () => {
  const options = { javaScriptEnabled: false };

  it.each([
    ['to the site itself', own, own.receiver, []],
    ['on a site with few rules of headers for many pages', crowded, crowded.receiver, []],
    ['to another origin', across, other, []],
    ['that is led through a third origin', across, other, [further]],
  ])('%s arrives with its origin and leads to the page of thanks', async (_, site, receiver, through) => {
    const thanks = redirect(`${site.url}thanks/`);
    const [third] = through;
    receiver.answer = third === undefined ? thanks : redirect(`${third.origin}/`);
    if (third !== undefined) third.answer = thanks;
    receiver.received.length = 0;
    const tab = await open(`${site.url}privacy/2025-01-01/`, options);
    await tab.getByRole('link', { name: 'Give feedback on this text' }).click();
    await tab.getByLabel('Clause').selectOption('1.2');
    await message(tab).fill(WORDS);
    await send(tab).click();
    await tab.waitForURL(`${site.url}thanks/`);
    expect(await tab.locator('h1').textContent()).toBe('Thank you');
    const text = await fetch(`${site.url}privacy/2025-01-01/text.md`);
    expect(receiver.received).toEqual([
      {
        origin: new URL(site.url).origin,
        fields: {
          ...{ policy: 'privacy', edition: '2025-01-01', clause: '1.2', language: 'en', topic: 'text' },
          ...{ message: WORDS.replaceAll('\n', '\r\n'), name: '', email: '' },
          ...{ digest: sha256(await text.text()), page: `${site.url}privacy/2025-01-01/` },
          ...{ submission: '', elapsed: '', proof: '', redirect: `${site.url}thanks/` },
        },
      },
    ]);
  });

  it('from the stable page, in another language, tells which edition in force was read there', async () => {
    own.receiver.answer = redirect(`${own.url}ru/thanks/`);
    own.receiver.received.length = 0;
    const tab = await open(`${own.url}ru/privacy/`, options);
    await tab.getByRole('link', { name: 'Оставить отзыв об этом тексте' }).click();
    await tab.getByLabel('Сообщение').fill(WORDS);
    await tab.getByRole('button', { name: 'Отправить' }).click();
    await tab.waitForURL(`${own.url}ru/thanks/`);
    const text = await fetch(`${own.url}ru/privacy/2026-01-01/text.md`);
    expect(own.receiver.received[0]?.fields).toMatchObject({
      ...{ policy: 'privacy', edition: '2026-01-01', language: 'ru', clause: '', topic: 'text' },
      ...{ page: `${own.url}ru/privacy/2026-01-01/`, digest: sha256(await text.text()) },
    });
  });

  it('about another edition, or none, is begun from the form for the policy', async () => {
    const tab = await open(`${own.url}feedback/privacy/2026-01-01/`, options);
    await tab.getByRole('link', { name: 'Write about another edition' }).click();
    await tab.waitForURL(`${own.url}feedback/privacy/`);
    expect(await tab.locator('[name="edition"]').inputValue()).toBe('');
    await tab.getByRole('link', { name: 'Edition of 1 January 2025' }).click();
    await tab.waitForURL(`${own.url}feedback/privacy/2025-01-01/`);
    expect(await tab.getByLabel('Clause').locator('option').allTextContents()).toEqual([
      ...[
        'The whole text',
        '1 What we collect',
        '1.1 Your name.',
        '1.2 Your address.',
        '2 Your rights',
        '2.1 You may ask.',
      ],
    ]);
  });

  const page = (status: number, text: string): Answer => ({ status, body: `<p>${text}` });
  const answers: [string, Answer, string][] = [
    ['a page of the service', page(200, 'Taken'), 'Taken'],
    ['JSON', json(200, { ok: true }), '"ok":true'],
    ['200 with an error', json(200, { error: 'Quota used up' }), 'Quota used up'],
    ['a used-up plan', json(402, { error: 'Plan limit reached' }), 'Plan limit reached'],
    ['a refusal', page(422, 'Write an address'), 'Write an address'],
    ['too many messages', page(429, 'Wait a little'), 'Wait a little'],
    ['a fault', page(500, 'Out of order'), 'Out of order'],
    ['no store', page(503, 'Not stored'), 'Not stored'],
  ];

  it('is followed by what the service answers, whatever that is, and Back has every word', async () => {
    const tab = await open(`${across.url}feedback/privacy/2025-01-01/`, options);
    for (const [what, answer, text] of answers) {
      other.answer = answer;
      other.received.length = 0;
      await tab.goto(`${across.url}feedback/privacy/2025-01-01/`);
      await tab.getByLabel('Clause').selectOption('2.1');
      await message(tab).fill(`${WORDS} (${what})`);
      await tab.getByLabel('E-mail').fill('me@acme.org');
      await send(tab).click();
      await tab.getByText(text).waitFor();
      expect([what, other.received.length]).toEqual([what, 1]);
      await tab.goBack();
      const kept = [message(tab), tab.getByLabel('E-mail'), tab.getByLabel('Clause')].map((field) =>
        field.inputValue(),
      );
      expect(await Promise.all(kept)).toEqual([`${WORDS} (${what})`, 'me@acme.org', '2.1']);
    }
  });

  it.each([
    ['breaks off', 'broken off', false],
    ['cannot be had, the device being offline', 'broken off', true],
  ] as const)(
    'whose answer %s is followed by the browser’s own page, and Back has every word',
    async (_, answer, isOffline) => {
      other.answer = answer;
      const tab = await open(`${across.url}feedback/privacy/`, options);
      await message(tab).fill(WORDS);
      await tab.context().setOffline(isOffline);
      await send(tab).click();
      await tab.waitForURL('chrome-error://chromewebdata/');
      await tab.context().setOffline(false);
      await tab.goBack();
      expect(await message(tab).inputValue()).toBe(WORDS);
    },
  );

  it('without any answer leaves the form with every word in sight, and another attempt goes out', async () => {
    other.answer = 'silence';
    other.received.length = 0;
    const tab = await open(`${across.url}feedback/privacy/`, options);
    await message(tab).fill(WORDS);
    const { x, y, width, height } = await boxOf(send(tab));
    const press = () => tab.mouse.click(x + width / 2, y + height / 2);
    await press();
    await expect.poll(() => other.received.length).toBe(1);
    other.answer = redirect(`${across.url}thanks/`);
    await press();
    await expect.poll(() => tab.url()).toBe(`${across.url}thanks/`);
    expect(other.received).toHaveLength(2);
    expect(other.received[0]).toEqual(other.received[1]);
  });

  it('goes the whole way: what is missing is named, Back has the rest, and what is pressed twice is stored once', async () => {
    const { url, inbox } = await receiving({ sites: [circle.url] });
    other.answer = { from: url };
    const tab = await open(`${circle.url}feedback/privacy/2025-01-01/`, options);
    await tab.getByLabel('Name').fill('Jo');
    // As a browser does that knows no validation.
    await tab.locator('form').evaluate((form: HTMLFormElement) => form.setAttribute('novalidate', ''));
    await send(tab).click();
    await tab.getByText('Fill in “Message”.').waitFor();
    expect(await tab.locator('main').textContent()).toContain('Nothing has been stored.');
    await tab.goBack();
    expect(await tab.getByLabel('Name').inputValue()).toBe('Jo');
    await message(tab).fill(WORDS);
    const { x, y, width, height } = await boxOf(send(tab));
    await tab.mouse.dblclick(x + width / 2, y + height / 2);
    await expect.poll(() => tab.url()).toBe(`${circle.url}thanks/`);
    expect(await inbox()).toMatchObject([
      {
        entry: { place: 'kept' },
        message: {
          fields: expect.arrayContaining([{ name: 'message', value: WORDS }]),
          context: { edition: '2025-01-01', digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
        },
      },
    ]);
  });

  it('is not sent before the browser has what is required', async () => {
    own.receiver.received.length = 0;
    const tab = await open(`${own.url}feedback/`, options);
    await send(tab).click();
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('field-message');
    expect(own.receiver.received).toEqual([]);
  });
});

describe.each([
  ['a site', own],
  ['a site with too many policies for a rule each', crowded],
])('on %s', (_, site) => {
  it('pages without a form may post nowhere, and tell nobody where a visitor comes from', async () => {
    site.receiver.received.length = 0;
    const tab = await open(site.url);
    for (const path of ['privacy/', 'ru/archive/', 'thanks/']) {
      await tab.goto(`${site.url}${path}`);
      const blocked = tab.waitForEvent('console', (entry) => entry.text().includes("form-action 'none'"));
      await tab.evaluate(() => {
        const form = Object.assign(document.createElement('form'), { method: 'post', action: '/receive' });
        document.body.append(form);
        form.submit();
      });
      await blocked;
      const { headers } = await fetch(`${site.url}${path}`);
      expect([path, headers.get('Referrer-Policy')]).toEqual([path, 'no-referrer']);
    }
    expect(site.receiver.received).toEqual([]);
  });
});
