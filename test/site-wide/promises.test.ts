/** The promises of the design, held against every page of the sample site. */
import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/model/site.ts';
import { editionOf } from '../../src/model/timeline.ts';
import { attribute, type Element, elementsOf, first, hasClass, isElement, parsePage, textOf, wordsOf } from './html.ts';
import { buildSite, sampleSite } from './sample-site.ts';

type EditionPage = Extract<Page, { edition: string }>;

const LATER = '2027-06-01';

const built = await sampleSite();
const { site, files, htmlOf } = built;
const later = await buildSite({ asOf: LATER });
const { config, timelines } = site;
const pages = site.pages.map((page) => ({ page, path: page.path, root: parsePage(htmlOf(page)) }));
const editionPages = pages.flatMap(({ page, ...rest }) =>
  'edition' in page && page.kind !== 'edition-feedback' ? [{ ...rest, page }] : [],
);
const permanentPages = editionPages.filter(({ page }) => page.kind === 'edition');

function timelineOf(page: EditionPage) {
  const timeline = timelines.find(({ policy }) => policy.slug === page.policy);
  if (timeline === undefined) throw new Error(page.policy);
  return timeline;
}

const datedOf = (page: EditionPage) => editionOf(timelineOf(page), page.edition);
const textFor = (page: EditionPage) => {
  const { texts } = datedOf(page).edition;
  return texts.find(({ language }) => language === page.language) ?? texts[0];
};

/** Addresses below the site's root that a part of a page links to. */
function linksOf(root: Element, from: string): string[] {
  const links = elementsOf(root, ({ tagName }) => tagName === 'a').map((link) => attribute(link, 'href') ?? '');
  return links.map((href) => new URL(href, `${config.url}/${from}`)).map(({ pathname }) => pathname.slice(1));
}

const languageRoot = ({ language }: Page) => (language === config.languages[0] ? '' : `${language}/`);

/** `iso` as the sample's languages write days: "1 June 2026", «1 июня 2026 г.» */
function written(iso: string, { language }: Page): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const name = MONTHS[language]?.[Number(month) - 1];
  return `${Number(day)} ${name} ${year}${language === 'ru' ? ' г.' : ''}`;
}

const MONTHS: { readonly [language: string]: readonly string[] } = {
  en: 'January February March April May June July August September October November December'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
};

const dayBefore = (iso: string) => new Date(Date.parse(iso) - 86_400_000).toISOString().slice(0, 10);

it('concerns a sample that builds without a single problem', () => {
  expect(site.timelines.length).toBeGreaterThan(2);
  expect(built.diagnostics).toEqual([]);
});

const DATA = ['policies.json', 'changes.ics'];

describe('no word is lost', () => {
  /** The words of Markdown as this sample is written: link targets and tables’ rules away, footnotes at their end. */
  function sourceWords(markdown: string): string[] {
    const notes = [...markdown.matchAll(/^\[\^[^\]]+\]: (.*)$/gm)].map(([, note = '']) => note);
    const text = markdown
      .replace(/^\[\^[^\]]+\]: .*$/gm, '')
      .replace(/\[\^[^\]]+\]/g, '')
      .replace(/\]\([^)]*\)/g, ']');
    return wordsOf([text, ...notes].join('\n'));
  }

  const isAddition = (element: Element) =>
    attribute(element, 'data-footnote-ref') !== undefined ||
    attribute(element, 'data-footnote-backref') !== undefined ||
    attribute(element, 'id') === 'footnote-label';

  it.each(editionPages)('and none is added at $path', ({ page, root }) => {
    const source = sourceWords(textFor(page).markdown);
    expect(source.length).toBeGreaterThan(200);
    expect(wordsOf(textOf(first(root, 'article'), isAddition))).toEqual(source);
  });

  it.each(editionPages)('of the clause numbers at $path', ({ page, root }) => {
    const numbers = [...textFor(page).markdown.matchAll(/^(?:#+ )?((?:\d+\.)+|\(\p{L}\)) /gmu)].map(
      ([, number = '']) => number,
    );
    const labels = elementsOf(first(root, 'article'), (element) => hasClass(element, 'label')).map((label) =>
      textOf(label),
    );
    expect(numbers.length).toBeGreaterThan(15);
    expect(labels).toEqual(numbers);
  });
});

