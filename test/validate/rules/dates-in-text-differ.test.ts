import { describe, expect, it } from 'vitest';
import { dateInText } from '../../../src/validate/rules/date-in-text.ts';
import { datesInTextDiffer } from '../../../src/validate/rules/dates-in-text-differ.ts';
import { moment } from '../../builders.ts';
import { askOfText, shown } from '../diagnosed.ts';

const TWICE = 'Effective date: March 1, 2026\n\nAcme cares.\n\nThese terms are effective from 1 April 2026.\n';

describe('dates-in-text-differ', () => {
  it('reports, once, the date that the front matter does not give, and names the other', () => {
    const found = askOfText(datesInTextDiffer, TWICE);
    expect(found).toMatchObject([
      { ruleId: 'dates-in-text-differ', severity: 'warning', related: [{ place: { line: 5 } }] },
    ]);
    expect(shown(TWICE, found)).toEqual(['effective from 1 April 2026']);
    expect(found[0]?.hint).toContain('2026-03-01');
    expect(askOfText(dateInText, TWICE)).toEqual([]);
  });

  it('reports the first if the second is right', () => {
    const markdown = 'Last updated: 1 May 2025\n\nAcme cares.\n\n(Last updated: 1 March 2026)\n';
    expect(shown(markdown, askOfText(datesInTextDiffer, markdown))).toEqual(['Last updated: 1 May 2025']);
  });

  it('does not mix what is claimed', () => {
    expect(askOfText(datesInTextDiffer, 'Effective: 1 March 2026  \nLast updated: 20 February 2026')).toEqual([]);
  });

  it('takes a month and a day of it for the same, however they are written', () => {
    expect(askOfText(datesInTextDiffer, 'Last updated: March 2026\n\nLast updated: 01.03.2026')).toEqual([]);
  });

  it('takes three dates for a history', () => {
    const lines = ['Effective: 1 March 2026', 'Effective: 1 March 2025', 'Effective: 1 March 2024'];
    expect(askOfText(datesInTextDiffer, lines.join('\n\n'))).toEqual([]);
    expect(askOfText(datesInTextDiffer, lines.slice(1).join('\n\n'))).toHaveLength(1);
  });

  it('does not read a change log', () => {
    expect(
      askOfText(datesInTextDiffer, 'Effective: 1 March 2026\n\n## Change log\n\nEffective: 1 March 2025\n'),
    ).toEqual([]);
  });

  it('lets an edition apply to some from a later day', () => {
    const cohorts = [{ to: 'accounts opened before', from: moment('2026-04-01') }];
    expect(askOfText(datesInTextDiffer, TWICE, { cohorts })).toEqual([]);
  });
});
