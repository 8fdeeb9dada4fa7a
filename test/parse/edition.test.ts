import { describe, expect, it } from 'vitest';
import { brief, EFFECTIVE, onlyEdition, parse, parseEdition, written } from './written.ts';

const inTwoLanguages = (english: string, russian: string) =>
  parse({ 'privacy/first.ru.md': written(russian, 'Текст.\n'), 'privacy/first.md': written(english) });
const messages = (text: string) => parseEdition(text).diagnostics.map(({ message }) => message);

describe('an edition', () => {
  it('keeps version, title and summary as the text that was typed', () => {
    const edition = onlyEdition(
      written(`title: "Policy #2"\n${EFFECTIVE}\nversion: 1.10\nsummary: >-\n  Two\n  lines`),
    );
    expect(edition.version).toBe('1.10');
    expect(edition.texts[0]).toMatchObject({ title: 'Policy #2', summary: 'Two lines' });
  });

  it('is what its file says, and nothing more', () => {
    expect(onlyEdition(written(`title: Privacy policy\n${EFFECTIVE}`))).toEqual({
      id: 'first',
      effective: { kind: 'day', day: '2026-03-01' },
      onset: 'stated',
      isRetroactive: false,
      announcedEffective: [],
      cohorts: [],
      declared: { kind: 'issued' },
      corrections: [],
      texts: [
        {
          language: 'en',
          title: 'Privacy policy',
          path: 'policies/privacy/first.md',
          markdown: 'Text.\n',
          gist: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), length: 6, mentions: [] },
          lineOffset: 4,
          keyPlaces: {
            title: { path: 'policies/privacy/first.md', line: 2, column: 1, endLine: 2, endColumn: 6 },
            effective: { path: 'policies/privacy/first.md', line: 3, column: 1, endLine: 3, endColumn: 10 },
          },
        },
      ],
    });
  });

  it.each(['published: 2026-02-01', 'published: 2026-02-01\neffective: on-publication'])(
    'takes force on publication: %j',
    (lines) => {
      const { effective, published } = onlyEdition(written(`title: A\n${lines}`));
      expect(effective).toEqual({ kind: 'day', day: '2026-02-01' });
      expect(published).toEqual(effective);
    },
  );

  it('must say from when it applies', () => {
    expect(messages(written('title: A'))).toEqual(['The edition does not say from when it applies.']);
    expect(brief(parseEdition(written('title: A\neffective: on-publication')).diagnostics)).toEqual([
      'edition-date 3:1',
    ]);
  });

  it.each([
    ['title is missing', EFFECTIVE, 'edition-missing-key 2:1'],
    ['title is empty', `title:\n${EFFECTIVE}`, 'edition-value 2:1'],
    ['title is blank', `title: "\u00a0 "\n${EFFECTIVE}`, 'edition-value 2:8'],
    ['title has two lines', `title: |\n  A\n  B\n${EFFECTIVE}`, 'edition-value 2:8'],
    ['title is a list', `title: [A]\n${EFFECTIVE}`, 'edition-value 2:8'],
    ['title is a group', `title: {a: b}\n${EFFECTIVE}`, 'edition-value 2:8'],
    ['status is unknown', `title: A\n${EFFECTIVE}\nstatus: final`, 'edition-value 4:9'],
    ['status is a group', `title: A\n${EFFECTIVE}\nstatus: {withdrawn: x}`, 'edition-value 4:9'],
    ['withdrawal has no day', `title: A\n${EFFECTIVE}\nstatus: withdrawn`, 'edition-status 4:1'],
    [
      'withdrawal has no status',
      `title: A\n${EFFECTIVE}\nwithdrawn: {on: 2026-04-01, reason: B}`,
      'edition-status 4:1',
    ],
    [
      'withdrawal has no reason',
      `title: A\n${EFFECTIVE}\nstatus: withdrawn\nwithdrawn: {on: 2026-04-01}`,
      'edition-missing-key 5:1',
    ],
    [
      'draft is withdrawn',
      `title: A\n${EFFECTIVE}\nstatus: draft\nwithdrawn: {on: 2026-04-01, reason: B}`,
      'edition-status 5:1',
    ],
    [
      'correction has no quotation',
      `title: A\n${EFFECTIVE}\ncorrections:\n- {on: 2026-04-01, now: B, reason: C}`,
      'edition-missing-key 5:3',
    ],
    ['corrections are no list', `title: A\n${EFFECTIVE}\ncorrections: {on: 2026-04-01}`, 'edition-value 4:14'],
    ['setting is __proto__', `title: A\n${EFFECTIVE}\n__proto__: {title: B}`, 'edition-unknown-key 4:1'],
  ])('is refused if its %s', (_, front, problem) => {
    const { policies, diagnostics } = parseEdition(written(front));
    expect(brief(diagnostics)).toEqual([problem]);
    expect(policies).toEqual([]);
  });

  it('suggests the setting that was meant', () => {
    const { diagnostics } = parseEdition(
      written('Title: A\nefective: 2026-03-01\nEffective date: 2026-03-01\nlayout: page'),
    );
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      'Did you mean “title”?',
      'Did you mean “effective”?',
      'Did you mean “effective”?',
      expect.stringContaining('title, effective, published'),
    ]);
  });

  it('explains a comma that ended a value too early', () => {
    const front = `title: A\n${EFFECTIVE}\ncorrections:\n- {on: 2026-04-01, was: a, now: b, reason: Wrong, and misleading}`;
    const { diagnostics } = parseEdition(written(front));
    expect(brief(diagnostics)).toEqual(['edition-unknown-key 5:51']);
    expect(diagnostics[0]?.hint).toBe('Put the whole value, with its comma, in quotation marks.');
  });

  it('is refused without text', () => {
    expect(brief(parseEdition(written(`title: A\n${EFFECTIVE}`, ' \n\n')).diagnostics)).toEqual(['edition-empty 4:1']);
  });

  it('is refused, with its limit, above 2 MB', () => {
    const { diagnostics } = parseEdition(written(`title: A\n${EFFECTIVE}`, 'Words. '.repeat(715_000)));
    expect(diagnostics).toMatchObject([{ ruleId: 'edition-too-large', place: { path: 'policies/privacy/first.md' } }]);
    expect(diagnostics[0]?.message).toContain('at most 2 MB');
  });

  it('of just under 2 MB is read', () => {
    expect(onlyEdition(written(`title: A\n${EFFECTIVE}`, 'Words. '.repeat(285_000))).texts[0].markdown).toHaveLength(
      1_995_000,
    );
  });

  it('can be a draft, and can be withdrawn', () => {
    expect(onlyEdition(written(`title: A\n${EFFECTIVE}\nstatus: draft`)).declared).toEqual({ kind: 'draft' });
    const front = `title: A\n${EFFECTIVE}\nstatus: withdrawn\nwithdrawn: {on: 2026-04-01, reason: Issued in error}`;
    expect(onlyEdition(written(front)).declared).toEqual({
      kind: 'withdrawn',
      on: '2026-04-01',
      reason: 'Issued in error',
    });
  });

  it('declares corrections, of which one half may be nothing', () => {
    const corrections = 'corrections:\n  - {on: 2026-04-01, clause: "3.1", was: "", now: not, reason: Left out}';
    expect(onlyEdition(written(`title: A\n${EFFECTIVE}\n${corrections}`)).corrections).toEqual([
      { on: '2026-04-01', language: 'en', clause: '3.1', was: '', now: 'not', reason: 'Left out' },
    ]);
  });
});

