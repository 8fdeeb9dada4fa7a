import { describe, expect, it } from 'vitest';
import { brief, EFFECTIVE, onlyEdition, parse, parseEdition, written } from './written.ts';

const edition = (lines: string) => onlyEdition(written(`title: A\n${lines}`));
const problems = (lines: string) => parseEdition(written(`title: A\n${lines}`)).diagnostics;

describe('the day from which an edition applies', () => {
  it.each([
    ['2019', '2019-12-31'],
    ['2020-02', '2020-02-29'],
    ['2020-02-04', '2020-02-04'],
  ])('is, where it is not known, the last day of its publication in %s', (published, day) => {
    const { effective, onset } = edition(`published: ${published}\neffective: unknown`);
    expect({ effective, onset }).toEqual({ effective: { kind: 'day', day }, onset: 'unknown' });
  });

  it('is the instant of publication where that is known and the rest is not', () => {
    const found = edition('effective: unknown\npublished: 2020-02-04T09:00+03:00');
    expect(found.effective).toEqual(found.published);
    expect(found.effective).toMatchObject({ kind: 'instant', time: '09:00' });
  });

  it('keeps the month or year of publication as it is written', () => {
    expect(edition('published: 2019\neffective: unknown').published).toMatchObject({ kind: 'year', written: '2019' });
    expect(edition(`published: 2026-02\n${EFFECTIVE}`)).toMatchObject({
      published: { kind: 'month', written: '2026-02' },
      effective: { day: '2026-03-01' },
      onset: 'stated',
    });
  });

  it('is that of publication if nothing else is said', () => {
    expect(edition('published: 2026-02-01').onset).toBe('on-publication');
  });

  it('cannot be unknown without a publication', () => {
    const [problem, ...others] = problems('effective: unknown');
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ ruleId: 'edition-date', place: { line: 3, column: 1 } });
    expect(problem?.hint).toContain('“published: 2019-05”');
  });

  it.each(['published: 2019-05', 'published: 2019-05\neffective: on-publication'])(
    'cannot be the day of publication where only its month is given: %j',
    (lines) => {
      const [problem, ...others] = problems(lines);
      expect(others).toEqual([]);
      expect(problem).toMatchObject({ ruleId: 'edition-date', place: { line: 3, column: 1 } });
      expect(problem?.message).toContain('names a month and no day');
      expect(problem?.hint).toContain('“effective: unknown”');
    },
  );

  it('can be unknown in a draft, and in a file with the line ends of Windows', () => {
    const front = 'title: A\npublished: 2019\neffective: unknown\nstatus: draft';
    expect(onlyEdition(written(front).replaceAll('\n', '\r\n'))).toMatchObject({
      effective: { day: '2019-12-31' },
      onset: 'unknown',
      declared: { kind: 'draft' },
    });
  });

  it('must be unknown, or known, in all languages alike', () => {
    const texts = (russian: string) =>
      parse({
        'privacy/first.md': written('title: A\npublished: 2019-05\neffective: unknown'),
        'privacy/first.ru.md': written(`title: Б\n${russian}`),
      }).diagnostics;
    expect(texts('published: 2019-05\neffective: unknown')).toEqual([]);
    expect(brief(texts('published: 2019\neffective: 2019-05-31'))).toEqual([
      'edition-disagreement 3:1',
      'edition-disagreement 4:1',
    ]);
  });
});

describe('retroactive', () => {
  it('is what is written, and false if nothing is', () => {
    expect(edition(`${EFFECTIVE}\npublished: 2026-04-01\nretroactive: true`).isRetroactive).toBe(true);
    expect(edition(`${EFFECTIVE}\nretroactive: false`).isRetroactive).toBe(false);
  });

  it('takes nothing but true and false', () => {
    const found = problems(`${EFFECTIVE}\nretroactive: yes`);
    expect(brief(found)).toEqual(['edition-value 4:14']);
    expect(found[0]?.hint).toBe('Write “true”.');
  });

  it('is the same in all languages', () => {
    const { diagnostics } = parse({
      'privacy/first.md': written(`title: A\n${EFFECTIVE}\nretroactive: true`),
      'privacy/first.ru.md': written('title: Б\nretroactive: false'),
    });
    expect(brief(diagnostics)).toEqual(['edition-disagreement 3:1']);
    expect(diagnostics[0]?.message).toContain('is false here, but true');
  });
});
