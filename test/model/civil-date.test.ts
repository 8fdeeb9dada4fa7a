import { describe, expect, it } from 'vitest';
import {
  dayAfter,
  dayBefore,
  dayOf,
  daysBetween,
  instantOf,
  isTimeZone,
  momentIso,
  parseCivilDate,
  parseMoment,
  startOfDay,
} from '../../src/model/civil-date.ts';

const utc = (instant: number) => new Date(instant).toISOString();

describe('parseCivilDate', () => {
  it.each(['2020-02-04', '2024-02-29', '0999-12-31', '9999-12-31'])('takes the day %s', (text) => {
    expect(parseCivilDate(text)).toBe(text);
  });

  it.each([
    ...['2024-02-30', '2023-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '0000-01-01'],
    ...['2020-2-4', '04.02.2020', '20200204', '2020-W05-2', '2020-02', '31-March-2026', ' 2020-02-04', ''],
  ])('refuses %j', (text) => {
    expect(parseCivilDate(text)).toBeUndefined();
  });
});

describe('parseMoment', () => {
  it('keeps a day as it is written', () => {
    expect(parseMoment('2020-02-04')).toEqual({ kind: 'day', day: '2020-02-04' });
  });

  it('keeps the day, time and offset of an instant as they are written', () => {
    expect(parseMoment('2020-02-04T00:00:00+02:00')).toEqual({
      kind: 'instant',
      instant: Date.UTC(2020, 1, 3, 22),
      day: '2020-02-04',
      time: '00:00:00',
      offset: '+02:00',
    });
  });

  it.each(['2020-02-04T12:00', '2020-02-30T12:00Z', '2020-02-04T24:00Z', '2020-02-04T12:61Z', 'tomorrow'])(
    'refuses %j',
    (text) => {
      expect(parseMoment(text)).toBeUndefined();
    },
  );
});

describe('startOfDay', () => {
  // Expected instants are worked out by hand from the tz database's rules for each zone.
  it.each([
    ['2020-02-04', 'Europe/Moscow', '2020-02-03T21:00:00.000Z'],
    ['2020-02-04', 'America/Los_Angeles', '2020-02-04T08:00:00.000Z'],
    ['2020-02-04', 'Pacific/Kiritimati', '2020-02-03T10:00:00.000Z'],
    ['2020-02-04', 'Asia/Kolkata', '2020-02-03T18:30:00.000Z'],
    ['2020-02-04', 'UTC', '2020-02-04T00:00:00.000Z'],
  ])('of %s in %s is %s', (day, zone, expected) => {
    expect(utc(startOfDay(day, zone))).toBe(expected);
  });

  it('is the end of the gap where the zone skips midnight', () => {
    expect(utc(startOfDay('2018-11-04', 'America/Sao_Paulo'))).toBe('2018-11-04T03:00:00.000Z');
    expect(utc(startOfDay('2024-03-31', 'Asia/Beirut'))).toBe('2024-03-30T22:00:00.000Z');
  });

  it('is the first midnight where midnight comes twice', () => {
    expect(utc(startOfDay('2024-10-27', 'Atlantic/Azores'))).toBe('2024-10-27T00:00:00.000Z');
    expect(utc(startOfDay('2006-10-29', 'America/St_Johns'))).toBe('2006-10-29T02:30:00.000Z');
  });

  it('is the next day where the zone skips the whole day', () => {
    expect(utc(startOfDay('2011-12-30', 'Pacific/Apia'))).toBe('2011-12-30T10:00:00.000Z');
    expect(utc(startOfDay('2011-12-31', 'Pacific/Apia'))).toBe('2011-12-30T10:00:00.000Z');
  });
});

describe('dayOf', () => {
  it('tells the civil day of an instant in the zone, not on this machine', () => {
    const instant = Date.UTC(2020, 1, 3, 21);
    expect(dayOf(instant, 'Europe/Moscow')).toBe('2020-02-04');
    expect(dayOf(instant - 1, 'Europe/Moscow')).toBe('2020-02-03');
    expect(dayOf(instant, 'America/New_York')).toBe('2020-02-03');
  });
});

describe('dayBefore', () => {
  it.each([
    ['2020-03-01', '2020-02-29'],
    ['2021-03-01', '2021-02-28'],
    ['2021-01-01', '2020-12-31'],
  ])('of %s is %s', (day, expected) => {
    expect(dayBefore(day)).toBe(expected);
  });
});

describe('instantOf', () => {
  it('reads a day in the zone and leaves an instant alone', () => {
    const instant = parseMoment('2020-02-04T12:00:00+01:00');
    expect(instant && utc(instantOf(instant, 'Asia/Tokyo'))).toBe('2020-02-04T11:00:00.000Z');
    expect(utc(instantOf({ kind: 'day', day: '2020-02-04' }, 'Asia/Tokyo'))).toBe('2020-02-03T15:00:00.000Z');
  });
});

describe('isTimeZone', () => {
  it('knows the names of the tz database and nothing else', () => {
    expect(['Europe/Moscow', 'UTC', 'America/Argentina/Buenos_Aires'].every(isTimeZone)).toBe(true);
    expect(['Mars/Phobos', 'moscow', '+03:00', '', 'Europe/Moscow ', '../etc'].some(isTimeZone)).toBe(false);
  });
});

describe('dayAfter', () => {
  it('knows months, leap years and the last day that has a name', () => {
    expect(['2026-12-31', '2024-02-28', '2023-02-28'].map(dayAfter)).toEqual([
      '2027-01-01',
      '2024-02-29',
      '2023-03-01',
    ]);
    expect(dayAfter('9999-12-31')).toBeUndefined();
  });
});

describe('daysBetween', () => {
  it('counts days, whatever clocks do on them', () => {
    expect(daysBetween('2026-11-25', '2027-03-01')).toBe(96);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
    expect(daysBetween('2026-03-30', '2026-03-30')).toBe(0);
  });
});

describe('momentIso', () => {
  it.each(['2020-02-04', '2020-02-04T23:30+03:00', '2020-02-04T23:30:15Z'])('writes %s as it was read', (text) => {
    const moment = parseMoment(text);
    expect(moment && momentIso(moment)).toBe(text);
  });
});
