/** The table of hostile input from outside the sources: words posted to the receiver, files dropped on the page for checking copies, time stamps. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runExport, runList, runShow } from '../../src/cli/commands/inbox.ts';
import { build } from '../../src/index.ts';
import { writeSite } from '../../src/io/write.ts';
import { readToken } from '../../src/ledger/timestamps/read-token.ts';
import { mailFor } from '../../src/receiver/mail.ts';
import { sources } from '../builders.ts';
import { fakeSurroundings } from '../cli/surroundings.ts';
import { receiving, SITE, uuid } from '../receiver/receiving.ts';
import { THEME } from '../theme/views.ts';
import { startBrowser } from './browser.ts';
import { DROPPED, HEADERS, NO_TOKENS, WORDS } from './hostile-received-table.ts';
import { built, SITE_FILES, sealedFiles } from './ledgered-site.ts';
import { ROOT, serveFolder, temporaryFolder } from './sample-site.ts';

const NOW = '2021-06-01T09:00:00Z';

/** Besides line ends: what moves a terminal's cursor, or turns the order of words. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

const printed = async (command: (seen: ReturnType<typeof fakeSurroundings>) => Promise<unknown>) => {
  const seen = fakeSurroundings();
  await command(seen);
  return seen.printed;
};

it('words posted to the receiver are kept as they came, move no cursor, are no formula and no header', async () => {
  const { dir, post, inbox } = await receiving({ clock: () => Date.parse(NOW) });
  const answers: Response[] = [];
  for (const [index, [, words]] of WORDS.entries()) {
    const context = { policy: words, edition: words, language: words, clause: words, page: words, digest: words };
    const fields = { name: words, message: words, [words]: words, ...context, redirect: words, elapsed: words };
    answers.push(await post({ ...fields, submission: uuid(index) }));
    answers.push(await post({ email: words, message: 'x', submission: words, proof: words }));
  }
  for (const { status, headers } of answers) {
    expect([303, 422]).toContain(status);
    expect([headers.get('bcc'), headers.get('set-cookie')]).toEqual([null, null]);
    if (status === 303) expect(new URL(headers.get('location') ?? '').origin).toBe(SITE);
  }
  const all = await inbox();
  const kept = all.map(({ message }) => message?.fields.find(({ name }) => name === 'name')?.value);
  for (const [, words] of WORDS) expect(kept).toContain(words.replace(/\r\n?/g, '\n'));
  const files = (await readdir(dir, { recursive: true })).filter((name) => name.includes('.json'));
  expect(files.length).toBeGreaterThanOrEqual(WORDS.length);
  for (const name of files) expect(name).toMatch(/^(?:kept|quarantine)[/\\][0-9TZ.:a-f-]+\.json$/);

  const ids = all.map(({ entry }) => entry.id);
  for (const { stdout, stderr } of [
    await printed((seen) => runList({ store: dir }, seen)),
    await printed((seen) => runShow(ids, { store: dir }, seen)),
    await printed((seen) =>
      runShow(
        WORDS.map(([, words]) => words),
        { store: dir },
        seen,
      ),
    ),
  ]) {
    expect((stdout + stderr).split('\n').filter((line) => UNSEEN.test(line))).toEqual([]);
  }

  const { stdout } = await printed((seen) => runExport('csv', { store: dir }, seen));
  const cells = [...stdout.replace(/^\uFEFF/, '').matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell);
  expect(cells.length).toBeGreaterThan(WORDS.length * 8);
  // At the beginning of a cell, of a line in it, and of what other separators would make a cell.
  expect(cells.filter((cell) => /(?:^|[\n\r;\t|])\s*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);

  for (const { message } of all) {
    if (message === undefined) throw new Error('Cannot be read');
    const { subject, replyTo, messageId } = mailFor(message, { from: 'a@acme.example', to: 'b@acme.example' });
    for (const header of [subject, messageId, JSON.stringify(replyTo ?? '')]) expect(header).not.toMatch(UNSEEN);
  }
});

it('a form whose headers are hostile is refused, or kept where it belongs', async () => {
  const { post, inbox } = await receiving();
  for (const [what, headers, outcome] of HEADERS) {
    const { status } = await post({ message: what }, headers);
    const found = (await inbox()).filter(({ message }) => message?.fields.some(({ value }) => value === what));
    const places = found.map(({ entry }) => entry.place);
    expect([what, status, places]).toEqual(typeof outcome === 'number' ? [what, outcome, []] : [what, 303, [outcome]]);
  }
});

/** What the browser says of a document that is only read: its base is not taken. */
const BLOCKED = /^Setting the document's base URI to .* has been blocked\.$/;

describe('a file dropped on the page for checking copies', async () => {
  const dir = join(await temporaryFolder(), 'site');
  await writeSite({ files: (await built(await sealedFiles(SITE_FILES))).files, out: dir, root: ROOT });
  const url = await serveFolder(dir);
  const tab = await (await startBrowser()).newPage();
  const heard: string[] = [];
  tab.on(
    'console',
    (message) => message.type() === 'error' && !BLOCKED.test(message.text()) && heard.push(message.text()),
  );
  tab.on('pageerror', (error) => heard.push(String(error)));
  tab.on('dialog', (dialog) => heard.push(dialog.message()));
  tab.on('request', (request) => /\/(?:body\.json|text\.md)$/.test(request.url()) || heard.push(request.url()));
  await tab.goto(`${url}verify/`);
  it.each(DROPPED)('that holds %s runs, loads and claims nothing', async (_, name, content) => {
    heard.length = 0;
    const outcome = tab.locator('.verify > .outcome');
    await outcome.evaluate((element) => element.replaceChildren());
    if (typeof content === 'number') {
      await tab.evaluate((size) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(size)], 'x.txt'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      }, content);
    } else {
      await tab.locator('input[type=file]').setInputFiles([]);
      await tab.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
    }
    await tab.waitForFunction(() => {
      const element = document.querySelector('.verify > .outcome');
      return element?.hasAttribute('aria-busy') === false && element.textContent !== '';
    });
    expect(await outcome.textContent()).toMatch(/^(?:This is not|This file is neither|The file is larger)/);
    expect(await tab.evaluate(() => '__pwned' in window)).toBe(false);
    expect(await outcome.locator('script, img, svg, iframe, [onerror]').count()).toBe(0);
    expect([tab.url(), heard]).toEqual([`${url}verify/`, []]);
  });
});

describe('a time stamp that is', async () => {
  const files = await sealedFiles(SITE_FILES);

  it.each(NO_TOKENS)('%s is refused', async (_, bytes) => {
    expect(readToken(bytes)).toMatchObject({ kind: 'unreadable' });
  });

  it('garbage is refused by a build, with its place', async () => {
    const head = JSON.parse(
      (await built(files)).files.find(({ path }) => path === 'policies.json')?.content.toString() ?? '',
    ).ledger.head;
    const path = `policies/timestamps/${head}.tsr`;
    const [, bytes] = NO_TOKENS[2] ?? [];
    const all = [...sources(files), { path, bytes: bytes ?? new Uint8Array() }];
    const { diagnostics, files: written } = await build({ sources: all, theme: THEME, asOf: NOW });
    expect(diagnostics).toMatchObject([{ ruleId: 'ledger-timestamp', severity: 'error', place: { path } }]);
    expect(written).toEqual([]);
  });
});
