import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { edited, type Files, PRIVACY } from '../ledger/ledgered.ts';
import { readAtom } from '../site/read-atom.ts';
import { THEME } from '../theme/views.ts';
import { built, outputOf, SITE_FILES, sealedFiles } from './ledgered-site.ts';

const AT = 'https://legal.acme.example/';
const correction = 'corrections: [{on: 2021-05-20, clause: "1", was: recieve, now: receive, reason: Typing error}]';
const CORRECTED = edited(edited(SITE_FILES, PRIVACY, 'recieve', 'receive'), PRIVACY, '---\n#', `${correction}\n---\n#`);

const feedsIn = (files: ReadonlyMap<string, string>) => [...files].filter(([path]) => path.endsWith('feed.xml'));
const feedOf = async (files: Files, path = 'feed.xml', asOf?: string) =>
  readAtom(outputOf(await built(files, asOf)).get(path) ?? '');
const heads = ({ entries }: ReturnType<typeof readAtom>) => entries.map(({ id, updated }) => [id, updated]);

const plain = outputOf(await built(CORRECTED));

describe('feeds', () => {
  it('are valid for the index and for each policy, in each language', () => {
    const found = feedsIn(plain);
    expect(found.map(([path]) => path).sort()).toEqual([
      ...['feed.xml', 'privacy/feed.xml', 'ru/feed.xml', 'ru/privacy/feed.xml'],
    ]);
    for (const [path, xml] of found) {
      const feed = readAtom(xml);
      expect(feed.links.find(({ rel }) => rel === 'self')?.href).toBe(AT + path);
      expect(feed.id).toBe(AT + path);
    }
  });

  it('tell of each edition and correction with the date that the sources give it, the newest first', async () => {
    expect(heads(readAtom(plain.get('privacy/feed.xml') ?? ''))).toEqual([
      // Days begin in Moscow, three hours before they do in UTC.
      [expect.stringMatching(`^${AT}privacy/2020-02-04/#correction-[0-9a-f]{12}$`), '2021-05-19T21:00:00.000Z'],
      [`${AT}privacy/2021-05-04/`, '2021-03-31T21:00:00.000Z'],
      [`${AT}privacy/2020-02-04/`, '2020-01-27T21:00:00.000Z'],
    ]);
  });

  it('say in words what changed, in whose words it was said, and where it can be read', () => {
    const [erratum, later] = readAtom(plain.get('feed.xml') ?? '').entries;
    expect(later).toMatchObject({
      title: 'Privacy policy, edition of 4 May 2021'.replaceAll(/(\d|May) /g, '$1\u00a0'),
      summary: 'Drops an address.',
    });
    const content = later?.content.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(content).toContain('Published on 1 April 2021; applies from 4 May 2021.');
    expect(content).toContain(
      'In the publisher’s words Drops an address. Found by comparing the texts Clauses: 1 changed.',
    );
    expect(later?.content).toContain(`href="${AT}privacy/2021-05-04/changes/`);
    expect(later?.links.map(({ rel, href }) => `${rel} ${href}`)).toEqual([
      `alternate ${AT}privacy/2021-05-04/`,
      `related ${AT}privacy/2021-05-04/changes/`,
      `related ${AT}privacy/2021-05-04/text.md`,
    ]);
    const digest = createHash('sha256')
      .update(plain.get('privacy/2021-05-04/text.md') ?? '')
      .digest('hex');
    expect(later?.links[2]?.title).toBe(`The text as a file, SHA-256 ${digest}`);
    expect(erratum?.title).toMatch(/: corrected$/);
    expect(erratum?.content).toBe(
      '<p>Clause 1</p><p><strong>Was:</strong> recieve</p><p><strong>Corrected to:</strong> receive</p><p><strong>Reason:</strong> Typing error</p>',
    );
  });

  it('speak the language of their tree, and lead to the text in it where there is one', async () => {
    const feed = readAtom(plain.get('ru/feed.xml') ?? '');
    expect(feed.language).toBe('ru');
    expect(feed.subtitle).toMatch(/^Опубликованные и объявленные редакции/);
    const first = feed.entries.at(-1);
    expect([first?.id, first?.summary]).toEqual([`${AT}ru/privacy/2020-02-04/`, 'Первая.']);
    expect(feed.entries.find(({ id }) => id === `${AT}privacy/2021-05-04/`)?.summary).toBeUndefined();
  });

  it('stay the same to the byte on whatever day and by whichever theme the site is built', async () => {
    const again = outputOf(await built(CORRECTED, '2031-01-01T00:00:00Z'));
    expect(feedsIn(again)).toEqual(feedsIn(plain));
  });

  it('tell no news when only the generator words or shows things otherwise', async () => {
    const strings = THEME.map((file) => {
      if (file.path !== 'strings/en.yaml') return file;
      const words = new TextDecoder().decode(file.bytes).replace('What changed, word by word', 'The changes in full');
      return { ...file, bytes: new TextEncoder().encode(words) };
    });
    expect(strings).not.toEqual(THEME);
    const otherwise = readAtom(outputOf(await built(CORRECTED, undefined, strings)).get('feed.xml') ?? '');
    expect(heads(otherwise)).toEqual(heads(readAtom(plain.get('feed.xml') ?? '')));
    expect(plain.get('feed.xml')).toMatch(/<generator>Promulgate<\/generator>/);
  });

  it('wait for what is still to come, but announce an edition once it is made public', async () => {
    const coming = edited(
      SITE_FILES,
      'policies/privacy/2021-05-04.md',
      'effective: 2021-05-04',
      'effective: 2029-05-04',
    );
    const withdrawn = edited(
      coming,
      PRIVACY,
      '---\n#',
      'status: withdrawn\nwithdrawn: {on: 2022-01-01, reason: Error}\n---\n#',
    );
    const ids = async (asOf: string) =>
      heads(await feedOf(withdrawn, 'feed.xml', asOf)).map(([id]) => id?.slice(AT.length));
    expect(await ids('2021-03-01T00:00:00Z')).toEqual(['privacy/2020-02-04/']);
    expect(await ids('2021-06-01T00:00:00Z')).toEqual(['privacy/2021-05-04/', 'privacy/2020-02-04/']);
    expect(await ids('2022-01-01T00:00:00Z')).toEqual([
      ...['privacy/2020-02-04/#withdrawn', 'privacy/2021-05-04/', 'privacy/2020-02-04/'],
    ]);
  });

  it('carry the head of the ledger, and date an edition that gives no date of publication by it', async () => {
    const undated = edited(SITE_FILES, 'policies/privacy/2021-05-04.md', 'published: 2021-04-01\n', '');
    const sealed = await sealedFiles(undated, '2021-04-10T09:00:00Z');
    const files = outputOf(await built(sealed));
    const { ledger } = JSON.parse(files.get('policies.json') ?? '');
    const feed = readAtom(files.get('privacy/feed.xml') ?? '');
    expect(feed.subtitle).toContain(ledger.head);
    expect(feed.links.find(({ href }) => href === `${AT}ledger.json`)?.title).toContain(ledger.head);
    expect(feed.updated).toBe('2021-04-10T09:00:00.000Z');
  });

  it('hold hostile words as words', async () => {
    const evil = ']]></content><script>alert(1)</script>&amp;<![CDATA[  "\' &#0;';
    const hostile = edited(
      CORRECTED,
      'policies/privacy/2021-05-04.md',
      'summary: Drops an address.',
      `summary: ${JSON.stringify(evil)}`,
    );
    const titled = edited(hostile, 'policies/site.yaml', 'title: Acme policies', 'title: "</title><x onload=a>"');
    const feed = await feedOf(titled);
    const entry = feed.entries.find(({ id }) => id?.endsWith('2021-05-04/'));
    expect(entry?.summary).toContain(']]></content><script>alert(1)</script>&amp;<![CDATA[');
    expect(entry?.content).not.toMatch(/<script/);
    expect(feed.title).toBe('</title><x onload=a>');
  });

  it('are found from the pages they belong to, by programs and by people', () => {
    for (const [path, feeds] of [
      ['', ['feed.xml']],
      ['privacy/', ['../feed.xml', 'feed.xml']],
      ['ru/privacy/archive/', ['../../feed.xml', '../feed.xml']],
    ] as const) {
      const html = plain.get(`${path}index.html`) ?? '';
      const links = [
        ...html.matchAll(/<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="([^"]+)">/g),
      ];
      expect(links.map(([, href]) => href)).toEqual(feeds);
      for (const href of feeds) expect(html).toMatch(new RegExp(`<li><a href="${href}">(Feed|Лента) `));
    }
  });
});
