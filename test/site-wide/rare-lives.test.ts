/** Editions with unusual lives, on the sites of test/fixtures: whatever the wording, no page may say of them what is not so. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Element, elementsOf, first, hasClass, parsePage, textOf } from './html.ts';
import { type BuiltSite, buildSite, ROOT, sampleSite } from './sample-site.ts';

const fixture = (name: string, asOf: string) => buildSite({ root: join(ROOT, 'test/fixtures', name), asOf });

function mainOf({ site, htmlOf }: BuiltSite, path: string): Element {
  const page = site.pages.find((candidate) => candidate.path === path);
  if (page === undefined) throw new Error(`No page ${path}`);
  return first(parsePage(htmlOf(page)), 'main');
}

/** What the page at `path` says outside the policy's own text. */
const said = (built: BuiltSite, path: string) =>
  textOf(mainOf(built, path), ({ tagName }) => ['article', 'nav'].includes(tagName));

describe('an edition that nothing was in force before', () => {
  it('is on no page called, and on no page linked to as, the edition in force', async () => {
    const built = await fixture('only-announced', '2026-11-25');
    const claiming = built.site.pages.filter(({ path }) => {
      return textOf(mainOf(built, path)).includes('The edition in force');
    });
    expect(claiming.map(({ path }) => path)).toEqual([]);
  });
});

describe('an edition that comes back when its successor is withdrawn', async () => {
  const between = await fixture('withdrawn', '2026-02-28');

  it('is not said to have been superseded on its first day', () => {
    expect(said(between, 'terms/2025-01-01/')).not.toContain('the same day');
    expect(said(between, 'terms/2025-01-01/')).toContain('until 31 December 2025');
  });

  it('is named, with its day and the way to it, where its successor’s end is announced', () => {
    expect(said(between, 'terms/')).toMatch(/1 March 2026\b.*edition of 1 January 2025/i);
    expect(said(between, '')).not.toContain('From 1 January 2025');
  });

  it('is not called the following edition', () => {
    expect(said(between, '')).not.toContain('following edition');
  });
});

describe('an edition that is withdrawn before its day', () => {
  it('is not announced', async () => {
    const before = await fixture('withdrawn', '2026-02-28');
    expect(said(before, '')).not.toContain('Raises the fee.');
    expect(said(before, 'terms/2026-06-01/')).not.toMatch(/applies (?:only )?from/i);
  });
});

describe('an edition that will be superseded on its first day', async () => {
  const before = await fixture('superseded-the-same-day', '2026-02-03');

  it('is nowhere said to apply', () => {
    expect(said(before, 'privacy/2026-02-04/')).not.toMatch(/applies (?:only )?from/);
    expect(said(before, '')).not.toContain('Answers come sooner.');
  });

  it('can be told from the edition of the same day by its title', () => {
    const titles = before.site.pages.map((page) => textOf(first(parsePage(before.htmlOf(page)), 'title')));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});

describe('an edition that ends at an instant', () => {
  it('is in no language said to apply at that instant too', async () => {
    const { site, htmlOf } = await sampleSite();
    const lists = site.pages.filter(({ kind }) => kind === 'policy-archive' || kind === 'archive');
    const texts = lists.map((page) => textOf(parsePage(htmlOf(page))));
    expect(texts.filter((text) => /12:00 \(UTC\+01:00\)/.test(text)).length).toBe(4);
    expect(texts.flatMap((text) => text.match(/\d\d:\d\d \(UTC[^)]*\) включительно/g) ?? [])).toEqual([]);
  });
});

describe('an edition without a translation', () => {
  it('has every passage in another language marked as such', async () => {
    const { site, htmlOf } = await fixture('missing-translation', '2026-11-25');
    const page = site.pages.find(({ path }) => path === 'ru/privacy/');
    if (page === undefined) throw new Error('No page');
    const root = parsePage(htmlOf(page));
    const inOwn = textOf(first(root, 'main'), ({ attrs }) =>
      attrs.some(({ name, value }) => name === 'lang' && value === 'en'),
    );
    expect(inOwn).not.toMatch(/Privacy policy|Messages are kept|We keep messages/);
    expect(elementsOf(root, (element) => hasClass(element, 'notice-language')).length).toBe(1);
  });
});
