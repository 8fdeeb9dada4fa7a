import { describe, expect, it } from 'vitest';
import { brief, EFFECTIVE, onlyEdition, parse, parseEdition, written } from './written.ts';

const announced = (line: string) => onlyEdition(written(`title: A\n${EFFECTIVE}\n${line}`)).announcedEffective;
const problems = (...lines: readonly string[]) => parseEdition(written(['title: A', ...lines].join('\n'))).diagnostics;

describe('announcedEffective', () => {
  it('is one moment or several, in the order they are written', () => {
    expect(announced('announcedEffective: 2026-02-01')).toEqual([{ kind: 'day', day: '2026-02-01' }]);
    expect(announced('announcedEffective: [2026-06-01, 2026-02-01T09:00Z]')).toMatchObject([
      { day: '2026-06-01' },
      { day: '2026-02-01', time: '09:00' },
    ]);
    expect(announced('announcedEffective:\n  - 2026-06-01\n  - 2026-02-01')).toHaveLength(2);
  });

  it('can stand in a draft', () => {
    expect(announced('announcedEffective: 2026-02-01\nstatus: draft')).toHaveLength(1);
  });

  it.each([
    ['a month', 'announcedEffective: 2026-02', 'edition-value 4:21'],
    ['no day of the calendar', 'announcedEffective: [2026-02-01, 2026-02-30]', 'edition-value 4:34'],
    ['nothing in brackets', 'announcedEffective: []', 'edition-value 4:21'],
    ['a group', 'announcedEffective: {on: 2026-02-01}', 'edition-value 4:21'],
    ['the date that holds', 'announcedEffective: [2026-02-01, 2026-03-01]', 'edition-announced 4:34'],
    ['the date that holds, alone', 'announcedEffective: 2026-03-01', 'edition-announced 4:21'],
    [
      'the instant at which the day that holds begins',
      'announcedEffective: 2026-03-01T00:00+03:00',
      'edition-announced 4:21',
    ],
    ['a date twice', 'announcedEffective: [2026-02-01, 2026-04-01, 2026-02-01]', 'edition-announced 4:46'],
  ])('is refused if it gives %s', (_, line, problem) => {
    expect(brief(problems(EFFECTIVE, line))).toEqual([problem]);
  });

  it('says in words that fit what it must be', () => {
    expect(problems(EFFECTIVE, 'announcedEffective: {on: 2026-02-01}')[0]).toMatchObject({
      message: 'announcedEffective: This must be text, or a list.',
    });
  });

  it('points at the date that is given before', () => {
    const [problem] = problems(EFFECTIVE, 'announcedEffective: [2026-02-01, 2026-02-01]');
    expect(problem).toMatchObject({ hint: 'Delete it here.', related: [{ place: { line: 4, column: 22 } }] });
  });

  it('does not go with a date that is not known', () => {
    const found = problems('published: 2019', 'effective: unknown', 'announcedEffective: 2019-05-01');
    expect(brief(found)).toEqual(['edition-announced 5:1']);
    expect(found[0]?.related).toMatchObject([{ place: { line: 4 } }]);
  });

  it('is compared with the first day of any group', () => {
    const applies = 'applies: [{to: new, from: 2026-07-01}, {to: old, from: 2026-09-01}]';
    expect(brief(problems(applies, 'announcedEffective: 2026-07-01'))).toEqual(['edition-announced 4:21']);
    expect(problems(applies, 'announcedEffective: 2026-09-01')).toEqual([]);
  });

  it('is checked beside other problems', () => {
    const found = problems('published: 2019-05', 'announcedEffective: [2019-02-01, 2019-02-01]', 'status: withdrawn');
    expect(brief(found)).toEqual(['edition-date 3:1', 'edition-announced 4:34', 'edition-status 5:1']);
  });

  it('is the same in all languages', () => {
    const texts = (russian: string) =>
      parse({
        'privacy/first.md': written(`title: A\n${EFFECTIVE}\nannouncedEffective: 2026-02-01`),
        'privacy/first.ru.md': written(`title: Б\nannouncedEffective: ${russian}`),
      }).diagnostics;
    expect(texts('[2026-02-01]')).toEqual([]);
    expect(texts('[2026-02-01, 2026-02-02]')[0]?.message).toContain('is 2026-02-01, 2026-02-02 here, but 2026-02-01');
  });
});
