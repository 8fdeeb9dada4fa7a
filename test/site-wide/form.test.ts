/** The form with script in a real browser, under the headers that the build gives its page, against real servers that answer well and badly. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startBrowser } from './browser.ts';
import { type Answer, json, redirect, serveForm, startReceiver } from './form-site.ts';
import { message, opener, report, send, WORDS } from './form-tab.ts';

const open = opener(await startBrowser());
const other = await startReceiver();

const across = await serveForm(() => `{endpoint: "${other.origin}/"}`);
const working = await serveForm(() => `{kind: promulgate, endpoint: "${other.origin}/", proofBits: 12}`);
const scripted = await serveForm(() => `{kind: promulgate, endpoint: "${other.origin}/", email: help@acme.org}`);

/** Lets the twenty seconds that the page waits for an answer pass in a moment. */
function makeImpatient(): void {
  const { timeout } = AbortSignal;
  AbortSignal.timeout = () => timeout.call(AbortSignal, 300);
}

describe('with script, the form', () => {
  const KEPT = 'Everything you wrote is kept in the form below.';
  const answers: [string, Answer, string, string][] = [
    ['a refusal', json(402, { error: 'Plan limit reached' }), 'not accepted', 'refused it (error 402)'],
    ['a refusal', json(402, { error: 'Plan limit reached' }), 'not accepted', '“Plan limit reached”'],
    ['a form that is not known', json(404, { error: 'Form not found' }), 'not accepted', '“Form not found”'],
    ['too many messages', json(429, { ok: false }), 'not accepted', 'asks to wait'],
    ['a fault', json(500, { ok: false }), 'could not confirm', 'fault of its own (error 500)'],
    ['no store', json(503, { ok: false, error: 'unavailable' }), 'could not confirm', 'error 503'],
    ['200 with an error', json(200, { error: 'Quota used up' }), 'not accepted', '“Quota used up”'],
    ['200 with errors', json(200, { ok: true, errors: [{ message: 'Bad' }] }), 'not accepted', '“Bad”'],
    ['200 that says no', json(200, { ok: false, message: 'Activate first' }), 'not accepted', '“Activate first”'],
    ['200 and a page', { status: 200, body: '<p>Fine', cors: true }, 'could not confirm', 'did not say'],
    ['200 that may not be read', { status: 200, body: '{"ok":true}' }, 'could not confirm', 'may have arrived'],
    [
      'a redirect that may not be followed',
      redirect(`${scripted.url}thanks/`),
      'could not confirm',
      'may have arrived',
    ],
    ['a broken connection', 'broken off', 'could not confirm', 'The connection may have failed'],
    ['silence', 'silence', 'could not confirm', 'No answer came within 20 seconds'],
  ];

  it('says what is known of each answer, keeps every word, and sends again under the same number', async () => {
    const tab = await open(`${scripted.url}feedback/privacy/2025-01-01/?clause=2.1`);
    await message(tab).fill(WORDS);
    other.received.length = 0;
    const seen: string[][] = [];
    for (const [index, [, answer]] of answers.entries()) {
      other.answer = answer;
      const before = other.received.length;
      if (answer === 'silence') await tab.evaluate(makeImpatient);
      await (index === 0 ? send(tab) : tab.getByRole('button', { name: 'Try again' })).click();
      await expect.poll(() => tab.getByRole('status').first().textContent()).toBe('');
      // Over a connection that breaks off, Chromium itself posts twice.
      await expect.poll(() => other.received.length).toBeGreaterThan(before);
      await report(tab).waitFor();
      seen.push([(await report(tab).textContent()) ?? '', await message(tab).inputValue()]);
      expect(await tab.evaluate(() => document.activeElement?.id)).toBe('page:report');
      expect(await report(tab).getByRole('alert').count()).toBe(1);
      expect(await send(tab).isEnabled()).toBe(true);
    }
    for (const [index, [, , heading, reason]] of answers.entries()) {
      expect(seen[index]?.[0]).toContain(heading);
      expect(seen[index]?.[0]).toContain(reason);
      expect(seen[index]?.[0]).toContain(KEPT);
      expect(seen[index]?.[1]).toBe(WORDS);
    }
    expect(seen.filter(([text]) => text?.includes('has arrived'))).toEqual([]);
    expect(new Set(other.received.map(({ fields }) => fields.submission)).size).toBe(1);
    other.answer = json(200, { ok: true });
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByRole('heading', { name: 'Your message has arrived' }).waitFor();
    expect(await message(tab).isVisible()).toBe(false);
    expect(await report(tab).getByRole('status').count()).toBe(1);
    const stored = await tab.evaluate(async () => [
      ...[localStorage.length, sessionStorage.length, document.cookie.length],
      ...[(await caches.keys()).length, (await indexedDB.databases()).length],
    ]);
    expect(stored).toEqual([0, 0, 0, 0, 0]);
    const { fields } = other.received.at(-1) ?? {};
    expect(fields).toMatchObject({
      ...{
        policy: 'privacy',
        edition: '2025-01-01',
        clause: '2.1',
        language: 'en',
        note_2: '',
        message: expect.any(String),
      },
      page: `${scripted.url}privacy/2025-01-01/#2.1`,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      submission: expect.stringMatching(/^[0-9a-f-]{36}$/),
      elapsed: expect.stringMatching(/^\d+$/),
    });
  });

  it('gives other words another number, so that a receiver does not take them for a repetition', async () => {
    other.answer = json(500, {});
    other.received.length = 0;
    const tab = await open(`${scripted.url}feedback/`);
    await message(tab).fill(WORDS);
    await send(tab).click();
    await tab.getByRole('button', { name: 'Try again' }).waitFor();
    await message(tab).fill(`${WORDS} And one more thing.`);
    other.answer = json(200, { ok: true });
    await send(tab).click();
    await tab.getByRole('heading', { name: 'Your message has arrived' }).waitFor();
    expect(new Set(other.received.map(({ fields }) => fields.submission)).size).toBe(2);
  });

  it('does the work that the receiver asks for', async () => {
    other.answer = json(200, { ok: true });
    other.received.length = 0;
    const tab = await open(`${working.url}feedback/`);
    await message(tab).fill(WORDS);
    await send(tab).click();
    await tab.getByRole('heading', { name: 'Your message has arrived' }).waitFor();
    const { submission, proof } = other.received[0]?.fields ?? {};
    expect(proof).toMatch(/^\d+$/);
    const hash = createHash('sha256').update(`${submission}:${proof}`).digest();
    expect(hash.readUInt16BE(0) >>> 4).toBe(0);
  });

  it('sends once, however often the button is pressed', async () => {
    other.answer = json(200, { ok: true });
    other.received.length = 0;
    const tab = await open(`${scripted.url}feedback/`);
    await message(tab).fill(WORDS);
    await send(tab).dblclick();
    await tab.getByRole('heading', { name: 'Your message has arrived' }).waitFor();
    expect(other.received).toHaveLength(1);
  });

  it('knows when the device is offline', async () => {
    const tab = await open(`${scripted.url}feedback/`);
    await message(tab).fill(WORDS);
    await tab.context().setOffline(true);
    await send(tab).click();
    await tab.getByRole('heading', { name: 'Your message was not sent' }).waitFor();
    expect(await report(tab).textContent()).toContain('Nothing was sent.');
    expect(await message(tab).inputValue()).toBe(WORDS);
  });

  it('offers the words to copy and to send by e-mail when they did not arrive', async () => {
    other.answer = json(500, {});
    const tab = await open(`${scripted.url}feedback/privacy/2026-01-01/?clause=2.1`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await message(tab).fill(WORDS);
    await send(tab).click();
    await tab.getByRole('button', { name: 'Copy the message' }).click();
    await tab.getByText('Copied').waitFor();
    expect(await tab.evaluate(() => navigator.clipboard.readText())).toContain(WORDS);
    const mail = new URL((await tab.getByRole('link', { name: 'Send it by e-mail' }).getAttribute('href')) ?? '');
    expect(mail.pathname).toBe('help@acme.org');
    expect(mail.searchParams.get('subject')).toBe('Feedback: Privacy policy, edition of 1 January 2026');
    expect(mail.searchParams.get('body')?.split('\r\n')).toEqual([
      ...`Message: ${WORDS}`.split('\n'),
      'Clause: 2.1 You may ask.',
      'What is it about? The text of a policy',
      `${scripted.url}privacy/2026-01-01/#2.1`,
    ]);
  });

  it('names what is missing, leads to it, and sends nothing', async () => {
    other.received.length = 0;
    const tab = await open(`${scripted.url}feedback/`);
    await tab.getByLabel('E-mail').fill('me');
    await send(tab).click();
    expect(await tab.title()).toMatch(/^Error: /);
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('page:report');
    expect(await report(tab).getByRole('link').allTextContents()).toEqual([
      'Fill in “Message”.',
      'Write a full e-mail address in “E-mail address for our reply”, like name@example.org.',
    ]);
    await report(tab).getByRole('link').first().click();
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('field-message');
    const described = await message(tab).getAttribute('aria-describedby');
    expect(described).toBe('field-message-problem field-message-count');
    expect(other.received).toEqual([]);
  });

  it('shows at its field what the receiver says of it', async () => {
    other.answer = json(422, { ok: false, error: 'fields', fields: { email: 'This mailbox does not exist.' } });
    const tab = await open(`${scripted.url}feedback/`);
    await message(tab).fill(WORDS);
    await tab.getByLabel('E-mail').fill('me@acme.org');
    await send(tab).click();
    await tab.locator('#field-email-problem').waitFor();
    expect(await tab.getByLabel('E-mail').getAttribute('aria-invalid')).toBe('true');
  });

  it('takes more than there is room for, says so, and cuts nothing off', async () => {
    const tab = await open(`${scripted.url}feedback/`);
    await message(tab).fill('a'.repeat(5003));
    expect(await tab.locator('.counter').textContent()).toBe('Characters too many: 3');
    await send(tab).click();
    expect(await report(tab).textContent()).toContain('Shorten “Message” to 5000 characters.');
    expect((await message(tab).inputValue()).length).toBe(5003);
  });

  it('lets the browser send where no answer could be read, and sends once', async () => {
    other.answer = redirect(`${across.url}thanks/`);
    other.received.length = 0;
    const tab = await open(`${across.url}feedback/privacy/2026-01-01/`);
    await message(tab).fill(WORDS);
    await send(tab).dblclick();
    await tab.waitForURL(`${across.url}thanks/`);
    expect(other.received).toHaveLength(1);
    expect(other.received[0]?.fields).toMatchObject({
      edition: '2026-01-01',
      page: `${across.url}privacy/2026-01-01/`,
    });
  });
});

describe('the form is reached', () => {
  it('from an edition and from each of its clauses, which it then knows', async () => {
    const tab = await open(`${scripted.url}privacy/2025-01-01/`);
    await tab.locator('[id="1.2"] a.label').first().hover();
    await tab.locator('.cite-toggle').last().click();
    await tab.getByRole('link', { name: 'Give feedback on this clause' }).click();
    await tab.waitForURL(`${scripted.url}feedback/privacy/2025-01-01/?clause=**`);
    expect(await tab.getByLabel('Clause').inputValue()).toBe(new URL(tab.url()).searchParams.get('clause'));
    await tab.goto(`${scripted.url}feedback/privacy/2025-01-01/#2.1`);
    expect(await tab.getByLabel('Clause').inputValue()).toBe('2.1');
    await tab.goto(`${scripted.url}feedback/privacy/2025-01-01/?clause=nonsense`);
    expect(await tab.getByLabel('Clause').inputValue()).toBe('');
    expect(await tab.getByLabel('Clause').locator('option').count()).toBe(6);
    await tab.goto(`${scripted.url}ru/privacy/2026-01-01/`);
    await tab.getByRole('link', { name: 'Оставить отзыв об этом тексте' }).click();
    await tab.waitForURL(`${scripted.url}feedback/ru/privacy/2026-01-01/`);
  });

  it('from any other page, which it names, but never one of another site', async () => {
    other.answer = json(200, { ok: true });
    other.received.length = 0;
    for (const query of ['?page=/privacy/archive/', '?page=//evil.example/x', '?page=https://evil.example/']) {
      const tab = await open(`${scripted.url}feedback/${query}`);
      await message(tab).fill(WORDS);
      await send(tab).click();
      await tab.getByRole('heading', { name: 'Your message has arrived' }).waitFor();
    }
    const pages = other.received.map(({ fields }) => fields.page);
    expect(pages[0]).toBe(`${scripted.url}privacy/archive/`);
    expect(pages.every((page) => page?.startsWith(scripted.url))).toBe(true);
  });
});