describe('no page goes stale', () => {
  /** What claims to be so at the time of reading. */
  const UNDATED =
    /\b(?:now|current(?:ly)?|latest|newest|upcoming|recent(?:ly)?|today|at present|presently)\b|сейчас|текущ|актуальн|последн|предстоящ|сегодня|недавн|нынешн|на данный момент/iu;

  /** What the publisher wrote himself, and so what is not the interface's: texts, their summaries, what a form asks. */
  const isPublishers = ({ tagName }: Element) => ['article', 'label', 'select'].includes(tagName);
  const summaries = timelines
    .flatMap(({ editions }) => editions.flatMap(({ edition }) => edition.texts))
    .flatMap(({ summary }) => summary ?? []);

  it.each(pages)('by a word of the interface at $path', ({ root }) => {
    const words = summaries.reduce((text, summary) => text.replaceAll(summary, ''), textOf(root, isPublishers));
    expect(words.length).toBeGreaterThan(100);
    expect(words.match(UNDATED)).toBeNull();
  });

  it('would notice such a word', () => {
    for (const claim of ['The current edition', 'Now in force', 'Latest version', 'Последняя редакция', 'Текущая']) {
      expect(claim).toMatch(UNDATED);
    }
  });

  it('says the same of every edition’s time in force when it is built again after a change', () => {
    const archives = pages.filter(({ page }) => page.kind === 'policy-archive');
    expect(archives.length).toBe(timelines.length * config.languages.length);
    const counterparts = archives.map(({ path }) => later.site.pages.find((page) => page.path === path));
    const then = counterparts.map((page) =>
      page === undefined ? '' : textOf(first(parsePage(later.htmlOf(page)), 'table')),
    );
    expect(archives.map(({ root }) => textOf(first(root, 'table')))).toEqual(then);
  });

  it('changes no text that was published, whenever it is built', () => {
    const articles = (which: typeof later) =>
      new Map(
        which.site.pages
          .filter(({ kind }) => kind === 'edition')
          .map((page) => [page.path, textOf(first(parsePage(which.htmlOf(page)), 'article'))]),
      );
    expect(articles(built)).toEqual(articles(later));
  });

  it('gives both dates at the stable address before a change, and the way to what follows', () => {
    const changing = editionPages.filter(({ page }) => page.kind === 'policy' && timelineOf(page).announced.length > 0);
    expect(changing.length).toBeGreaterThan(0);
    for (const { page, path, root } of changing) {
      const period = datedOf(page).periods.at(-1);
      const follower = editionOf(timelineOf(page), timelineOf(page).announced[0] ?? '').edition;
      expect(datedOf(page).effectiveInstant).toBeLessThan(site.asOf.instant);
      expect(period?.until?.day).toBe(follower.effective.day);
      const main = first(root, 'main');
      const [before = ''] = textOf(main).split(textFor(page).markdown.slice(0, 30));
      expect(before).toContain(written(datedOf(page).edition.effective.day, page));
      expect(before).toContain(written(dayBefore(follower.effective.day), page));
      expect(before).toContain(written(follower.effective.day, page));
      expect(linksOf(main, path)).toContain(`${languageRoot(page)}${page.policy}/${follower.id}/`);
    }
  });

  it('has no date of its building anywhere', async () => {
    const nextDay = await buildSite({ asOf: '2026-11-26' });
    // Programs are told for which moment the site was built; readers are not.
    const pages = (all: typeof files) =>
      all.filter(({ path }) => !DATA.includes(path)).map(({ path, content }) => [path, String(content)]);
    expect(pages(nextDay.files)).toEqual(pages(files));
  });
});

