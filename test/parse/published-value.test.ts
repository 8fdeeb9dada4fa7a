import { describe, expect, it } from 'vitest';
import { publishedValue } from '../../src/parse/published-value.ts';

function adviceOn(text: string) {
  const issue = publishedValue.safeParse(text).error?.issues[0];
  if (issue?.code !== 'custom') throw new Error(`No advice on ${text}`);
  return { message: issue.message, hint: String(issue.params?.hint) };
}

describe('publishedValue', () => {
  it('reads a day, an instant, a month and a year', () => {
    expect(publishedValue.parse('2020-02-04')).toEqual({ kind: 'day', day: '2020-02-04' });
    expect(publishedValue.parse('2020-02-04T09:00Z')).toMatchObject({ kind: 'instant', day: '2020-02-04' });
    expect(publishedValue.parse('2020-02')).toMatchObject({ kind: 'month', firstDay: '2020-02-01', day: '2020-02-29' });
    expect(publishedValue.parse('2019')).toMatchObject({ kind: 'year', firstDay: '2019-01-01', day: '2019-12-31' });
  });

  it.each(['2020-2', '2020/02', '2.2020', '02-2020', 'February 2020', 'Feb. 2020', '2020 February'])(
    'tells the author of %j which month to write',
    (text) => {
      expect(adviceOn(text)).toEqual({
        message: `“${text}” is not in the form YYYY-MM.`,
        hint: 'Write 2020-02; or, if the day is known, the day.',
      });
    },
  );

  it.each([
    ['2020–02', 'Write 2020-02,'],
    ['“2019”', 'Write 2019,'],
    ['4 February 2020', 'Write 2020-02-04.'],
    ['2020-02-30', '2020-02-29'],
    ['2020-13', 'for example 2026-03-01'],
    ['Feb 20', 'for example 2026-03-01'],
    ['unknown', 'for example 2026-03-01'],
  ])('advises on %j: %s', (text, words) => {
    expect(adviceOn(text).hint).toContain(words);
  });
});
