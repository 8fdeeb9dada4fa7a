import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { checkLedger } from '../../src/ledger/check-ledger.ts';
import {
  checked,
  edited,
  editionFile,
  FILES,
  type Files,
  PRIVACY,
  SITE,
  sealed,
  TWO_LANGUAGES,
  without,
  workOf,
} from './ledgered.ts';

const LEDGER = sealed(FILES);
const TEXT = 'privacy 2020-02-04 was published on 2020-01-28.';

const changed = (old: string, fresh: string) => edited(FILES, PRIVACY, old, fresh);
const declaring = (files: Files, ...corrections: readonly string[]) =>
  edited(files, PRIVACY, 'title:', `corrections: [${corrections.join(', ')}]\ntitle:`);
const correction = (was: string, now: string) => `{on: 2026-11-25, was: "${was}", now: "${now}", reason: Error}`;

describe('checkLedger', () => {
  it('says nothing while nothing was changed, or where there is no ledger', () => {
    expect(checked(FILES, LEDGER)).toEqual([]);
    expect(checkLedger(workOf(FILES))).toEqual([]);
  });

  it('names the clause that was changed, its line, and both ways out', () => {
    const files = changed('We answer within 30 days', 'We answer within 60 days');
    expect(checkLedger(workOf(files, { ledger: LEDGER }))).toEqual([
      {
        ruleId: 'ledger-text-changed',
        severity: 'error',
        place: { path: PRIVACY, line: 17, column: 1 },
        message: `${TEXT} You changed clause 7.2.`,
        hint: 'Make a new edition (“promulgate new privacy --effective …”) and leave this one as it was; or, if this repairs an error, add a correction to its front matter: “corrections: [{on: 2026-11-25, clause: "7.2", was: …, now: …, reason: …}]”.',
      },
    ]);
  });

  it.each([
    ['recieve', 'receive', 'clause 1'],
    ['2. We keep', '3. We keep', 'clause 3'],
    ['https://acme.example/days', 'https://acme.example/day', 'clause 2'],
    ['Your rights', 'Your duties', '“Your duties”'],
    ['What we do.', 'What you do.', 'the text before the first clause'],
    ['In writing.', 'In ink.', 'the notes'],
    ['| Name | 30 days |', '| Name | 31 days |', 'clause 7.2'],
    ['7.1. You may ask.[^1]\n\n', '7.1. You may ask.[^1]\n\n7.1.1. New.\n\n', 'clause 7.1.1'],
    ['2. We keep it for [30 days](https://acme.example/days).\n', '', 'clause 2'],
    ['You may ask.', 'You may _ask_.', 'its Markdown, though none of its words: emphasis, spaces or the like'],
    ['1. We recieve', '1.  We recieve', 'its Markdown, though none of its words: emphasis, spaces or the like'],
  ])('finds %j turned into %j', (old, fresh, what) => {
    expect(checked(changed(old, fresh), LEDGER)).toEqual([`ledger-text-changed: ${TEXT} You changed ${what}.`]);
  });

  it('names all clauses that were changed', () => {
    const files = edited(changed('recieve', 'receive'), PRIVACY, 'You may ask', 'You must ask');
    expect(checked(files, LEDGER)).toEqual([`ledger-text-changed: ${TEXT} You changed clause 1 and clause 7.1.`]);
  });

  it.each([
    [
      'effective: 2020-02-04',
      'effective: 2020-02-05',
      'ledger-date-changed',
      '“effective” was “2020-02-04” and is now “2020-02-05”.',
    ],
    ['published: 2020-01-28\n', '', 'ledger-date-changed', '“published” was “2020-01-28” and is now absent.'],
    [
      'title: Privacy policy',
      'title: Privacy',
      'ledger-text-changed',
      '“title” was “Privacy policy” and is now “Privacy”.',
    ],
    ['title:', 'version: "2"\ntitle:', 'ledger-text-changed', '“version” was absent and is now “2”.'],
    ['title:', 'retroactive: true\ntitle:', 'ledger-date-changed', '“retroactive” was absent and is now “true”.'],
  ])('finds %j turned into %j in the front matter', (old, fresh, rule, message) => {
    expect(checked(changed(old, fresh), LEDGER)).toEqual([`${rule}: ${TEXT} ${message}`]);
  });

  it.each([
    ['title:', 'summary: What is new\ntitle:'],
    ['title:', '# To colleagues\ntitle:'],
    ['[^1]: In writing.\n', '[^1]: In writing.\n\n\n'],
  ])('lets %j turn into %j', (old, fresh) => {
    expect(checked(changed(old, fresh), LEDGER)).toEqual([]);
  });

  it('does not tell line ends or a byte order mark from others', () => {
    const file = `\ufeff${(FILES[PRIVACY] ?? '').replaceAll('\n', '\r\n')}`;
    expect(checked({ ...FILES, [PRIVACY]: file }, LEDGER)).toEqual([]);
  });

  describe('with a correction', () => {
    const UNSEALED = [
      'ledger-correction-unsealed: privacy 2020-02-04 was corrected, and the correction is not in the ledger yet.',
    ];

    it.each([
      ['words that were put in the place of others', 'recieve', 'receive', 'recieve', 'receive'],
      ['words that were put in', 'your name', 'your own name', '', 'own'],
      ['words that were struck out', 'your name', 'name', 'your', ''],
      ['a comma that was struck out', 'We answer within', 'We answer', 'within', ''],
      ['a number that made a clause of it', '7.2. We', '7..2. We', '7.2.', '7..2.'],
      ['a number', '2. We keep', '3. We keep', '2.', '3.'],
      ['a heading', 'Your rights', 'Your right', 'rights', 'right'],
      ['a link', 'example/days', 'example/day', 'https://acme.example/days', 'https://acme.example/day'],
      ['a clause that was left out', '## Your', '3. We are kind.\n\n## Your', '', '3. We are kind.'],
      ['a clause that stood there in error', '1. We recieve your name.\n', '', '1. We recieve your name.', ''],
      ['all places of a word', 'What we do.', 'What we do.', 'x', 'y'],
    ])('asks to seal it if it says all that was changed: %s', (_, old, fresh, was, now) => {
      expect(checked(declaring(changed(old, fresh), correction(was, now)), LEDGER)).toEqual(UNSEALED);
    });

    it('takes several in one clause', () => {
      const files = edited(changed('recieve', 'receive'), PRIVACY, 'your name', 'your full name');
      const both = [correction('recieve', 'receive'), correction('', 'full')];
      expect(checked(declaring(files, ...both), LEDGER)).toEqual(UNSEALED);
      expect(checked(declaring(files, ...both.toReversed()), LEDGER)).toEqual(UNSEALED);
    });

    it('finds what it does not say in the same clause and in others', () => {
      const more = edited(changed('recieve', 'receive'), PRIVACY, 'your name', 'your nose');
      const other = edited(changed('recieve', 'receive'), PRIVACY, 'You may ask', 'You must ask');
      const inexact = (clause: string) => [
        `ledger-correction-inexact: ${TEXT} You changed ${clause}, and its new corrections do not say all of it.`,
      ];
      expect(checked(declaring(more, correction('recieve', 'receive')), LEDGER)).toEqual(inexact('clause 1'));
      expect(checked(declaring(other, correction('recieve', 'receive')), LEDGER)).toEqual(inexact('clause 7.1'));
    });

    it('takes a corrected date or title whose values it gives', () => {
      const files = edited(
        changed('published: 2020-01-28', 'published: 2020-01-27'),
        PRIVACY,
        'title: Privacy policy',
        'title: Privacy',
      );
      const both = [correction('2020-01-28', '2020-01-27'), correction('Privacy policy', 'Privacy')];
      expect(checked(declaring(files, ...both), LEDGER)).toEqual(UNSEALED);
      expect(checked(declaring(files, both[0] ?? ''), LEDGER)).toEqual([
        `ledger-text-changed: ${TEXT} “title” was “Privacy policy” and is now “Privacy”.`,
      ]);
    });

    it('takes a date that is corrected in one language for all', () => {
      const ru = 'policies/privacy/2020-02-04.ru.md';
      const both = { ...FILES, 'policies/site.yaml': TWO_LANGUAGES, [ru]: editionFile() };
      const ledger = sealed(both);
      const dates = ['published: 2020-01-28', 'published: 2020-01-27'] as const;
      const files = declaring(
        edited(edited(both, PRIVACY, ...dates), ru, ...dates),
        correction('2020-01-28', '2020-01-27'),
      );
      expect(checked(files, ledger)).toEqual([
        expect.stringContaining('ledger-correction-unsealed: privacy 2020-02-04 (en)'),
        expect.stringContaining('ledger-correction-unsealed: privacy 2020-02-04 (ru)'),
      ]);
      expect(checked(files, sealed(files, ledger))).toEqual([]);
    });

    it('finds that a sealed one was changed or taken away, or the text once more', () => {
      const files = declaring(changed('recieve', 'receive'), correction('recieve', 'receive'));
      const ledger = sealed(files, LEDGER);
      expect(checked(files, ledger)).toEqual([]);
      expect(checked(edited(files, PRIVACY, 'reason: Error', 'reason: Whim'), ledger)[0]).toBe(
        `ledger-correction-changed: ${TEXT} Its correction of 2026-11-25 ("recieve", now "receive") was published and is no longer declared as it was.`,
      );
      expect(checked(edited(files, PRIVACY, 'You may', 'You must'), ledger)).toEqual([
        `ledger-text-changed: ${TEXT} You changed clause 7.1.`,
      ]);
      expect(
        checked(FILES, ledger)
          .map((line) => line.split(':')[0])
          .sort(),
      ).toEqual(['ledger-correction-changed', 'ledger-text-changed']);
    });
  });

  it('lets a date move whose former value is declared, and no other', () => {
    const move = (more: string) => changed('effective: 2020-02-04', `effective: 2020-03-01\n${more}`);
    expect(checked(move('announcedEffective: 2020-02-04\n'), LEDGER)).toEqual([
      'ledger-date-unsealed: privacy 2020-02-04 has a new date, which is not in the ledger yet.',
    ]);
    expect(checked(move('announcedEffective: 2020-02-03\n'), LEDGER)).toEqual([
      `ledger-date-changed: ${TEXT} “effective” was “2020-02-04” and is now “2020-03-01”.`,
    ]);
  });

  it('does not take a moved date for a change of the text, nor hide one', () => {
    const files = changed('effective: 2020-02-04', 'effective: 2020-03-01\nannouncedEffective: 2020-02-04');
    expect(checked(edited(files, PRIVACY, 'You may', 'You must'), LEDGER)).toEqual([
      `ledger-text-changed: ${TEXT} You changed clause 7.1.`,
    ]);
  });

  it('finds a day of a group that was changed', () => {
    const applies = 'applies: [{to: new accounts, from: 2020-02-04}, {to: old accounts, from: 2020-03-01}]';
    const files = changed('effective: 2020-02-04', applies);
    const ledger = sealed(files);
    expect(checked(edited(files, PRIVACY, '2020-03-01', '2020-04-01'), ledger)).toEqual([
      `ledger-date-changed: ${TEXT} “applies 2 from” was “2020-03-01” and is now “2020-04-01”.`,
    ]);
    const moved = edited(files, PRIVACY, 'from: 2020-03-01}]', 'from: 2020-04-01}]\nannouncedEffective: 2020-03-01');
    expect(checked(moved, ledger)).toEqual([expect.stringContaining('ledger-date-unsealed')]);
  });

  it('finds that readers would see other words although the file is the same', () => {
    const work = workOf(FILES, { ledger: LEDGER });
    const body = structuredClone(work.bodies.get(PRIVACY));
    if (body === undefined) throw new Error('No body');
    const table = body.tree.children.findIndex((node) => node.type === 'element' && node.tagName === 'section');
    body.tree.children.splice(table, 1);
    const found = checkLedger({ ...work, bodies: new Map([[PRIVACY, body]]) });
    expect(found.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([
      `ledger-rendering-changed: ${TEXT} Its file is the same, but readers would now see other words in clause 7.2.`,
    ]);
  });

  it('lets rendering use other elements for the same words', () => {
    const work = workOf(FILES, { ledger: LEDGER });
    const body = structuredClone(work.bodies.get(PRIVACY));
    if (body === undefined) throw new Error('No body');
    const shell: Element = { type: 'element', tagName: 'article', properties: {}, children: [] };
    const tree = { ...body.tree, children: [{ ...shell, children: body.tree.children as Element[] }] };
    expect(checkLedger({ ...work, bodies: new Map([[PRIVACY, { ...body, tree }]]) })).toEqual([]);
  });

  it('finds numbers changed for all editions by policy.yaml', () => {
    const files = { ...FILES, 'policies/privacy/policy.yaml': 'numbering: [a.]\n' };
    expect(checked(files, LEDGER)).toEqual([expect.stringContaining('ledger-rendering-changed')]);
  });

  describe('where a text is gone', () => {
    const files = { ...FILES, 'policies/privacy/2021-01-01.md': editionFile(), 'policies/terms/1.md': editionFile() };
    const ledger = sealed(files);

    it('names its file', () => {
      const found = checkLedger(workOf(without(files, PRIVACY), { ledger }));
      expect(found).toMatchObject([
        { ruleId: 'ledger-missing', place: { path: PRIVACY }, message: `${TEXT} Its file is gone.` },
      ]);
    });

    it('names the policy if nothing of it is left', () => {
      expect(checked(without(files, 'policies/terms/1.md'), ledger)).toEqual([
        'ledger-missing: The policy “terms” was published (1), and its folder is gone.',
      ]);
    });

    it('tells of a published edition that is called a draft', () => {
      expect(checked(edited(files, PRIVACY, 'title:', 'status: draft\ntitle:'), ledger)).toEqual([
        `ledger-missing: ${TEXT} It is now called a draft.`,
      ]);
    });

    it('says so of a language too', () => {
      const both = {
        ...FILES,
        'policies/site.yaml': TWO_LANGUAGES,
        'policies/privacy/2020-02-04.ru.md': editionFile(),
      };
      expect(checked(without(both, 'policies/privacy/2020-02-04.ru.md'), sealed(both))).toEqual([
        'ledger-missing: privacy 2020-02-04 (ru) was published on 2020-01-28. Its file is gone.',
      ]);
    });

    it('calls none missing while files have errors', () => {
      expect(checked(edited(files, PRIVACY, 'title:', 'titel:'), ledger)).toEqual([]);
    });
  });

  it('finds an address that changed with the order of languages', () => {
    const both = { ...FILES, 'policies/site.yaml': TWO_LANGUAGES, 'policies/privacy/2020-02-04.ru.md': editionFile() };
    const turned = {
      ...without(both, 'policies/privacy/2020-02-04.ru.md'),
      'policies/site.yaml': `${SITE}languages: [ru, en]\n`,
    };
    const files = {
      ...without(turned, PRIVACY),
      [PRIVACY]: editionFile(),
      'policies/privacy/2020-02-04.en.md': editionFile(),
    };
    expect(checked(files, sealed(both))).toEqual([
      'ledger-address-changed: privacy 2020-02-04 (en) was published on 2020-01-28. It stood at “/privacy/2020-02-04/” and would now stand at “/en/privacy/2020-02-04/”.',
      'ledger-address-changed: privacy 2020-02-04 (ru) was published on 2020-01-28. It stood at “/ru/privacy/2020-02-04/” and would now stand at “/privacy/2020-02-04/”.',
    ]);
  });

  it('only warns of what time alone has made due', () => {
    const files = { ...FILES, 'policies/privacy/2026-11-25.md': '---\ntitle: T\npublished: 2026-11-25\n---\nText.\n' };
    expect(checked(files, LEDGER)).toEqual([
      'warning ledger-unsealed: privacy 2026-11-25 is published and not in the ledger yet.',
    ]);
  });

  it('looks back in time without a complaint', () => {
    const files = edited(
      FILES,
      PRIVACY,
      'title:',
      'status: withdrawn\nwithdrawn: {on: 2024-01-01, reason: Error}\ntitle:',
    );
    const past = { instant: Date.parse('2021-01-01'), day: '2021-01-01' };
    expect(checked(files, sealed(files), { asOf: past })).toEqual([]);
  });
});
