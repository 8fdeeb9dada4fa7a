import { describe, expect, it } from 'vitest';
import { dateInText } from '../../../src/validate/rules/date-in-text.ts';
import { moment, text } from '../../builders.ts';
import { ask, askOfText, draft, placed, shown } from '../diagnosed.ts';

const UPDATED = 'Acme cares.\n\n*Last updated: February 20, 2026*\n';
const published = (day: string) => ({ published: moment(day) });

describe('date-in-text', () => {
  it('points at the date in the text and at the one in the front matter', () => {
    const markdown = 'Acme cares.\n\n**Effective date:** 1 April 2026\n';
    const [first, ...others] = askOfText(dateInText, markdown);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      ruleId: 'date-in-text',
      severity: 'warning',
      place: { path: 'policies/privacy/2026-03-01.md', line: 7, column: 3 },
      message: 'The text says “Effective date: 1 April 2026”, but by its front matter it takes force on 2026-03-01.',
      related: [{ place: { line: 3 } }],
    });
    expect(shown(markdown, first === undefined ? [] : [first])).toEqual(['Effective date:** 1 April 2026']);
    expect(first?.hint).toContain('Write 2026-03-01');
  });

  it('is content with an update on the day of publication, of taking force or of a correction', () => {
    expect(askOfText(dateInText, UPDATED, published('2026-02-20'))).toEqual([]);
    expect(askOfText(dateInText, 'Last updated: 1 March 2026', published('2026-02-20'))).toEqual([]);
    const corrections = [{ on: '2026-04-02', was: 'a', now: 'b', reason: 'Typing error' }];
    expect(askOfText(dateInText, 'Last updated: 2 April 2026', { corrections })).toEqual([]);
    expect(askOfText(dateInText, UPDATED, published('2026-02-21'))).toHaveLength(1);
  });

  it('does not take the day of publication for the day of taking force', () => {
    expect(askOfText(dateInText, 'Effective: February 20, 2026', published('2026-02-20'))).toHaveLength(1);
  });

  it('proposes to add the day of publication', () => {
    expect(askOfText(dateInText, UPDATED)[0]?.hint).toContain('published: 2026-02-20');
  });

  it('compares an instant by the day that its author wrote', () => {
    const at = (effective: string) => [placed(effective, { id: 'a' }, { markdown: 'Effective: 1 March 2026' })];
    expect(ask(dateInText, at('2026-03-01T23:30-08:00'))).toEqual([]);
    expect(ask(dateInText, at('2026-02-28T23:30-08:00'))).toHaveLength(1);
  });

  it('lets a month stand for each of its days, and a number for day or month', () => {
    expect(askOfText(dateInText, 'Effective: March 2026')).toEqual([]);
    expect(askOfText(dateInText, 'Effective: April 2026')).toHaveLength(1);
    expect(askOfText(dateInText, 'Effective: 03/01/2026')).toEqual([]);
    expect(askOfText(dateInText, 'Effective: 01/03/2026')).toEqual([]);
    expect(askOfText(dateInText, 'Effective: 01/04/2026')).toHaveLength(1);
  });

  it('knows an edition that applies to some from a later day', () => {
    const cohorts = [{ to: 'accounts opened before', from: moment('2026-05-01') }];
    expect(askOfText(dateInText, 'Effective: 1 May 2026', { cohorts })).toEqual([]);
    expect(askOfText(dateInText, 'Effective: 2 May 2026', { cohorts })).toHaveLength(1);
  });

  it('says nothing where the front matter does not know', () => {
    expect(askOfText(dateInText, 'Effective: 1 May 2020', { onset: 'unknown' })).toEqual([]);
  });

  it('takes what was published for the first edition if the text says when it was updated', () => {
    expect(askOfText(dateInText, 'Published: 1 May 2010  \nLast updated: 1 March 2026')).toEqual([]);
    expect(askOfText(dateInText, 'Published: 1 May 2010')).toHaveLength(1);
  });

  it('reports one date once, with its further places', () => {
    const [first, ...others] = askOfText(dateInText, `${UPDATED}\nMore.\n\n${UPDATED}`, published('2026-02-21'));
    expect(others).toEqual([]);
    expect(first?.related).toMatchObject([{ place: { line: 13 } }, { place: { line: 3 } }]);
  });

  it('leaves two different dates to the rule for that', () => {
    expect(askOfText(dateInText, 'Last updated: 1 May 2020\n\nLast updated: 2 May 2020')).toEqual([]);
  });

  it('asks every language, in the words of each', () => {
    const path = 'policies/privacy/2026-03-01.ru.md';
    const russian = text('Действует с 2 марта 2026 г.', { language: 'ru', path });
    const english = text('Effective from 1 March 2026.');
    expect(ask(dateInText, [placed('2026-03-01', { texts: [english, russian] })])).toMatchObject([{ place: { path } }]);
  });

  it('asks only the edition that takes force last', () => {
    const old = placed('2025-03-01', {}, { markdown: UPDATED });
    expect(ask(dateInText, [old, placed('2026-03-01')])).toEqual([]);
    expect(ask(dateInText, [old, placed('2026-03-01', draft)])).toHaveLength(1);
    const declared = { kind: 'withdrawn', on: '2026-04-01', reason: 'Issued in error' } as const;
    expect(ask(dateInText, [placed('2026-03-01', { declared }, { markdown: UPDATED })])).toEqual([]);
  });
});
