import { describe, expect, it } from 'vitest';
import { compare } from '../../src/diff/compare.ts';
import { markUp } from '../../src/diff/mark-up.ts';
import { settleCorrections } from '../../src/diff/settle-corrections.ts';
import { findSubstance } from '../../src/diff/substance.ts';
import type { Body } from '../../src/model/clause.ts';
import { type DressedRedline, type Dressing, dressRedline } from '../../src/theme/redline/dress-redline.ts';
import { authorJudgement, substanceSentence } from '../../src/theme/redline/judgements.ts';
import { packBody, unpackBody } from '../../src/theme/redline/packed-body.ts';
import { printableBody } from '../../src/theme/redline/printable-body.ts';
import { REDLINE_WORDS } from '../../src/theme/redline/redline-words.ts';
import { createStrings } from '../../src/theme/strings.ts';
import { body } from '../diff/compared.ts';
import { THEME } from './views.ts';

const words = createStrings(THEME, ['en']).wordsFor('en');

const uncorrected = (one: Body, title = 'Terms') => ({ body: one, corrections: [], title });

const DRESSING: Dressing = {
  engine: { settleCorrections, compare, findSubstance, markUp },
  language: 'en',
  words,
  link: (sitePath) => sitePath,
};

function dress(older: Body, newer: Body): DressedRedline {
  return dressRedline(uncorrected(older), uncorrected(newer), DRESSING);
}

const dressed = (older: string, newer: string) => dress(body(older), body(newer));

/** Text alone, on one line. */
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const NUMBERED = '## 1. Data\n\n1.1. We keep names.\n\n1.2. We keep logs for 30 days.\n';

describe('the counts', () => {
  it('say in words how many clauses changed in which way', () => {
    const { countsHtml } = dressed(NUMBERED, `${NUMBERED.replace('30', '90')}\n1.3. We sell nothing.\n`);
    expect(plain(countsHtml)).toContain('Clauses: 1 added, 1 changed.');
  });

  it('have one number for the clauses that came, and count those apart that were split off', () => {
    const newer = NUMBERED.replace('for 30 days.', 'for 30 days. They are kept in a safe.').replace(
      'They',
      '\n\n1.3. They',
    );
    const { countsHtml, listHtml } = dressed(
      NUMBERED.replace('for 30 days.', 'for 30 days. They are kept in a safe.'),
      `${newer}\n## 2. Fees\n\n2.1. A fee is due each month.\n`,
    );
    expect(plain(countsHtml)).toContain('Clauses: 2 added, 1 split off from others');
    expect(plain(countsHtml)).toContain('clauses added (2)');
    expect(plain(listHtml)).toContain('Split off from others 1.3 They are kept in a safe. (split off from 1.2)');
  });

  it('say that no word changed, and what did', () => {
    const { countsHtml, bodyHtml } = dressed(
      '## 1. Links\n\nSee [it](https://a.example).\n',
      '## 1. Links\n\nSee [it](https://b.example).\n',
    );
    expect(plain(countsHtml)).toContain('No change in wording. Clauses: 1 with changes of links or form only.');
    expect(plain(bodyHtml)).toContain('The link “it” leads to https://b.example; before, it led to https://a.example.');
  });

  it('begin with a title that changed, whatever stands below it', () => {
    const text = body(NUMBERED);
    const { countsHtml } = dressRedline(uncorrected(text, 'Privacy notice'), uncorrected(text, 'Notice'), DRESSING);
    expect(plain(countsHtml)).toBe(
      'The title changed from “Privacy notice” to “Notice”. Below the title, no change in wording.',
    );
  });

  it('count nothing where quotes alone differ', () => {
    expect(plain(dressed('1. The "Site".\n', '1. The “Site”.\n').countsHtml)).toBe('No change in wording.');
  });
});

