import { describe, expect, it } from 'vitest';
import { appliedOn } from '../../src/model/applied-on.ts';
import { arrangedTimeline, type PolicyCase } from '../arranged-site.ts';
import { edition, moment, withdrawn } from '../builders.ts';

/** The answers to `asked`, each as `edition` or kind, with the times of day between which it holds. */
function answers(asked: string, given: PolicyCase, timeZone = 'Europe/Moscow') {
  const timeline = arrangedTimeline(given, { config: { timeZone } });
  return appliedOn(timeline, { moment: moment(asked), timeZone }).map(({ answer, from, until }) => {
    const what = answer.kind === 'edition' ? answer.edition : answer.kind;
    return [
      what,
      ...(from === undefined ? [] : ['from', from.day]),
      ...(until === undefined ? [] : ['until', until.day]),
    ].join(' ');
  });
}

const noon = edition('2025-06-01T12:00+03:00', { id: 'noon' });
const two = [edition('2020-02-04'), noon];

describe('appliedOn', () => {
  it('gives a day one answer where nothing changes in its course', () => {
    expect(answers('2020-02-03', two)).toEqual(['before-first']);
    expect(answers('2020-02-04', two)).toEqual(['2020-02-04']);
    expect(answers('2025-05-31', two)).toEqual(['2020-02-04']);
    expect(answers('2025-06-02', two)).toEqual(['noon']);
  });

  it('gives both answers for a day on which something changes at noon', () => {
    expect(answers('2025-06-01', two)).toEqual(['2020-02-04 until 2025-06-01', 'noon from 2025-06-01']);
  });

  it('tells the moments of the change as they were written', () => {
    const parts = appliedOn(arrangedTimeline(two), { moment: moment('2025-06-01'), timeZone: 'Europe/Moscow' });
    expect(parts.map(({ from, until }) => [from, until])).toEqual([
      [undefined, noon.effective],
      [noon.effective, undefined],
    ]);
    expect(parts.map(({ fromInstant }) => new Date(fromInstant).toISOString())).toEqual([
      '2025-05-31T21:00:00.000Z',
      '2025-06-01T09:00:00.000Z',
    ]);
  });

  it('gives an instant one answer, to the millisecond', () => {
    expect(answers('2025-06-01T11:59:59+03:00', two)).toEqual(['2020-02-04']);
    expect(answers('2025-06-01T12:00+03:00', two)).toEqual(['noon']);
    expect(answers('2025-06-01T09:00Z', two)).toEqual(['noon']);
  });

  it('begins and ends a day by the clocks of the zone', () => {
    // Noon in Moscow is 23:00 of the day before in Honolulu.
    expect(answers('2025-05-31', two, 'Pacific/Honolulu')).toEqual([
      '2020-02-04 until 2025-06-01',
      'noon from 2025-06-01',
    ]);
    expect(answers('2025-06-01', two, 'Pacific/Honolulu')).toEqual(['noon']);
  });

  it('takes a day that the zone skipped for the instant of the gap', () => {
    const samoan = [edition('2011-01-01'), edition('2011-12-31')];
    expect(answers('2011-12-29', samoan, 'Pacific/Apia')).toEqual(['2011-01-01']);
    expect(answers('2011-12-30', samoan, 'Pacific/Apia')).toEqual(['2011-12-31']);
  });

  it('answers for the last day that has a name', () => {
    expect(answers('9999-12-31', two)).toEqual(['noon']);
  });

  it('knows times without a text', () => {
    expect(answers('2022-05-05', [withdrawn('2020-02-04', '2022-01-01')])).toEqual(['none']);
    const retired = { on: '2022-01-01', reason: 'r', replacedBy: [] };
    expect(answers('2021-12-31', { editions: [edition('2020-02-04')], retired })).toEqual(['2020-02-04']);
    expect(answers('2022-01-01', { editions: [edition('2020-02-04')], retired })).toEqual(['none']);
  });
});
