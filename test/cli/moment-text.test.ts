import { expect, test } from 'vitest';
import { instantText, momentText } from '../../src/cli/moment-text.ts';
import { type Moment, parseMoment } from '../../src/model/civil-date.ts';

function moment(text: string): Moment {
  const parsed = parseMoment(text);
  if (parsed === undefined) throw new Error(`${text} is no moment`);
  return parsed;
}

test('tells a day and an instant as they were written', () => {
  expect(momentText(moment('2020-02-04'))).toBe('4 February 2020');
  expect(momentText(moment('2020-02-04T23:30+03:00'))).toBe('4 February 2020, 23:30 (UTC+03:00)');
  expect(momentText(moment('2020-02-04T23:30:00+03:00'))).toBe('4 February 2020, 23:30 (UTC+03:00)');
  expect(momentText(moment('2020-02-04T23:30:15Z'))).toBe('4 February 2020, 23:30:15 (UTC)');
});

test('tells an instant by the clocks of the zone, not of this machine', () => {
  expect(instantText(Date.parse('2026-11-25T09:00:00Z'), 'Europe/Moscow')).toBe(
    '25 November 2026, 12:00 (Europe/Moscow)',
  );
  expect(instantText(Date.parse('2026-01-01T02:30:00Z'), 'America/New_York')).toBe(
    '31 December 2025, 21:30 (America/New_York)',
  );
  expect(instantText(Date.parse('2026-01-01T00:00:00Z'), 'Asia/Kathmandu')).toBe(
    '1 January 2026, 05:45 (Asia/Kathmandu)',
  );
});