describe('the list', () => {
  it('calls words within a sentence that came by what they are', () => {
    const text = (more: string) => `1. We keep your ${more}address as long as you are a member.\n`;
    const { countsHtml } = dressed(text(''), text('name and, for the printed newsletter, your postal or e-mail '));
    expect(plain(countsHtml)).toContain('words, sentences or paragraphs added (1)');
  });

  it('leads to each change, names clauses by number, former number and first words', () => {
    const { listHtml, bodyHtml } = dressed(
      NUMBERED,
      NUMBERED.replace('1.2. We keep', '1.2. We sell nothing.\n\n1.3. We keep'),
    );
    expect(plain(listHtml)).toBe('Added 1.2 We sell nothing. Renumbered 1.3 (before: 1.2)');
    const targets = [...listHtml.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
    expect(targets).toEqual(['page:change-1', 'page:change-2']);
    for (const id of targets) expect(bodyHtml).toContain(`id="${id}"`);
  });

  it('quotes each clause from itself, in the older words if it is gone, wherever its words went', () => {
    const older =
      '## 1. Rent\n\n1.1. The tenant pays in euros. A deposit of two months is held apart.\n\n## 2. End\n\n' +
      '2.1. Notice is given in writing, by letter or by e-mail.\n\n(a) A letter is sent to the address of the office.\n\n' +
      '(b) An e-mail is sent to end@house.example.\n';
    const newer =
      '## 1. Rent\n\n1.1. The tenant pays in euros. \n\n1.2. A deposit of two months is held apart.\n\n## 2. End\n\n' +
      '2.1. Notice is given in writing:\n\n- by letter to the address of the office;\n- by e-mail to end@house.example.\n';
    const list = plain(dressed(older, newer).listHtml);
    expect(list).toContain('1.2 A deposit of two months is held apart.');
    expect(list).toContain('2.1(a) A letter is sent to the address of the office.');
    expect(list).toContain('1.1 The tenant pays in euros.');
    expect(list).toContain('2.1 Notice is given in writing:');
  });

  it('names the clause that refers to a note that changed', () => {
    const text = (years: number) =>
      `## 1. Data\n\n1.1. We keep names.\n\n1.2. The service is provided as is.[^a]\n\n[^a]: For ${years} years.\n`;
    const list = plain(dressed(text(2), text(5)).listHtml);
    expect(list).toContain('Footnotes (to 1.2) “2 years” became “5 years”');
    expect(list).toMatch(/Outside the clauses Footnotes \(to 1\.2\)$/);
  });

  it('quotes a clause of which a table changed, and says so', () => {
    const text = (price: number) =>
      `## 1. Lift\n\n1.1. These services are included:\n\n| Service | Price |\n|---|---|\n| Lift | EUR ${price} |\n`;
    expect(plain(dressed(text(7), text(8)).listHtml)).toContain(
      'Changed 1.1 These services are included: (in a table)',
    );
  });

  it('leads past the unchanged beginning of a clause to what changed in it', () => {
    const { listHtml, bodyHtml } = dressed(
      '## 1. Data\n\nKept.\n\nFor 30 days.\n',
      '## 1. Data\n\nKept.\n\nFor 90 days.\n',
    );
    expect(listHtml).toContain('href="#page:change-1"');
    expect(bodyHtml).toMatch(
      /Kept\.<\/p>\s*<div class="change-stop" id="page:change-1">.*<\/div><p data-redline="changed">For/s,
    );
  });
});

describe('what may change the meaning', () => {
  const older = '## 1. Data\n\n1.1. We keep logs for 30 days.\n\n1.2. We may sell names, unless you object.\n';

  it('is counted by kind, and listed with its words and the way to its place', () => {
    const newer = older.replace('30', '90').replace(', unless you object', '');
    const { countsHtml, listHtml, bodyHtml } = dressed(older, newer);
    expect(plain(countsHtml)).toBe(
      'Clauses: 2 changed. May change what the text means: ' +
        'negations, exceptions and conditions (1), periods and time limits (1).',
    );
    expect(plain(listHtml)).toContain(
      'negations, exceptions and conditions 1.2 removed: “unless you object” ' +
        'periods and time limits 1.1 “30 days” became “90 days”',
    );
    expect(bodyHtml).toMatch(/id="page:change-1".*?keep logs.*?id="page:change-2".*?unless/s);
    expect(listHtml).toMatch(/href="#page:change-2">1\.2<.*?href="#page:change-1">1\.1</s);
  });

  it('is said to be unseen where only the wording changed, and nothing is said where that stayed', () => {
    expect(plain(dressed('We keep data.', 'We store data.').countsHtml)).toContain('The rules found nothing');
    expect(plain(dressed('We keep data.', 'We *keep* data.').countsHtml)).not.toContain('The rules');
  });

  it('of one kind is closed where it is long, and says how much it holds', () => {
    const text = (days: number) =>
      Array.from({ length: 12 }, (_, index) => `1.${index + 1}. We keep item ${index + 1} for ${days} days.`).join(
        '\n\n',
      );
    const { listHtml } = dressed(text(30), text(60));
    expect(listHtml).toMatch(/<details><summary>More: 4<\/summary>.*>1\.12</s);
  });

  it('is told in one sentence to whoever has no room for a list', () => {
    expect(substanceSentence([{ kind: 'period' }, { kind: 'party' }, { kind: 'period' }], [], words)).toBe(
      'May change what the text means: parties (1), periods and time limits (2).',
    );
    expect(substanceSentence([], [], words)).toBeUndefined();
    expect(authorJudgement('editorial', words)).toBe('The publisher calls this change editorial.');
    expect(authorJudgement(undefined, words)).toBeUndefined();
  });
});

describe('stops', () => {
  it('are numbered, and each leads to its neighbours', () => {
    const { bodyHtml } = dressed(
      'A one.\n\nB.\n\nC one.\n\nD.\n\nE one.\n',
      'A two.\n\nB.\n\nC two.\n\nD.\n\nE two.\n',
    );
    const stops = bodyHtml.match(/<div class="change-stop".*?<\/div>/g) ?? [];
    expect(stops.map(plain)).toEqual([
      'Change 1 of 3 Next change',
      'Change 2 of 3 Previous change Next change',
      'Change 3 of 3 Previous change',
    ]);
    expect(stops[1]).toMatch(/href="#page:change-1".*href="#page:change-3"/);
  });

  it('take paragraphs together that came or went together', () => {
    const { bodyHtml } = dressed('A.\n', 'A.\n\nB new.\n\nC new.\n');
    expect(bodyHtml.match(/change-stop/g)).toHaveLength(1);
  });

  it('tell at both ends of a move where the other is', () => {
    const long = (name: string) =>
      `${name}. We keep what you send us about ${name} for as long as ${name} asks us to do so.`;
    const [one, two, three, four] = ['Anna', 'Boris', 'Clara', 'Dmitri'].map(long);
    const { bodyHtml } = dressed([one, two, three, four].join('\n\n'), [two, three, four, one].join('\n\n'));
    expect(plain(bodyHtml)).toContain('Moved from here. Where to: Change 2 of 2');
    expect(plain(bodyHtml)).toContain('Moved to here. Where from: Change 1 of 2');
  });

  it('stand in a list where the change is, and before a paragraph or table', () => {
    const { bodyHtml } = dressed(
      '- One.\n- Two 30.\n\n| A |\n|---|\n| 1 |\n',
      '- One.\n- Two 90.\n\n| A |\n|---|\n| 2 |\n',
    );
    expect(bodyHtml).toMatch(/<li>\s*<span data-redline="changed"><span class="change-stop" id="page:change-1">/);
    expect(bodyHtml).toMatch(/<div class="change-stop" id="page:change-2">/);
    expect(bodyHtml).not.toMatch(/<t(?:able|body|r|d)[^>]*><(?:div|span) class="change-stop"/);
  });
});

describe('what stayed', () => {
  const paragraphs = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `Paragraph ${from + index}.`).join('\n\n');

  it('is closed where it is long, and says how much it holds', () => {
    const { bodyHtml } = dressed(`Old.\n\n${paragraphs(1, 12)}\n`, `New.\n\n${paragraphs(1, 12)}\n`);
    expect(bodyHtml).toMatch(
      /<details class="unchanged"><summary>Unchanged paragraphs: 12<\/summary>\s*<p>Paragraph 1\./,
    );
  });

  it('stays open where it is short', () => {
    expect(dressed(`Old.\n\n${paragraphs(1, 2)}\n`, `New.\n\n${paragraphs(1, 2)}\n`).bodyHtml).not.toContain(
      '<details',
    );
  });

  it('leaves the headings above a change in sight, and no others', () => {
    const text = (days: number) =>
      `## Alpha\n\n${paragraphs(1, 3)}\n\n## Beta\n\n### Gamma\n\n${paragraphs(4, 6)}\n\n### Delta\n\nFor ${days} days.\n`;
    const { bodyHtml } = dressed(text(30), text(90));
    const shown = bodyHtml.replace(/<details.*?<\/details>/gs, '');
    expect([...shown.matchAll(/<h\d[^>]*>(\w+)/g)].map(([, title]) => title)).toEqual(['Beta', 'Delta']);
  });

  it('is all there', () => {
    const { bodyHtml } = dressed(`Old.\n\n${paragraphs(1, 30)}\n`, `New.\n\n${paragraphs(1, 30)}\n`);
    for (let index = 1; index <= 30; index += 1) expect(bodyHtml).toContain(`Paragraph ${index}.`);
  });
});

