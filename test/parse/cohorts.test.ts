import { describe, expect, it } from 'vitest';
import { brief, onlyEdition, parse, parseEdition, SITE, written } from './written.ts';

const APPLIES = 'applies: [{to: new accounts, from: 2026-07-01}, {to: "opened before 1 July, 2026", from: 2026-09-01}]';

const problems = (...lines: readonly string[]) => parseEdition(written(['title: A', ...lines].join('\n'))).diagnostics;
const inRussian = (russian: string, english = APPLIES) =>
  parse({
    'privacy/first.md': written(`title: A\n${english}`),
    'privacy/first.ru.md': written(`title: Б\n${russian}`),
  });

describe('applies', () => {
  it('gives each group its day, and the edition the earliest of them', () => {
    const edition = onlyEdition(written(`title: A\n${APPLIES}`));
    expect(edition).toMatchObject({ effective: { kind: 'day', day: '2026-07-01' }, onset: 'stated' });
    expect(edition.cohorts).toMatchObject([
      { to: 'new accounts', from: { day: '2026-07-01' }, place: { line: 3, column: 36, endColumn: 46 } },
      { to: 'opened before 1 July, 2026', from: { day: '2026-09-01' } },
    ]);
  });

  it('is sorted by the day; groups of one day stay in their order', () => {
    const groups = ['{to: c, from: 2026-09-01}', '{to: b, from: 2026-07-01}', '{to: a, from: 2026-07-01}'];
    const { cohorts } = onlyEdition(written(`title: A\napplies:\n  - ${groups.join('\n  - ')}`));
    expect(cohorts.map(({ to, place }) => `${to} ${place?.line}`)).toEqual(['b 5', 'a 6', 'c 4']);
  });

  it('is sorted by instants where a day begins in the zone of the site', () => {
    // The day begins at 21:00Z of the day before in Moscow.
    const line = 'applies: [{to: later, from: 2026-06-30T21:30Z}, {to: day, from: 2026-07-01}]';
    expect(onlyEdition(written(`title: A\n${line}`)).cohorts.map(({ to }) => to)).toEqual(['day', 'later']);
  });

  it('may repeat its earliest day in “effective”, in the same words or not', () => {
    expect(problems(APPLIES, 'effective: 2026-07-01')).toEqual([]);
    expect(problems(APPLIES, 'effective: 2026-07-01T00:00+03:00')).toEqual([]);
  });

  it('stands beside a publication of which only the month is known, and in a draft', () => {
    expect(problems(APPLIES, 'published: 2026-05')).toEqual([]);
    const edition = onlyEdition(written(`title: A\n${APPLIES}\npublished: 2026-05-20\nstatus: draft`));
    expect(edition).toMatchObject({ onset: 'stated', effective: { day: '2026-07-01' }, declared: { kind: 'draft' } });
  });

  it.each([
    ['another day is “effective”', [APPLIES, 'effective: 2026-07-02'], 'edition-groups 4:1'],
    ['the day is not known', [APPLIES, 'published: 2026-05-01', 'effective: unknown'], 'edition-groups 5:1'],
    [
      'it is that of publication',
      [APPLIES, 'effective: on-publication', 'published: 2026-07-01'],
      'edition-groups 4:1',
    ],
    ['there is one group', ['applies: [{to: all, from: 2026-07-01}]'], 'edition-value 3:10'],
    ['there is no group', ['applies: []'], 'edition-value 3:10'],
    [
      'a group is named twice',
      ['applies: [{to: all, from: 2026-07-01}, {to: all, from: 2026-08-01}]'],
      'edition-value 3:45',
    ],
    ['a group has no day', ['applies:', '  - {to: new, from: 2026-07-01}', '  - {to: old}'], 'edition-missing-key 5:5'],
    ['a day is a month', ['applies: [{to: new, from: 2026-07}, {to: old, from: 2026-09-01}]'], 'edition-value 3:27'],
    ['it is text', ['applies: to new accounts'], 'edition-value 3:10'],
  ])('is refused if %s', (_, lines, problem) => {
    expect(brief(problems(...lines))).toEqual([problem]);
  });

  it('says which day is the earliest, and where', () => {
    const [problem] = problems(APPLIES, 'effective: 2026-07-02');
    expect(problem?.message).toContain('“effective” is 2026-07-02');
    expect(problem?.hint).toContain('Delete the line “effective”');
    expect(problem?.related).toMatchObject([{ place: { line: 3, column: 36 } }]);
  });

  it('is not compared with “effective” while the zone of the site is not known', () => {
    const lines = `title: A\n${APPLIES}\neffective: 2026-07-01T00:00+03:00`;
    const files = (site: string) => ({ 'site.yaml': site, 'privacy/first.md': written(lines) });
    expect(parse(files(SITE.replace('Moscow', 'Moscwo'))).diagnostics.map(({ ruleId }) => ruleId)).toEqual([
      'site-value',
    ]);
    const otherwiseWrong = `${SITE}layout: page\n`;
    expect(parse(files(otherwiseWrong.replace('Europe/Moscow', 'UTC'))).diagnostics).toMatchObject([
      { ruleId: 'edition-groups' },
      { ruleId: 'site-unknown-key' },
    ]);
  });

  it('has names by language where translations give their own', () => {
    const { policies, diagnostics } = inRussian(
      'applies: [{to: новые, from: 2026-07-01}, {to: прежние, from: 2026-09-01}]',
    );
    expect(diagnostics).toEqual([]);
    expect(policies[0]?.editions[0]?.cohorts.map(({ to }) => to)).toEqual([
      { en: 'new accounts', ru: 'новые' },
      { en: 'opened before 1 July, 2026', ru: 'прежние' },
    ]);
  });

  it('counts for translations that do not repeat it', () => {
    const { policies } = inRussian('summary: Б');
    expect(policies[0]?.editions[0]).toMatchObject({
      effective: { day: '2026-07-01' },
      cohorts: [{ to: 'new accounts' }, { to: 'opened before 1 July, 2026' }],
    });
  });

  it.each([
    'applies: [{to: прежние, from: 2026-09-01}, {to: новые, from: 2026-07-01}]',
    'applies: [{to: новые, from: 2026-07-01}, {to: прежние, from: 2026-09-02}]',
    'applies: [{to: а, from: 2026-07-01}, {to: б, from: 2026-09-01}, {to: в, from: 2026-09-01}]',
  ])('must have the same days in the same order in a translation: %s', (line) => {
    const { diagnostics, policies } = inRussian(line);
    expect(brief(diagnostics)).toEqual(['edition-disagreement 3:1']);
    expect(diagnostics[0]?.place?.path).toBe('policies/privacy/first.ru.md');
    expect(policies).toEqual([]);
  });

  it('is read from a file with the line ends of Windows', () => {
    const lines = 'title: A\napplies:\n  - to: new\n    from: 2026-07-01\n  - to: old\n    from: soon';
    expect(brief(parseEdition(written(lines).replaceAll('\n', '\r\n')).diagnostics)).toEqual(['edition-value 7:11']);
  });
});
