import { describe, expect, it } from 'vitest';
import { build } from '../../src/index.ts';
import { sources } from '../builders.ts';
import { THEME } from './views.ts';

const SITE = 'title: Acme\nurl: https://legal.acme.example\ntimeZone: UTC\nlanguages: [en]\n';
const NAME = 'You must tell us your corect name when you open an account.';
const RIGHT = NAME.replace('corect', 'correct');
const FIX =
  'corrections:\n  - {on: 2023-05-01, clause: "1", was: corect name, now: correct name, reason: Typing error}\n';
const WITHDRAWN = 'status: withdrawn\nwithdrawn: {on: 2020-06-01, reason: Issued by mistake}\n';

const edition = (id: string, text: string, more = '') => ({
  [`policies/terms/${id}.md`]: `---\ntitle: Terms\neffective: ${id}\nsummary: New.\n${more}---\n${text}`,
});
const text = (name: string, fee: number) => `1. ${name}\n2. The fee is ${fee} euros a month.\n3. We sell nothing.\n`;

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('what an edition changed', async () => {
  const built = await build({
    sources: sources({
      'policies/site.yaml': SITE,
      ...edition('2019-01-01', text(NAME, 10)),
      // Issued by mistake: the edition of 2021 replaces that of 2019.
      ...edition('2020-01-01', text(NAME, 90), WITHDRAWN),
      ...edition('2021-01-01', text(NAME, 12)),
      ...edition('2022-01-01', text(RIGHT, 12), FIX),
      ...edition('2023-01-01', text(RIGHT, 12)),
      ...edition('2024-01-01', text(RIGHT, 15)),
    }),
    theme: THEME,
    asOf: '2024-06-01',
  });
  const files = new Map(built.files.map(({ path, content }) => [path, String(content)]));
  const page = (path: string) => plain(files.get(path) ?? '');
  const notes = (id: string) =>
    [
      ...(files.get(`terms/${id}/index.html`) ?? '').matchAll(
        /class="clause-history"[^>]*(?:aria-label|data-note)="([^"]*)"/g,
      ),
    ].map(([, words = '']) => words.replaceAll('\u00A0', ' '));

  it('is no correction of it, which is told of apart with its day and reason', () => {
    const changes = page('terms/2022-01-01/changes/index.html');
    expect(changes).toContain('No change in wording.');
    expect(changes).not.toContain('Changed 1');
    expect(changes).toContain(
      'A correction is no change of an edition. Here the text reads as it did before: Correction of 1 May 2023 to the ' +
        'edition of 1 January 2022: 1 “corect name” became “correct name”. Typing error.',
    );
    expect(notes('2022-01-01')[0]).toBe('Wording of 1 January 2019, corrections aside (1 May 2023)');
  });

  it('is no correction of the edition before, whether it reads as that did before or since', () => {
    expect(page('terms/2023-01-01/changes/index.html')).toContain('No change in wording.');
    expect(page('terms/2023-01-01/changes/index.html')).not.toContain('Correction of');
    expect(notes('2023-01-01')).toEqual([
      'Wording of 1 January 2019, corrections aside (1 May 2023)',
      'Wording of 1 January 2021 · wording 3 of 4',
      'Wording of 1 January 2019',
    ]);
  });

  it('is not told as one in the feed', () => {
    const entry = plain(
      /<id>[^<]*\/terms\/2022-01-01\/<\/id>[\s\S]*?<\/entry>/.exec(files.get('terms/feed.xml') ?? '')?.[0] ?? '',
    );
    expect(entry).toContain('No change in wording.');
    expect(entry).not.toContain('corect');
  });

  it('travels with its corrections to be compared in a browser', () => {
    const { corrections } = JSON.parse(files.get('terms/2022-01-01/body.json') ?? '{}');
    expect(corrections).toMatchObject([{ clause: '1', was: 'corect name', now: 'correct name' }]);
  });

  it('is what it changed in the edition that it replaced, and says which it passes over', () => {
    const sentence =
      'The edition of 1 January 2020, withdrawn on 1 June 2020, is passed over: this edition is compared with the one that it replaces.';
    const changes = page('terms/2021-01-01/changes/index.html');
    expect(changes).toContain(sentence);
    expect(changes).toContain('“10 euros” became “12 euros”');
    expect(plain(files.get('terms/feed.xml') ?? '')).toContain(sentence);
    expect(notes('2021-01-01')[1]).toBe('Changed here · wording 3 of 4');
    expect(page('terms/2020-01-01/changes/index.html')).toContain('“10 euros” became “90 euros”');
    const lists = files.get('terms/compare/index.html') ?? '';
    expect(plain(/<tr data-edition="2021-01-01">[\s\S]*?<\/tr>/.exec(lists)?.[0] ?? '')).toContain(sentence);
    expect(lists.match(/data-passed-over/g)).toHaveLength(1);
  });
});
