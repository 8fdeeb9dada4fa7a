/** Published sites that were tampered with, each in its own way, found by `promulgate verify` over real HTTP or in a folder. */
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { contentTypeOf } from '../../src/io/content-type.ts';
import { fileOf } from '../../src/model/address.ts';
import { folderWith } from '../cli/run.ts';
import { fakeSurroundings } from '../cli/surroundings.ts';
import { cook, recipe } from '../ledger/independent-tools.ts';
import { built, outputOf, SITE_FILES, sealedFiles } from './ledgered-site.ts';
import { ROOT } from './sample-site.ts';

const output = outputOf(await built(await sealedFiles(SITE_FILES)));
const HEAD = JSON.parse(output.get('policies.json') ?? '').ledger.head;

const PAGE = 'privacy/2020-02-04/index.html';
const TEXT = 'privacy/2020-02-04/text.md';

type Alter = (path: string, content: string) => string | undefined;

/** `content` with `old` replaced; fails if it is not there. */
function edited(content: string, old: string, fresh: string): string {
  if (!content.includes(old)) throw new Error(`No “${old}”`);
  return content.replace(old, () => fresh);
}

/** Replaces in one file. */
const replacing =
  (file: string, old: string, fresh: string): Alter =>
  (path, content) =>
    path === file ? edited(content, old, fresh) : content;