describe('the texts of an edition', () => {
  it('stand in the order of the site, and share what only one of them says', () => {
    const { policies, diagnostics } = inTwoLanguages(
      'title: A\nversion: 1.10',
      `title: Б\n${EFFECTIVE}\nstatus: draft`,
    );
    expect(diagnostics).toEqual([]);
    const edition = policies[0]?.editions[0];
    expect(edition).toMatchObject({ version: '1.10', effective: { day: '2026-03-01' }, declared: { kind: 'draft' } });
    expect(edition?.texts.map(({ language, title }) => `${language} ${title}`)).toEqual(['en A', 'ru Б']);
  });

  it('agree if they say the same in different words', () => {
    const { diagnostics } = inTwoLanguages(
      'title: A\npublished: 2026-03-01\neffective: on-publication',
      `title: Б\n${EFFECTIVE}`,
    );
    expect(diagnostics).toEqual([]);
  });

  it('are reported where they disagree, each with the place of the other', () => {
    const { policies, diagnostics } = inTwoLanguages(
      `title: A\n${EFFECTIVE}\nversion: "2"`,
      'title: Б\neffective: 2026-03-02\nversion: 2.0',
    );
    expect(policies).toEqual([]);
    expect(brief(diagnostics)).toEqual(['edition-disagreement 3:1', 'edition-disagreement 4:1']);
    expect(diagnostics[0]).toMatchObject({
      place: { path: 'policies/privacy/first.ru.md' },
      message: '“effective” is 2026-03-02 here, but 2026-03-01 in another language of this edition.',
      related: [{ place: { path: 'policies/privacy/first.md', line: 3 } }],
    });
  });

  it('are not called incomplete because one of them could not be read', () => {
    expect(brief(inTwoLanguages('title: A\neffective: soon', 'title: Б').diagnostics)).toEqual(['edition-value 3:12']);
  });
});
