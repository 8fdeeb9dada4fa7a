import { describe, expect, it } from 'vitest';
import { build } from '../../src/index.ts';
import { sources } from '../builders.ts';
import { attribute, elementsOf, first, hasClass, parsePage, textOf } from '../site-wide/html.ts';
import { THEME } from './views.ts';

const SITE = 'title: Acme\nurl: https://legal.acme.example\ntimeZone: UTC\nlanguages: [en]\n';
const NAME = 'You must tell us your correct name when you open an account.';
const FEE = 'The fee is 10 euros a month, due on its first working day.';
const COURT = 'The courts of Dublin decide on disputes that arise from this contract.';

/** By id; the ids are the days they take force on. */
const TEXTS: { readonly [edition: string]: string } = {
  '2019-01-01': `1. ${NAME}\n2. ${FEE}\n3. ${COURT}\n`,
  '2020-01-01': `1. ${NAME}\n2. ${FEE.replace('10', '12')}\n3. ${COURT}\n`,
  '2021-01-01': `1. Words mean what they say.\n2. ${NAME}\n3. ${FEE.replace('10', '12')}\n4. ${COURT}\n`,
  '2022-01-01': `1. Words mean what they say.\n2. ${NAME}\n3. ${FEE.replace('10', '15')}\n`,
};

async function filesAt(asOf: string, texts = TEXTS): Promise<ReadonlyMap<string, string>> {
  const editions = Object.entries(texts).map(([id, text]) => [
    `policies/terms/${id.slice(0, 10)}.md`,
    `---\ntitle: Terms\neffective: ${id}\nsummary: New.\n---\n${text}`,
  ]);
  const files = { 'policies/site.yaml': SITE, ...Object.fromEntries(editions) };
  const built = await build({ sources: sources(files), theme: THEME, asOf });
  if (built.files.length === 0) throw new Error(JSON.stringify(built.diagnostics));
  return new Map(built.files.map(({ path, content }) => [path, String(content)]));
}

/** What each clause on the page of an edition says of its past. */
function notesOn(files: ReadonlyMap<string, string>, edition: string): string[] {
  const page = files.get(`terms/${edition}/index.html`) ?? '';
  return [...page.matchAll(/class="clause-history"[^>]*(?:aria-label|data-note)="([^"]*)"/g)].map(([, words = '']) =>
    words.replaceAll('\u00A0', ' '),
  );
}