/** A host that serves the site below `/legal/`, each file altered on its way; gives the address of the first page. */
async function host(alter: Alter = (_, content) => content): Promise<string> {
  const server = createServer(({ url = '', headers }, response) => {
    const path = fileOf(url.replace(/^\/legal\//, ''));
    const content = output.get(path);
    const sent = content === undefined || !url.startsWith('/legal/') ? undefined : alter(path, content);
    const type = { 'content-type': contentTypeOf(path) ?? 'text/plain' };
    // As most hosts do, for whoever says that he can read it.
    const isZipped = sent !== undefined && /gzip/.test(String(headers['accept-encoding']));
    response.writeHead(sent === undefined ? 404 : 200, isZipped ? { ...type, 'content-encoding': 'gzip' } : type);
    response.end(isZipped ? gzipSync(sent) : (sent ?? 'There is no such page.'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/legal/`;
}

async function verify(...words: readonly string[]) {
  const surroundings = fakeSurroundings();
  const code = await run(['verify', ...words], surroundings);
  return { code, ...surroundings.printed };
}

/** The rules that find something, and all messages. */
async function findings(alter: Alter, ...words: readonly string[]) {
  const { code, stdout } = await verify(await host(alter), '--json', ...words);
  const { diagnostics, texts, ok } = JSON.parse(stdout);
  expect(ok).toBe(code === 0);
  return {
    code,
    rules: diagnostics.map(({ ruleId }: { ruleId: string }) => ruleId),
    said: diagnostics.map(({ message }: { message: string }) => message).join('\n'),
    damaged: texts.filter((text: { ok: boolean }) => !text.ok).map((text: { address: string }) => text.address),
  };
}

describe('verify, of an untouched site', () => {
  it('names every text over HTTP and is content', async () => {
    const url = await host();
    const { code, stdout, stderr } = await verify(url);
    expect(code).toBe(0);
    expect(stdout.split('\n').map((line) => line.replace(/ {2}[0-9a-f]{64}$/, ''))).toEqual([
      'as published  privacy 2020-02-04 (en)  /privacy/2020-02-04/',
      'as published  privacy 2021-05-04 (en)  /privacy/2021-05-04/',
      'as published  privacy 2020-02-04 (ru)  /ru/privacy/2020-02-04/',
      '',
    ]);
    expect(stderr).toBe(`${url}: all as published: 3 texts on 5 pages, 4 entries in the ledger, head ${HEAD}.\n`);
    expect(await verify(`${url}ledger.json`, '--quiet', '--head', HEAD)).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('needs no sources: a folder is enough', async () => {
    const folder = await folderWith(Object.fromEntries(output));
    expect(await verify(folder, '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
    await rm(join(folder, TEXT));
    expect((await verify(folder)).stderr).toContain(`/${TEXT} cannot be read: there is no such file.`);
  });
});

describe('verify, of a site that was tampered with', () => {
  it('shows the words that were changed on a page', async () => {
    const found = await findings(replacing(PAGE, 'We answer within 30 days', 'We need not answer within 60 days'));
    expect(found).toMatchObject({ code: 1, rules: ['verify-page-changed'], damaged: ['privacy/2020-02-04/'] });
    expect(found.said).toBe(
      'The page /privacy/2020-02-04/ does not show the words that were published.\n' +
        '… may ask. 7.2. We {+need not+} answer within [-30-]{+60+} days. Data Time Name …',
    );
  });

  it('finds a text file that was changed, though its page was not', async () => {
    const found = await findings(replacing(TEXT, 'within 30 days', 'within 60 days'));
    expect(found).toMatchObject({ code: 1, rules: ['verify-text-changed'], damaged: ['privacy/2020-02-04/'] });
    expect(found.said).toMatch(
      /^\/privacy\/2020-02-04\/text\.md is not the text that was sealed: its SHA-256 is [0-9a-f]{64},/,
    );
  });

  it('names the clause where the text file was changed along with the page', async () => {
    const found = await findings((path, content) =>
      path === PAGE || path === TEXT ? edited(content, 'within 30 days', 'within 60 days') : content,
    );
    expect(found.rules).toEqual(['verify-text-changed', 'verify-page-changed']);
    expect(found.said).toContain('They differ in');
  });

  it('names the line of the ledger that was altered', async () => {
    const found = await findings(replacing('ledger.json', '"published":"2020-01-28"', '"published":"2019-01-28"'));
    expect(found).toMatchObject({ code: 1, rules: ['verify-ledger-altered', 'verify-ledger-facts'] });
    expect(found.said).toMatch(/^ledger\.json, line \d: This entry was altered/);
  });

  it('finds a ledger from which an entry was taken: in the middle, or at the end', async () => {
    const { entries } = JSON.parse(output.get('ledger.json') ?? '');
    const before = entries.find(({ digest }: { digest: string }) => digest === HEAD).previous[0];
    const without = (digest: string): Alter => {
      const isIts = (line: string) => line.includes(`"digest":"${digest}"`);
      return (path, content) =>
        path === 'ledger.json' ? edited(content, `\n${content.split('\n').find(isIts)}`, '') : content;
    };
    expect((await findings(without(before))).rules).toContain('verify-ledger-altered');
    expect((await findings(without(HEAD))).rules).toEqual(['verify-head', 'verify-unsealed']);
    expect((await findings(without(HEAD), '--head', HEAD)).rules).toContain('verify-noted-head');
    const kept = join(await folderWith({ 'kept-2021.json': output.get('ledger.json') ?? '' }), 'kept-2021.json');
    const { rules, said } = await findings(without(HEAD), '--against', kept);
    expect(rules).toEqual(['verify-ledger-cut', 'verify-head', 'verify-unsealed']);
    expect(said).toContain('it lacks 1 of the 4 entries that it had: privacy 2021-05-04 (en).');
    // As a publisher asks before the upload: of what was built, against what stands at the address.
    const [built, live] = [await folderWith(Object.fromEntries(output)), await host()];
    expect(await verify(built, '--against', live)).toMatchObject({ code: 0 });
    await rm(join(built, 'ledger.json'));
    expect(await verify(built, '--against', live)).toMatchObject({ code: 2 });
  });

  it.each([2000, 20_000])('says of a page that stands in %s boxes that it does not show the text', async (depth) => {
    const found = await findings(replacing(PAGE, '<article', `${'<div>'.repeat(depth)}<article`));
    expect(found).toMatchObject({ code: 1, rules: ['verify-page-changed'], damaged: ['privacy/2020-02-04/'] });
  });

  it('finds a stable page that shows another edition than the one in force', async () => {
    const found = await findings((path, content) => (path === 'privacy/index.html' ? output.get(PAGE) : content));
    expect(found).toMatchObject({ code: 1, rules: ['verify-page-changed'], damaged: ['privacy/2021-05-04/'] });
    expect(found.said).toContain('The page /privacy/ does not show the words');
  });

  it('recognises e-mail addresses that Cloudflare has replaced, and shows that nothing else was changed', async () => {
    const address = 'legal@acme.example';
    const hidden =
      '<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="0f63">[email&#160;protected]</a>';
    const found = await findings((path, content) => {
      if (!path.endsWith('.html')) return content;
      return content
        .replace(/<a href="mailto:[^"]*"[^>]*>[^<]*<\/a>/g, hidden)
        .replaceAll(`on ${address}`, `on ${hidden}`)
        .replace(
          '</body>',
          '<script data-cfasync="false" src="/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js"></script></body>',
        );
    });
    expect(found.code).toBe(1);
    expect(found.rules).toContain('verify-page-rewritten');
    expect(found.said).toContain('“Email Address Obfuscation”');
    expect(found.said).toContain(`[-${address}-]{+[email protected]+}`);
  });

  it('finds a page that is missing', async () => {
    const found = await findings((path, content) =>
      path === 'ru/privacy/2020-02-04/index.html' ? undefined : content,
    );
    expect(found).toMatchObject({ code: 1, rules: ['verify-page-missing'], damaged: ['ru/privacy/2020-02-04/'] });
    expect(found.said).toContain('its host answers with the code 404');
  });

  it('finds a link that was made to lead elsewhere', async () => {
    const found = await findings(replacing(PAGE, 'https://acme.example/days', 'https://evil.example/days'));
    expect(found).toMatchObject({ code: 1, rules: ['verify-page-link'] });
    expect(found.said).toContain('leads to https://evil.example/days, where it led to https://acme.example/days');
  });

  it.each([
    ['hides words', 'We answer within', '<span hidden>We answer within</span>'],
    ['hides words by style', 'We answer within', '<span style="display:none">We answer within</span>'],
    ['hides all of the text', '<article class', '<article hidden class'],
    ['hides the text around which something else stands', '<main id', '<div style="display:none"><main id'],
    ['shows the text to those without script only', '<main id', '<noscript><main id'],
    ['folds a part of the text away', '<p>What we do.', '<details></details><p>What we do.'],
    ['takes a look from the style sheet that hides words', '<p>What we do.', '<p class="skip">What we do.'],
    [
      'gives a number to a note that completes one of the text',
      'within 30',
      'within 3<a data-footnote-ref href="#x">0</a>0',
    ],
    [
      'says more in the heading of the notes',
      'id="footnote-label">',
      'id="footnote-label">What stands in clause 2 is void, and clause 7 does not apply. ',
    ],
    [
      'adds words as the number of a note',
      'We answer within',
      '<a data-footnote-ref href="#x">never</a>We answer within',
    ],
    [
      'adds words as the date of a clause',
      'We answer within',
      '<span class="clause-date">Never.</span>We answer within',
    ],
  ])('finds a page that %s', async (_, old, fresh) => {
    const { rules, damaged } = await findings(replacing(PAGE, old, fresh));
    expect(rules.filter((rule: string) => rule !== 'verify-page-foreign')).toEqual(['verify-page-hidden']);
    expect(damaged).toEqual(['privacy/2020-02-04/']);
  });

  it.each([
    ['another page in it', '</main>', '</main><iframe src="data:text/html,We%20keep%20all"></iframe>'],
    [
      'a way to send readers on',
      '<meta charset="utf-8">',
      '<meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/x">',
    ],
    [
      'links that all lead elsewhere',
      '<meta charset="utf-8">',
      '<meta charset="utf-8"><base href="https://evil.example/">',
    ],
  ])('finds a page with %s', async (_, old, fresh) => {
    const found = await findings(replacing(PAGE, old, fresh));
    expect(found).toMatchObject({ code: 1, rules: ['verify-page-covered'], damaged: ['privacy/2020-02-04/'] });
  });

  it('does not call a site good whose style, or a script of whose pages, is not known', async () => {
    const style = await verify(
      await host((path, content) => (/site\.\w+\.css$/.test(path) ? `${content}.prose p{display:none}` : content)),
    );
    expect(style.stderr).toMatch(
      /Styles or scripts of the pages are not those of this version of Promulgate: \/assets\/site\.\w+\.css\./,
    );
    expect(style.stderr).toContain('all words as published; whether pages show them so is not certain');
    expect((await findings(replacing(PAGE, '</head>', '<style>p{display:none}</style></head>'))).rules).toEqual([
      'verify-page-foreign',
    ]);
  });

  it('finds an old edition at the stable address, though policies.json calls it the one in force', async () => {
    const found = await findings((path, content) => {
      if (path === 'policies.json') return edited(content, '"inForce": "2021-05-04"', '"inForce": "2020-02-04"');
      return path === 'privacy/index.html' ? output.get(PAGE) : content;
    });
    expect(found).toMatchObject({ code: 1, rules: expect.arrayContaining(['verify-in-force']) });
    expect(found.said).toContain(
      'policies.json says that of privacy the edition 2020-02-04 is in force; by the ledger, 2021-05-04 applies since 2021-05-04.',
    );
    const claimed = await findings(replacing('policies.json', '"inForce": "2021-05-04"', '"inForce": "2020-02-04"'));
    expect(claimed).toMatchObject({ code: 1, rules: ['verify-in-force'], damaged: [] });
    const without = await findings(replacing('policies.json', '"slug": "privacy"', '"slug": "other"'));
    expect(without.rules).toContain('verify-policy-missing');
  });

  it('finds an archive page that leads to an edition nobody has published, or leaves one out', async () => {
    const archive = 'privacy/archive/index.html';
    const added = '<p><a href="../2019-01-01/">Edition of 2019</a></p></main>';
    const found = await findings(replacing(archive, '</main>', added));
    expect(found).toMatchObject({ code: 1, rules: ['verify-list'], damaged: [] });
    expect(found.said).toContain('/privacy/archive/ leads to an edition 2019-01-01, of which neither');
    const hidden = await findings((path, content) =>
      path === archive ? content.replaceAll('../2020-02-04/', '../') : content,
    );
    expect(hidden.said).toBe(
      'The page /privacy/archive/ does not lead to the edition 2020-02-04, which was published.',
    );
  });

  it('finds languages that were exchanged', async () => {
    const russian = 'ru/privacy/2020-02-04/index.html';
    const found = await findings((path, content) => (path === russian ? output.get(PAGE) : content));
    expect(found).toMatchObject({
      code: 1,
      rules: expect.arrayContaining(['verify-page-changed']),
      damaged: ['ru/privacy/2020-02-04/'],
    });
  });

  it('tells line ends that were converted from a text that was changed', async () => {
    const found = await findings((path, content) => (path === TEXT ? content.replaceAll('\n', '\r\n') : content));
    expect(found.rules).toEqual(['verify-text-changed']);
    expect(found.said).toContain('has the right words, but its line ends');
  });

  it('warns of scripts from elsewhere', async () => {
    const script = '<script src="https://t.example/x.js"></script></body>';
    const foreign = await findings(replacing(PAGE, '</body>', script));
    expect(foreign).toMatchObject({ code: 0, rules: ['verify-page-foreign'], damaged: [] });
    expect(foreign.said).toContain('loads https://t.example/x.js');
  });
});

describe('verify, of a page in a language in which there is no text', async () => {
  const RUSSIAN_ONLY = {
    'policies/site.yaml': SITE_FILES['policies/site.yaml'] ?? '',
    'policies/privacy/2020-02-04.ru.md': '---\ntitle: Политика\neffective: 2020-02-04\n---\n1. Мы храним имя.\n',
  };
  const files = outputOf(await built(await sealedFiles(RUSSIAN_ONLY)));

  it('asks that it show a text that was published', async () => {
    expect(await verify(await folderWith(Object.fromEntries(files)))).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('1 text on 4 pages'),
    });
    for (const page of ['privacy/index.html', 'privacy/2020-02-04/index.html']) {
      const altered = edited(files.get(page) ?? '', 'Мы храним имя', 'Мы храним всё');
      const { code, stderr } = await verify(await folderWith({ ...Object.fromEntries(files), [page]: altered }));
      expect(code).toBe(1);
      expect(stderr).toContain('[-имя.-]{+всё.+}');
    }
  });
});

it('finds with the recipe of the manual, which stands on the page too, what it finds itself', async () => {
  const [, code = ''] = /<code>(jq [\s\S]*?)<\/code>/.exec(output.get('ru/verify/index.html') ?? '') ?? [];
  expect(code.replaceAll('&quot;', '"').replaceAll('&#39;', "'")).toBe(recipe());
  const folder = await folderWith(Object.fromEntries(output));
  const found = cook(folder);
  if (found === undefined) return;
  const lines = [TEXT, 'privacy/2021-05-04/text.md', 'ru/privacy/2020-02-04/text.md'].map((path) => `${path}: OK`);
  expect(found).toEqual({ status: 0, lines });
  await writeFile(join(folder, TEXT), edited(output.get(TEXT) ?? '', '30 days', '60 days'));
  expect(cook(folder)).toEqual({ status: 1, lines: expect.arrayContaining([`${TEXT}: FAILED`]) });
});

describe('verify, of what is no such site', () => {
  it('ends with 2', async () => {
    const { code, stderr } = await verify(
      await host((path, content) => (path === 'ledger.json' ? undefined : content)),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be read: its host answers with the code 404.');
    expect(await verify(await host((path, content) => (path === 'ledger.json' ? '{' : content)))).toMatchObject({
      code: 2,
    });
    expect(await verify('--json', await folderWith({}))).toMatchObject({ code: 2 });
    expect(await verify()).toMatchObject({ code: 2 });
    expect(await verify('x', '--head', '12')).toMatchObject({ code: 2 });
    const nowhere = await verify(await host(), '--against', join(ROOT, 'nowhere.json'));
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toMatch(
      /^error: The ledger at .*nowhere\.json, given with --against, cannot be read: there is/,
    );
  });

  it('leaves the folder as it is', async () => {
    const folder = await folderWith({ 'ledger.json': 'x' });
    await mkdir(dirname(join(folder, TEXT)), { recursive: true });
    await writeFile(join(folder, TEXT), 'y');
    await verify(folder);
    expect(await readFile(join(folder, 'ledger.json'), 'utf8')).toBe('x');
  });
});
