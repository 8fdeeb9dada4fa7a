import { describe, expect, it } from 'vitest';
import { createStrings } from '../../src/theme/strings.ts';
import { WORDS } from '../../src/theme/words.ts';
import { THEME, textFile, themeWith } from './views.ts';

const english = new TextDecoder().decode(THEME.find(({ path }) => path === 'strings/en.yaml')?.bytes);

describe('the default words', () => {
  it.each(['en', 'ru'])('are whole in %s', (language) => {
    const strings = createStrings(THEME, [language]);
    expect(strings.diagnostics).toEqual([]);
    expect(Object.keys(strings.wordsFor(language).words).sort()).toEqual(Object.keys(WORDS).sort());
  });

  it('are Russian in Russian, every one', () => {
    const words = Object.entries(createStrings(THEME, ['ru']).wordsFor('ru').words);
    expect(
      words.filter(([key, text]) => !/[а-яё]/i.test(text) && !['title-page', 'imprint', 'imprint-of'].includes(key)),
    ).toEqual([]);
  });

  it.each([
    ['en', /\b(now|current|currently|latest|upcoming|today|soon|recent|newest)\b/i],
    ['ru', /сейчас|теперь|текущ|актуальн|последн(?!ств)|предстоящ|сегодня|скоро|недавн|новейш/i],
  ])('state nothing in %s that time can make false', (language, stale) => {
    const { words } = createStrings(THEME, [language]).wordsFor(language);
    expect(Object.entries(words).filter(([, text]) => stale.test(text))).toEqual([]);
  });
});

describe('say', () => {
  const { say } = createStrings(THEME, ['en']).wordsFor('en');

  it('fills in every placeholder', () => {
    expect(say('in-force-from-until', { from: '4 February 2020', until: '3 May 2021' })).toBe(
      'In force from 4 February 2020 until 3 May 2021.',
    );
  });

  it('does not double a full stop that a value brings along', () => {
    expect(say('in-force-from', { from: '2020. február 4.' })).toBe('In force from 2020. február 4.');
    expect(say('notice-withdrawn', { on: '4 May 2021', reason: 'Error.' })).toMatch(/Reason: Error\.$/);
    expect(say('notice-withdrawn', { on: '4 May 2021', reason: 'Error' })).toMatch(/Reason: Error\.$/);
  });

  it('takes values as they are, whatever signs they hold', () => {
    expect(say('edition-of', { date: '$& {from} $1' })).toBe('Edition of $& {from} $1');
  });

  it('refuses a sentence whose value is missing', () => {
    const values: { from: string } = JSON.parse('{}');
    expect(() => say('in-force-from', values)).toThrow('{from}');
  });
});

describe('languages', () => {
  const wordsIn = (language: string, ...files: Parameters<typeof themeWith>) => {
    const strings = createStrings(themeWith(...files), [language]);
    return {
      archive: strings.wordsFor(language).words.archive,
      home: strings.wordsFor(language).words.home,
      diagnostics: strings.diagnostics,
    };
  };

  it('fall back from a narrower tag to a wider one', () => {
    const all = english.replace(/^archive: .*$/m, 'archive: 存檔');
    const found = wordsIn(
      'zh-Hans-CN',
      textFile('strings/zh.yaml', all),
      textFile('strings/zh-Hans.yaml', 'archive: 存档'),
    );
    expect(found).toMatchObject({ archive: '存档', home: 'All policies', diagnostics: [] });
  });

  it('find a file whatever the letters’ case in the tag', () => {
    expect(
      wordsIn('pt-br', textFile('strings/pt-BR.yaml', english.replace(/^archive: .*$/m, 'archive: Arquivo'))),
    ).toMatchObject({
      archive: 'Arquivo',
      diagnostics: [],
    });
  });

  it('without words stand in English and are warned of once', () => {
    const { archive, diagnostics } = wordsIn('hu');
    expect(archive).toBe('Archive');
    expect(diagnostics).toMatchObject([{ ruleId: 'theme-words-missing', severity: 'warning' }]);
    expect(diagnostics[0]?.hint).toContain('templates/strings/hu.yaml');
  });

  it('with some words missing borrow those, and the warning names them', () => {
    const { archive, diagnostics } = wordsIn(
      'hu',
      textFile('strings/hu.yaml', english.replace(/^archive: .*$/m, 'archive: ""')),
    );
    expect(archive).toBe('Archive');
    expect(diagnostics).toMatchObject([
      { ruleId: 'theme-words-missing', severity: 'warning', place: { path: 'templates/strings/hu.yaml' } },
    ]);
    expect(diagnostics[0]?.message).toMatch(/: archive\.$/);
  });

  it('with most words missing borrow them, and the warning names the first and counts the others', () => {
    const { diagnostics } = wordsIn('hu', textFile('strings/hu.yaml', 'archive: Archívum'));
    const [, first = '', more] = /: (.*) and (\d+) more\.$/.exec(diagnostics[0]?.message ?? '') ?? [];
    expect(first.split(', ')).toHaveLength(8);
    expect(8 + Number(more)).toBe(Object.keys(WORDS).length - 1);
  });

  it('cannot be asked for unless they were named', () => {
    expect(() => createStrings(THEME, ['en']).wordsFor('fr')).toThrow('fr');
  });
});

describe('a file of words', () => {
  const problemsOf = (text: string) => createStrings(themeWith(textFile('strings/en.yaml', text)), ['en']).diagnostics;

  it.each([
    ['an unknown key', 'archiv: Archive', 1, 1, /no word called "archiv"/, /"archive"/],
    ['an unknown placeholder', '# x\nin-force-from: From {form}.', 2, 16, /\{form\}/, /\{from\}/],
    ['a lost placeholder', 'in-force-from: In force.', 1, 16, /lost \{from\}/, /\{from\}/],
    ['a placeholder where none belongs', 'archive: "{x}"', 1, 10, /\{x\}/, /Take it out/],
    ['a nested value', 'archive:\n  a: b', 1, 1, /not a text/, /same line/],
    ['broken YAML', 'archive: "Archive', 1, 18, /not valid YAML/, /quotation marks/],
    ['a key given twice', 'archive: A\narchive: B', 2, 1, /not valid YAML/, /Correct/],
    ['a list', '- archive', 1, 1, /no words/, /archive: Archive/],
  ])('is refused for %s, with its place and a cure', (_, text, line, column, message, hint) => {
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({
      ruleId: 'site-words',
      severity: 'error',
      place: { path: 'templates/strings/en.yaml', line, column },
    });
    expect(problem?.message).toMatch(message);
    expect(problem?.hint).toMatch(hint);
  });

  it('in English must be whole, as all languages fall back on it', () => {
    const problems = problemsOf(english.replace(/^archive: .*\n/m, ''));
    expect(problems).toMatchObject([{ ruleId: 'site-words', severity: 'error' }]);
    expect(problems[0]?.message).toMatch(/: archive\.$/);
  });

  it('may be absent only in languages other than English', () => {
    const strings = createStrings(
      THEME.filter(({ path }) => path !== 'strings/en.yaml'),
      ['ru'],
    );
    expect(strings.diagnostics).toMatchObject([{ ruleId: 'site-words', place: { path: 'templates/strings/en.yaml' } }]);
  });
});
