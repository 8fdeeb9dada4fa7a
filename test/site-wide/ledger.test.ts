import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { LEDGER_SOURCE } from '../../src/model/ledger.ts';
import { folderWith } from '../cli/run.ts';
import { fakeSurroundings } from '../cli/surroundings.ts';
import { edited, PRIVACY, without } from '../ledger/ledgered.ts';
import { built, outputOf, SITE_FILES, sealedFiles } from './ledgered-site.ts';

const sha256 = (text = '') => createHash('sha256').update(text).digest('hex');
const rulesOf = async (files: Parameters<typeof built>[0]) =>
  (await built(files)).diagnostics.map(({ severity, ruleId }) => `${severity} ${ruleId}`);

const sealed = await sealedFiles(SITE_FILES);
const output = outputOf(await built(sealed));
const ledger = JSON.parse(output.get('ledger.json') ?? '');

describe('a site with a ledger', () => {
  it('publishes every text as a file with the digest that stands in the ledger and on its page', () => {
    const texts = ledger.entries.filter(({ kind }: { kind: string }) => kind === 'sealed');
    expect(texts.map(({ address }: { address: string }) => address).sort()).toEqual([
      'privacy/2020-02-04/',
      'privacy/2021-05-04/',
      'ru/privacy/2020-02-04/',
    ]);
    for (const { address, source } of texts) {
      expect(sha256(output.get(`${address}text.md`))).toBe(source);
      const page = output.get(`${address}index.html`) ?? '';
      expect(page).toContain(`<code>${source}</code>`);
      expect(page).toContain('<a href="text.md">');
    }
  });

  it('publishes the ledger as it is, and its head on every page and in policies.json', () => {
    expect(output.get('ledger.json')).toBe(sealed[LEDGER_SOURCE]);
    const last = ledger.entries.map(({ digest }: { digest: string }) => digest);
    const followed = ledger.entries.flatMap(({ previous }: { previous: string[] }) => previous);
    const [head] = last.filter((digest: string) => !followed.includes(digest));
    expect(JSON.parse(output.get('policies.json') ?? '').ledger).toEqual({
      url: 'https://legal.acme.example/ledger.json',
      head,
      timestamps: [],
    });
    for (const [path, html] of output)
      if (path.endsWith('.html')) expect([path, html.includes(head)]).toEqual([path, true]);
  });

  it('serves texts as Markdown in UTF-8', () => {
    expect(output.get('_headers')).toContain('/:a/:b/:c/text.md\n  Content-Type: text/markdown; charset=utf-8');
  });

  it('is not built when a published text has changed or is gone', async () => {
    expect(await rulesOf(sealed)).toEqual([]);
    const changed = await built(edited(sealed, PRIVACY, 'within 30 days', 'within 60 days'));
    expect(changed.files).toEqual([]);
    expect(changed.diagnostics.map(({ message }) => message)).toEqual([
      'privacy 2020-02-04 (en) was published on 2020-01-28. You changed clause 7.2.',
    ]);
    expect(await rulesOf(without(sealed, 'policies/privacy/2021-05-04.md'))).toContain('error ledger-missing');
  });

  it('is not built when its ledger was altered or cannot be read', async () => {
    // What the altered entry says is not held against the texts: the cure would be to take the forgery over.
    expect(await rulesOf(edited(sealed, LEDGER_SOURCE, '2020-01-28', '2020-01-27'))).toEqual([
      'error ledger-chain-broken',
    ]);
    const unreadable = await built({ ...sealed, [LEDGER_SOURCE]: '{' });
    expect(unreadable.diagnostics.map(({ ruleId }) => ruleId)).toEqual(['ledger-json']);
    expect(unreadable.ledgerWork).toBeUndefined();
  });
});