it('leaves the first heading to the page', () => {
  const { bodyHtml } = dressed('# Old title\n\nText.\n', '# New title\n\nText.\n');
  expect(bodyHtml).not.toContain('<h1');
  expect(plain(bodyHtml)).toContain('[deleted: Old end of deletion] [inserted: New end of insertion] title');
});

describe('a text that travels to a browser', () => {
  const TEXTS = [
    `${NUMBERED}\nSee [terms](https://t.example "Title").[^n]\n\n- [ ] a\n- [x] b\n\n| A | B |\n|:--|--:|\n| 1 | \`2\` |\n\n[^n]: A note.\n`,
    '# Title\n\n> Quoted.\n\n1. a\n2. b\n   1. c\n\nTerm\n: Definition\n\n***\n\n```js\nx\n```\n',
  ];

  it('is compared there as it would be here', () => {
    const bodies = TEXTS.map(body);
    const [older, newer] = bodies;
    if (older === undefined || newer === undefined) throw new Error('No texts');
    const travel = (one: Body) => unpackBody(JSON.parse(JSON.stringify(packBody(uncorrected(one)))));
    expect(dress(travel(older), travel(newer))).toEqual(dress(older, newer));
    expect(dress(travel(older), travel(older))).toEqual(dress(older, older));
  });

  it('brings its corrections, which are no changes there either', () => {
    const corrections = [{ on: '2023-05-01', clause: '1.2', was: '3 days', now: '30 days', said: 'Corrected.' }];
    const packed = JSON.parse(JSON.stringify(packBody({ body: body(NUMBERED), corrections })));
    const older = uncorrected(body(NUMBERED.replace('30', '3')));
    const dressing = { engine: { settleCorrections, compare, findSubstance, markUp }, language: 'en', words };
    const { countsHtml, bodyHtml } = dressRedline(
      older,
      { body: unpackBody(packed), corrections: packed.corrections, title: 'Terms' },
      { ...dressing, link: (path) => path },
    );
    expect(plain(countsHtml)).toMatch(/^No change in wording\. A correction is no change .* Corrected\.$/);
    expect(plain(bodyHtml)).toContain('We keep logs for 3 days.');
  });

  it('brings the words that are needed there, and no sentence is missed', () => {
    const few = Object.fromEntries(REDLINE_WORDS.map((key) => [key, words.words[key]]));
    const asked = new Set<string>();
    const say: typeof words.say = (key, ...values) => {
      asked.add(key);
      return words.say(key, ...values);
    };
    const [older = '', newer = ''] = TEXTS;
    dressRedline(uncorrected(body(older)), uncorrected(body(newer)), {
      engine: { settleCorrections, compare, findSubstance, markUp },
      language: 'en',
      words: { say },
      link: (path) => path,
    });
    expect([...asked].filter((key) => few[key] === undefined)).toEqual([]);
    expect(asked.size).toBeGreaterThan(8);
  });
});

