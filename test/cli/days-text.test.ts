import { expect, test } from 'vitest';
import { daysText } from '../../src/cli/days-text.ts';

test('says how far a day is', () => {
  expect([-3, -1, 0, 1, 2, 96].map(daysText)).toEqual([
    '3 days ago',
    'yesterday',
    'today',
    'tomorrow',
    'in 2 days',
    'in 96 days',
  ]);
});