describe('an edition', () => {
  it.each(editionPages)('says at $path which it is and when it applies', ({ page, root }) => {
    const opening = textOf(first(root, 'main'), ({ tagName }) => tagName === 'article');
    const { edition, periods } = datedOf(page);
    const ends = periods.flatMap(({ from, until }) => [from.day, ...(until === undefined ? [] : [until])]);
    expect(periods.length).toBe(1);
    expect(opening).toContain(written(edition.effective.day, page));
    for (const end of ends) {
      // An end that is a day is told by the day before it, an end that is an instant by itself.
      const day = typeof end === 'string' ? end : end.kind === 'instant' ? end.day : dayBefore(end.day);
      expect(opening).toContain(written(day, page));
    }
    expect(textOf(first(root, 'title'))).toContain(textFor(page).title);
  });

  it.each(editionPages)(
    'leads from $path to its permanent address, the standing one, its neighbours, the archive',
    ({ page, path, root }) => {
      const { previous, next } = datedOf(page);
      const shown = new Set(site.pages.map((other) => other.path));
      const inLanguage = (rest: string) => (shown.has(languageRoot(page) + rest) ? languageRoot(page) + rest : rest);
      const expected = [
        inLanguage(`${page.policy}/`),
        inLanguage(`${page.policy}/${page.edition}/`),
        inLanguage(`${page.policy}/archive/`),
        ...[previous, next].flatMap((id) => (id === undefined ? [] : [inLanguage(`${page.policy}/${id}/`)])),
      ].filter((target) => target !== path);
      const links = linksOf(first(root, 'main'), path);
      expect(expected.filter((target) => !links.includes(target))).toEqual([]);
    },
  );

  it.each(permanentPages.filter(({ page }) => datedOf(page).state.kind !== 'in-force'))(
    'that is not in force says so first of all at $path, and leads to the one that is',
    ({ page, path, root }) => {
      const [opening] = first(root, 'main').childNodes.filter(isElement);
      const [notice] =
        opening === undefined ? [] : elementsOf(opening, (element) => attribute(element, 'role') === 'note');
      if (notice === undefined) throw new Error('No notice');
      expect(textOf(first(root, 'main')).startsWith(textOf(notice))).toBe(true);
      expect(attribute(notice, 'class')).toContain(
        datedOf(page).state.kind === 'announced' ? 'notice-announced' : 'notice-past',
      );
      expect(linksOf(notice, path)).toEqual([`${languageRoot(page)}${page.policy}/`]);
    },
  );

  const robotsOf = (root: Element) =>
    elementsOf(root, (element) => element.tagName === 'meta' && attribute(element, 'name') === 'robots').map((meta) =>
      attribute(meta, 'content'),
    );
  const canonicalOf = (root: Element) =>
    elementsOf(root, (element) => element.tagName === 'link' && attribute(element, 'rel') === 'canonical').map((link) =>
      attribute(link, 'href'),
    );

  it.each(permanentPages)('is kept out of search results at $path', ({ root }) => {
    expect(robotsOf(root)).toEqual(['noindex, follow']);
  });

  it.each(pages.filter(({ page }) => page.kind !== 'not-found'))(
    'has one canonical address at $path',
    ({ root, path }) => {
      expect(canonicalOf(root)).toEqual([`${config.url}/${path}`]);
    },
  );

  it('is found by search engines at its stable address only', () => {
    const stable = editionPages.filter(({ page }) => page.kind === 'policy');
    expect(stable.flatMap(({ root }) => robotsOf(root))).toEqual([]);
    const sitemap = String(files.find(({ path }) => path === 'sitemap.xml')?.content);
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
    const indexed = pages.filter(({ root, page }) => robotsOf(root).length === 0 && page.kind !== 'not-found');
    expect(listed.sort()).toEqual(indexed.map(({ path }) => `${config.url}/${path}`).sort());
  });

  it.each(pages.filter(({ page }) => page.alternates.length > 0))(
    'names its counterparts both ways at $path',
    ({ page, root }) => {
      const named = elementsOf(
        root,
        (element) => attribute(element, 'hreflang') !== undefined && element.tagName === 'link',
      ).map((link) => [attribute(link, 'hreflang'), attribute(link, 'href')]);
      expect(named).toEqual(page.alternates.map(({ language, path }) => [language, `${config.url}/${path}`]));
      for (const { path } of page.alternates) {
        expect(site.pages.find((other) => other.path === path)?.alternates).toEqual(page.alternates);
      }
    },
  );
});

describe('nothing comes from third parties', () => {
  it.each(pages)('to $path', ({ root, page }) => {
    const loading = elementsOf(root, ({ tagName }) => tagName !== 'a').flatMap((element) => {
      const isAddressOnly = ['canonical', 'alternate'].includes(attribute(element, 'rel') ?? '');
      const names = isAddressOnly ? [] : ['src', 'href', 'srcset', 'data', 'poster', 'background', 'ping'];
      return names.flatMap((name) => attribute(element, name) ?? []);
    });
    expect(loading.length).toBe(
      page.kind.endsWith('feedback')
        ? 7
        : ({ changes: 6, compare: 8, verify: 7, 'clause-history': 5 }[page.kind as string] ?? 4),
    );
    expect(loading.filter((address) => /^(?:[a-z]+:)?\/\//i.test(address))).toEqual([]);
    const inline = elementsOf(root, (element) =>
      element.attrs.some(({ name }) => name === 'style' || /^on/.test(name)),
    );
    expect(inline.map(({ tagName }) => tagName)).toEqual([]);
    expect(elementsOf(root, ({ tagName }) => ['iframe', 'object', 'embed', 'style', 'base'].includes(tagName))).toEqual(
      [],
    );
  });

  it.each(pages)('and nothing is told to them by a link at $path', ({ root }) => {
    const leading = elementsOf(root, ({ tagName }) => tagName === 'a').filter((link) =>
      /^(?:[a-z]+:)?\/\//i.test(attribute(link, 'href') ?? ''),
    );
    expect(
      leading.filter((link) => attribute(link, 'rel') !== 'noreferrer noopener external').map((link) => textOf(link)),
    ).toEqual([]);
  });

  it('names no other host in the style sheet or the script', () => {
    const assets = files.filter(({ path }) => path.startsWith('assets/'));
    expect([...new Set(assets.map(({ path }) => path.replace(/^.*\./, '')))].sort()).toEqual(['css', 'js', 'svg']);
    for (const { content } of assets) {
      const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
      expect(text.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
        /(?:https?:)?\/\/[a-z]|@import|sendBeacon|document\.cookie|localStorage/,
      );
    }
  });
});
