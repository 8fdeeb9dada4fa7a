import { expect, test } from 'vitest';
import { decideNow, type NowInput } from '../../src/cli/now.ts';

const CLOCK = Date.parse('2026-11-25T09:00:00Z');

function decide(input: Partial<NowInput>) {
  return decideNow({ clock: () => CLOCK, ...input });
}

test('asks the clock if nothing else says', () => {
  expect(decide({})).toEqual({ kind: 'moment', asOf: CLOCK, origin: 'the clock' });
});

test('prefers SOURCE_DATE_EPOCH to the clock', () => {
  expect(decide({ sourceDateEpoch: '1580774400' })).toMatchObject({ asOf: Date.parse('2020-02-04T00:00:00Z') });
});

test('prefers --as-of to SOURCE_DATE_EPOCH, and hands it on as written', () => {
  expect(decide({ asOf: '2020-02-04', sourceDateEpoch: 'nonsense' })).toMatchObject({ asOf: '2020-02-04' });
  expect(decide({ asOf: '2020-02-04T12:00+03:00' })).toMatchObject({ asOf: '2020-02-04T12:00+03:00' });
});

test('reads the clock only if it decides', () => {
  const clock = () => {
    throw new Error('read');
  };
  expect(decide({ asOf: '2020-02-04', clock }).kind).toBe('moment');
  expect(decide({ sourceDateEpoch: '0', clock })).toMatchObject({ asOf: 0 });
});

test.each([
  ['2020-2-4', 'it is neither a day nor an instant', 'Write --as-of 2020-02-04.'],
  ['2020.02.04', 'it is neither a day nor an instant', 'Write --as-of 2020-02-04.'],
  ['2020-02-30', 'the calendar has no such day', 'Write a day, as in --as-of 2020-02-04, or an instant'],
  ['2020-02-04T12:00', 'a time of day needs its offset from UTC', 'Write --as-of 2020-02-04T12:00Z for UTC'],
  ['tomorrow', 'it is neither a day nor an instant', 'Write a day, as in --as-of 2020-02-04, or an instant'],
  ['', 'it is neither a day nor an instant', 'Write a day, as in --as-of 2020-02-04, or an instant'],
])('refuses --as-of %s and tells what to write', (asOf, fault, cure) => {
  expect(decide({ asOf })).toEqual({
    kind: 'problem',
    message: `--as-of cannot be "${asOf}": ${fault}.`,
    hint: expect.stringContaining(cure),
  });
});

test.each(['', '1.5', '-1', '2020-02-04', '1e9', '253402300800', ' 1'])(
  'refuses SOURCE_DATE_EPOCH "%s"',
  (sourceDateEpoch) => {
    expect(decide({ sourceDateEpoch })).toMatchObject({ kind: 'problem', hint: expect.stringContaining('git log -1') });
  },
);