describe('corrections', () => {
  it('stand on the archive page of their policy too, each with its edition, the latest first', async () => {
    const correction = (on: string, was: string, now: string) => `{on: ${on}, was: ${was}, now: ${now}, reason: Typo}`;
    const corrections = `corrections: [${correction('2020-03-01', 'recieve', 'receive')}, ${correction('2020-05-01', 'adress', 'address')}]\n---\n#`;
    const files = outputOf(await built(edited(SITE_FILES, PRIVACY, '---\n#', corrections)));
    const archive = files.get('privacy/archive/index.html') ?? '';
    const list = archive.slice(archive.indexOf('class="corrections"'));
    const found = [...list.matchAll(/datetime="([^"]+)"|<a href="([^"]+)">Edition of|<dd>(\w+)<\/dd>/g)];
    expect(found.map(([, on, href, word]) => on ?? href ?? word)).toEqual([
      ...['2020-05-01', '../2020-02-04/', 'adress', 'address', 'Typo'],
      ...['2020-03-01', '../2020-02-04/', 'recieve', 'receive', 'Typo'],
    ]);
    expect(files.get('privacy/2021-05-04/index.html')).not.toContain('class="corrections"');
  });
});

describe('a text that was corrected after it was sealed', async () => {
  const correction = 'corrections: [{on: 2021-05-20, clause: "1", was: recieve, now: receive, reason: Typing error}]';
  const mended = edited(edited(sealed, PRIVACY, 'recieve', 'receive'), PRIVACY, '---\n#', `${correction}\n---\n#`);
  const again = await sealedFiles(mended);
  const files = outputOf(await built(again));

  it('stays reachable as it was, proved by the digest that was sealed first', () => {
    const { source } = ledger.entries.find(({ address }: { address: string }) => address === 'privacy/2020-02-04/');
    expect(files.get('privacy/2020-02-04/original/text.md')).toBe(output.get('privacy/2020-02-04/text.md'));
    expect(sha256(files.get('privacy/2020-02-04/original/text.md'))).toBe(source);
    expect(sha256(files.get('privacy/2020-02-04/text.md'))).not.toBe(source);
    expect(files.get('privacy/2020-02-04/index.html')).toContain(`<a href="original/text.md">`);
    expect(files.get('privacy/2020-02-04/index.html')).toContain(`SHA-256 <code>${source}</code>`);
  });

  it('is held by verify against what was sealed first', async () => {
    const folder = await folderWith(Object.fromEntries(files));
    const verify = async () => {
      const surroundings = fakeSurroundings();
      return { code: await run(['verify', folder], surroundings), ...surroundings.printed };
    };
    expect((await verify()).code).toBe(0);
    const original = join(folder, 'privacy/2020-02-04/original/text.md');
    await writeFile(original, (await readFile(original, 'utf8')).replace('recieve', 'refuse'));
    const { code, stderr } = await verify();
    expect(code).toBe(1);
    expect(stderr).toContain(
      '/privacy/2020-02-04/original/text.md is not the text as it was sealed before its corrections',
    );
    await rm(original);
    expect((await verify()).code).toBe(0);
  });

  it('is the only one that has such a file, and one for comparing copies with', () => {
    expect([...files.keys()].filter((path) => path.includes('/original/'))).toEqual([
      expect.stringMatching(/^privacy\/2020-02-04\/original\/body-[0-9a-f]{16}\.json$/),
      'privacy/2020-02-04/original/text.md',
    ]);
    expect(files.get('privacy/2021-05-04/index.html')).not.toContain('original/text.md');
  });

  it('stands in the register of all corrections with its policy', () => {
    const html = files.get('archive/index.html') ?? '';
    const register = html.slice(html.indexOf('class="corrections"'));
    expect(register).toMatch(
      /<a href="\.\.\/privacy\/2020-02-04\/">Privacy policy, edition of 4.February.2020<\/a>, Clause 1<\/dd>/,
    );
    expect([...register.matchAll(/<dd>(\w[\w ]+)<\/dd>/g)].map(([, word]) => word)).toEqual([
      'recieve',
      'receive',
      'Typing error',
    ]);
  });
});

describe('a site without a ledger', () => {
  it('says nothing of one, and publishes its texts as files all the same', async () => {
    const files = outputOf(await built(SITE_FILES));
    expect(files.has('ledger.json')).toBe(false);
    expect(files.get('index.html')).not.toContain('ledger.json');
    expect(JSON.parse(files.get('policies.json') ?? '').ledger).toBeNull();
    expect(files.get('privacy/2020-02-04/text.md')).toMatch(/^---\n# language: en\ntitle: "Privacy policy"\n/);
  });
});