describe('the notes on clauses', async () => {
  const files = await filesAt('2021-06-01');

  it('tell on each edition’s page how long its own words had stood, by name of the edition', () => {
    expect(notesOn(files, '2019-01-01')).toEqual(['wording 1 of 3']);
    expect(notesOn(files, '2020-01-01')).toEqual([
      'Wording of 1 January 2019',
      'Changed here · wording 2 of 3',
      'Wording of 1 January 2019',
    ]);
    expect(notesOn(files, '2021-01-01')).toEqual([
      'New clause',
      'Wording of 1 January 2019',
      'Wording of 1 January 2020 · wording 2 of 3',
      'Wording of 1 January 2019',
    ]);
    expect(notesOn(files, '2022-01-01')).toEqual([
      'Wording of 1 January 2021',
      'Wording of 1 January 2019',
      'Changed here · wording 3 of 3',
    ]);
  });

  it('are the same whatever day the site is built for', async () => {
    const [early, late] = [await filesAt('2018-01-01'), await filesAt('2035-01-01')];
    for (const edition of Object.keys(TEXTS)) {
      expect([notesOn(early, edition), notesOn(late, edition)]).toEqual([
        notesOn(files, edition),
        notesOn(files, edition),
      ]);
    }
    const history = 'terms/clauses/2019-01-01-1/index.html';
    // All but the name and number by which a clause is called: those of the text in force.
    const said = (built: ReadonlyMap<string, string>) =>
      built
        .get(history)
        ?.match(/<section[\s\S]*<\/section>/)?.[0]
        .replace(/<h2.*<\/h2>|<span>Number there: .*?<\/span> /g, '')
        .replace(/<p class="meta"><\/p>\n/g, '');
    expect([said(early), said(late)]).toEqual([said(files), said(files)]);
    const names = [early, files, late].map((built) =>
      built
        .get(history)
        ?.match(/(?<=<h2[^>]*>)[^<]*/)?.[0]
        .slice(0, 19),
    );
    expect(names).toEqual(['2 The fee is 10 eur', '3 The fee is 12 eur', '3 The fee is 15 eur']);
  });

  it('are none where there is nothing to compare with', async () => {
    expect(notesOn(await filesAt('2021-06-01', { '2019-01-01': TEXTS['2019-01-01'] ?? '' }), '2019-01-01')).toEqual([]);
  });

  it('keep their addresses when a later edition is issued', async () => {
    const { '2022-01-01': _, ...earlier } = TEXTS;
    const before = await filesAt('2021-06-01', earlier);
    const pages = (built: ReadonlyMap<string, string>) =>
      [...built.keys()].filter((path) => /clauses\/.+\//.test(path));
    expect(pages(before)).toEqual(['terms/clauses/2019-01-01-1/index.html']);
    expect(pages(files)).toEqual(pages(before));
    const ids = (built: ReadonlyMap<string, string>) =>
      built.get(pages(before)[0] ?? '')?.match(/<section[^>]* id="[^"]+"/g);
    expect(ids(files)).toEqual(ids(before));
  });
});

describe('the history of a clause', async () => {
  const files = await filesAt('2021-06-01');
  const page = files.get('terms/clauses/2019-01-01-1/index.html') ?? '';
  const text = page
    .slice(page.indexOf('<section class="clause-versions" id="2"'))
    .replace(/<span class="sr-only">[^<]*<\/span>/g, '')
    .replace(/<del>/g, '[-')
    .replace(/<\/del>/g, '-]')
    .replace(/<ins>/g, '{+')
    .replace(/<\/ins>/g, '+}')
    .replace(/<[^>]*>/g, '')
    .replace(/[\s\u00A0]+/g, ' ');

  it('is not torn by an item of a list that stands in no list', async () => {
    const texts = { '2019-01-01': '### Fees\nAs <li>agreed', '2020-01-01': '### Fees\nAs' };
    const html = (await filesAt('2021-06-01', texts)).get('terms/clauses/2019-01-01-1/index.html') ?? '';
    // A browser ends the item that is open where another begins, unless something stands between them that it does not look through.
    const prose = elementsOf(parsePage(html), (element) => hasClass(element, 'prose'));
    expect(prose.map((element) => textOf(element).includes('agreed'))).toEqual([true, true]);
  });

  it('shows each wording against the one before, the latest first, when it applies and where it stood', () => {
    expect(text).toContain(
      'Versions: 3 Edition of 1 January 2022 Applies in these words from 1 January 2022. 3. The fee is [-12-] {+15+} euros a month, due on its first working day.',
    );
    expect(text).toContain(
      'Edition of 1 January 2020 In force in these words from 1 January 2020 until 31 December 2021. Number there: 2. The same words up to the edition of 1 January 2021. 2. The fee is [-10-] {+12+} euros',
    );
    expect(text).toContain(
      'Edition of 1 January 2019 In force in these words from 1 January 2019 until 31 December 2019. Number there: 2. 2. The fee is 10 euros',
    );
    expect(page).toContain('href="../../2020-01-01/#2"');
  });
});

const paragraphs = (fee: string) => `1. ${NAME}\n2. ${fee}\n`;
const head = (day: string) => `---\ntitle: Terms\neffective: ${day}\nsummary: New.\n---\n`;
const bilingual = await build({
  theme: THEME,
  asOf: '2021-06-01',
  sources: sources({
    'policies/site.yaml': SITE.replace('[en]', '[en, ru]'),
    'policies/terms/2018-01-01.md': head('2018-01-01') + paragraphs(FEE),
    'policies/terms/2019-01-01.md': head('2019-01-01') + paragraphs(FEE),
    'policies/terms/2019-01-01.ru.md': head('2019-01-01') + paragraphs('Плата составляет 10 евро в месяц.'),
    'policies/terms/2020-01-01.md': `${head('2020-01-01')}${paragraphs(FEE.replace('10', '12'))}3. ${COURT}\n`,
    'policies/terms/2020-01-01.ru.md': `${head('2020-01-01')}${paragraphs('Плата составляет 12 евро в месяц.')}3. Суд решает споры.\n`,
    'policies/terms/2021-01-01.md': `${head('2021-01-01')}${paragraphs(FEE)}3. ${COURT.replace('Dublin', 'Cork')}\n`,
    'policies/terms/2021-01-01.ru.md': `${head('2021-01-01')}${paragraphs('Плата составляет 15 евро в месяц.')}3. Суд в Корке решает споры.\n`,
    'policies/imprint/2019-01-01.md': head('2019-01-01') + paragraphs(FEE),
    'policies/imprint/2020-01-01.md': head('2020-01-01') + paragraphs(FEE.replace('10', '12')),
    'policies/imprint/2020-01-01.ru.md': head('2020-01-01') + paragraphs('Плата составляет 12 евро в месяц.'),
  }),
});
const pageAt = (path: string) =>
  parsePage(String(bilingual.files.find((file) => file.path === `${path}index.html`)?.content));

describe('the way to another language', () => {
  const leadsTo = (path: string) => {
    const links = elementsOf(
      pageAt(path),
      (element) => element.tagName === 'a' && element.attrs.some(({ value }) => value === 'ru'),
    );
    const href = links[0]?.attrs.find(({ name }) => name === 'href')?.value ?? 'none';
    return new URL(href, `https://legal.acme.example/${path}`).pathname.slice(1);
  };

  it.each([
    ['a history', 'terms/clauses/2020-01-01-1/', 'ru/terms/clauses/2020-01-01-1/'],
    ['a history that the other language lacks', 'terms/clauses/2018-01-01-1/', 'ru/terms/clauses/'],
    ['the list of clauses', 'terms/clauses/', 'ru/terms/clauses/'],
    ['the page that compares', 'terms/compare/', 'ru/terms/compare/'],
    ['changes', 'terms/2020-01-01/changes/', 'ru/terms/2020-01-01/changes/'],
    ['changes that the other language lacks', 'terms/2019-01-01/changes/', 'ru/terms/archive/'],
    ['a history where the other language compares nothing', 'imprint/clauses/2019-01-01-1/', 'ru/imprint/archive/'],
    ['the page that compares, where the other language has nothing to', 'imprint/compare/', 'ru/imprint/archive/'],
  ])('from %s is the same page, or what comes next to it', (_, path, expected) => {
    expect(leadsTo(path)).toBe(expected);
  });
});

describe('what changed in an edition', () => {
  it.each([
    ['the archive', 'ru/terms/archive/', 'word-by-word'],
    ['the page that compares', 'ru/terms/compare/', undefined],
    ['the edition', 'ru/terms/2019-01-01/', undefined],
  ])('is reached from %s in another language where only that has it, which is said', (_, path, className) => {
    const links = elementsOf(pageAt(path), (element) => {
      const isOfKind = className === undefined || hasClass(element, className);
      return element.tagName === 'a' && isOfKind && (attribute(element, 'href') ?? '').includes('changes/');
    });
    const said = links.map((link) => {
      const href = new URL(attribute(link, 'href') ?? '', `https://legal.acme.example/${path}`).pathname.slice(1);
      return `${href} ${attribute(link, 'hreflang') ?? ''} ${/English/.test(textOf(link))}`;
    });
    const foreign = 'terms/2019-01-01/changes/ en true';
    const own = ['ru/terms/2021-01-01/changes/  false', 'ru/terms/2020-01-01/changes/  false'];
    expect(said).toEqual(path.includes('2019') ? [foreign] : [...own, foreign]);
  });
});

it('tells of words that an edition left and a later one took up again, past one that had been withdrawn', async () => {
  const built = await filesAt('2021-06-01', {
    '2019-01-01': `1. ${FEE}\n2. ${COURT}\n`,
    '2020-01-01\nstatus: withdrawn\nwithdrawn: {on: 2020-03-01, reason: Issued in error}': `1. ${FEE.replace('10', '11')}\n2. ${COURT.replace('Dublin', 'Cork')}\n`,
    '2021-01-01': `1. ${FEE}\n2. ${COURT.replace('Dublin', 'Galway')}\n`,
  });
  const page = parsePage(built.get('terms/clauses/2019-01-01-1/index.html') ?? '');
  const versions = elementsOf(page, (element) => element.tagName === 'li' && element.parentNode?.nodeName === 'ol');
  const told = versions.map((version) =>
    textOf(version, (element) => hasClass(element, 'prose')).replace(/[\s\u00A0]+/g, ' '),
  );
  expect(told).toEqual([
    'Edition of 1 January 2020 In force in these words from 1 January 2020 until 29 February 2020. The edition of 1 January 2020 is withdrawn with effect from 1 March 2020. Reason: Issued in error.',
    'Edition of 1 January 2019 In force in these words from 1 January 2019 until 31 December 2019. Applies in these words again from 1 March 2020. The same words in the edition of 1 January 2021.',
    'Edition of 1 January 2021 Applies in these words from 1 January 2021. Marked against the wording of 1 January 2019.',
    'Edition of 1 January 2020 In force in these words from 1 January 2020 until 29 February 2020. The edition of 1 January 2020 is withdrawn with effect from 1 March 2020. Reason: Issued in error.',
    'Edition of 1 January 2019 In force in these words from 1 January 2019 until 31 December 2019. In force in these words again from 1 March 2020 until 31 December 2020.',
  ]);
});

it('calls a page of histories by its first clause and its last: by their words where others have the same number', async () => {
  const texts = (fee: string, court: string) => `## Money\n\n1. ${fee}\n\n## Courts\n\n1. ${court}\n2. ${fee}\n`;
  const built = await filesAt('2021-06-01', {
    '2019-01-01': texts(FEE, COURT),
    '2020-01-01': texts(FEE.replace('10', '12'), COURT.replace('Dublin', 'Cork')),
  });
  const title = first(parsePage(built.get('terms/clauses/2019-01-01-1/index.html') ?? ''), 'h1');
  expect(textOf(title)).toBe('Terms: history of clauses “1 The fee is 12 euros a month …” to 2');
});

describe('the list of clauses', () => {
  const texts = {
    '2019-01-01': `1. ${NAME}\n2. ${FEE}\n3. ${COURT}\n`,
    '2020-01-01': `1. ${FEE.replace('10', '12')}\n2. ${NAME.replace('correct', 'full')}\n3. ${COURT.replace('Dublin', 'Cork')}\n`,
    '2021-01-01': `1. ${FEE.replace('10', '12')}\n2. ${NAME.replace('correct', 'full')}\n`,
    '2022-01-01': `1. ${NAME.replace('correct', 'full')}\n2. ${FEE.replace('10', '15')}\n`,
  };
  const listed = async (asOf: string) => {
    const page = parsePage((await filesAt(asOf, texts)).get('terms/clauses/index.html') ?? '');
    return elementsOf(page, (element) => hasClass(element, 'changed-clauses') || element.tagName === 'main')
      .filter((element) => element.tagName === 'section')
      .map((section) =>
        textOf(section)
          .replace(/[\s\u00A0]+/g, ' ')
          .trim(),
      );
  };

  it('is in the order of the text of the edition in force, then says what an announced one brings and which are gone', async () => {
    expect(await listed('2021-06-01')).toEqual([
      'In the edition of 1 January 2021 In force from 1 January 2021 until 31 December 2021. 1 The fee is 12 euros a month, due on its first working day. wording 2 of 3 2 You must tell us your full name when you open an account. wording 2 of 2',
      'In the edition of 1 January 2022 Applies from 1 January 2022. 2 The fee is 15 euros a month, due on its first working day. wording 3 of 3',
      'In other editions only 3 The courts of Cork decide on disputes that arise from this … Versions: 2 last in the edition of 1 January 2020',
    ]);
  });

  it('says of each announced edition what it changes in the one before it, and what it drops', async () => {
    const lists = await listed('2020-06-01');
    expect(lists.slice(1)).toEqual([
      'In the edition of 1 January 2021 Applies from 1 January 2021 until 31 December 2021. 3 The courts of Cork decide on disputes that arise from this … Not part of the edition of 1 January 2021.',
      'In the edition of 1 January 2022 Applies from 1 January 2022. 2 The fee is 15 euros a month, due on its first working day. wording 3 of 3',
    ]);
    expect(lists[0]).toMatch(
      /^In the edition of 1 January 2020 .* wording 2 of 3 2 .* wording 2 of 2 3 .* wording 2 of 2$/,
    );
  });

  it('takes an announced edition for the state of things only once it is in force', async () => {
    expect(await listed('2022-01-01')).toEqual([
      'In the edition of 1 January 2022 In force from 1 January 2022. 1 You must tell us your full name when you open an account. wording 2 of 2 2 The fee is 15 euros a month, due on its first working day. wording 3 of 3',
      'In other editions only 3 The courts of Cork decide on disputes that arise from this … Versions: 2 last in the edition of 1 January 2020',
    ]);
  });
});