describe('printableBody', () => {
  it('takes two ways to write one address for the same', () => {
    const settle = () => '/terms/';
    const bodies = ['See [it](../terms/).\n', 'See [it](../terms/index.md).\n'].map((text) =>
      printableBody(body(text), { settle, dateNote: () => '' }),
    );
    const [older, newer] = bodies;
    if (older === undefined || newer === undefined) throw new Error('No texts');
    expect(dress(older, newer).bodyHtml).not.toContain('data-redline');
  });

  it('says the date of a clause, so that another date is a change', () => {
    const text = '## 1. Data {from=2027-01-01}\n\nWe keep names.\n';
    const at = (day: string) =>
      printableBody(body(text), { settle: (path) => path, dateNote: () => `Applies from ${day}.` });
    expect(plain(dress(at('1 January'), at('1 March')).bodyHtml)).toContain('[deleted: January end of deletion]');
  });

  it('marks nothing but the date where a clause is given one, and says how it applied before', () => {
    const text = '## 1. Data\n\n1.1. Read the rules before you move in.';
    const at = (markdown: string) =>
      printableBody(body(markdown), { settle: (path) => path, dateNote: () => 'Applies from 1 July 2025.' });
    const { bodyHtml, listHtml } = dress(at(`${text}\n`), at(`${text} {from=2025-07-01}\n`));
    expect(plain(bodyHtml)).toContain('you move in. [inserted: Applies from 1 July 2025. end of insertion]');
    expect(plain(bodyHtml)).not.toContain('[deleted');
    expect(plain(bodyHtml)).toContain('Applies from 1 July 2025. Before, the clause applied with its edition.');
    expect(plain(listHtml)).toMatch(/1\.1 Read the rules before you move in\.$/);
    expect(plain(dress(at(`${text} {from=2025-07-01}\n`), at(`${text}\n`)).bodyHtml)).toContain(
      'The clause applies with its edition. Before: Applies from 1 July 2025.',
    );
  });
});
