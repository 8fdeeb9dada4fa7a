import { afterEach, describe, expect, it, vi } from 'vitest';
import { dayValue, effectiveValue, momentValue } from '../../src/parse/moment-value.ts';
import { brief, onlyEdition, parseEdition, written } from './written.ts';

function adviceOn(text: string, schema: typeof effectiveValue | typeof momentValue | typeof dayValue = effectiveValue) {
  const result = schema.safeParse(text);
  const issue = result.error?.issues[0];
  if (issue?.code !== 'custom') throw new Error(`No advice on ${text}`);
  return { message: issue.message, hint: String(issue.params?.hint) };
}

describe('momentValue', () => {
  it('reads a day and an instant with an offset', () => {
    expect(momentValue.parse('2020-02-04')).toEqual({ kind: 'day', day: '2020-02-04' });
    expect(momentValue.parse('2020-02-04T00:30+03:00')).toMatchObject({
      kind: 'instant',
      day: '2020-02-04',
      instant: Date.UTC(2020, 1, 3, 21, 30),
    });
  });

  it.each([
    ['2020-2-4', '2020-02-04'],
    ['2020/02/04', '2020-02-04'],
    ['2020.2.4', '2020-02-04'],
    ['20200204', '2020-02-04'],
    ['2020-W05-2', '2020-01-28'],
    ['2020W052', '2020-01-28'],
    ['2020-035', '2020-02-04'],
    ['31-March-2026', '2026-03-31'],
    ['31st of March, 2026', '2026-03-31'],
    ['March 31, 2026', '2026-03-31'],
    ['Sept. 3, 2026', '2026-09-03'],
    ['31/12/2020', '2020-12-31'],
    ['12/31/2020', '2020-12-31'],
    ['04.04.2020', '2020-04-04'],
  ])('tells the author of %s to write %s', (text, day) => {
    expect(adviceOn(text).hint).toBe(`Write ${day}.`);
  });

  it.each(['2020–02–04', '“2020-02-04”', ' 2020-02-04'])('sees the day in %j', (text) => {
    expect(adviceOn(text).hint).toContain('Write 2020-02-04,');
  });

  it.each(['04.02.2020', '04/02/2020', '4-2-2020'])('names both days that %s can be', (text) => {
    const { message, hint } = adviceOn(text);
    expect(message).toContain('two different days');
    expect(hint).toBe('Write 2020-02-04 if 4 February 2020 is meant, or 2020-04-02 if 2 April 2020 is meant.');
  });

  it.each([
    ['2024-02-30', 'February 2024 has 29 days', '2024-02-29'],
    ['2023-02-29', 'February 2023 has 28 days', '2023-02-28'],
    ['2026-04-31', 'April 2026 has 30 days', '2026-04-30'],
    ['2024-13-01', 'there is no month 13', '2024-01-13 if 13 January 2024'],
  ])('says that %s is no day: %s', (text, words, cure) => {
    const { message, hint } = adviceOn(text);
    expect(message).toContain(words);
    expect(hint).toContain(cure);
  });

  it('asks for the day of a month', () => {
    expect(adviceOn('2020-02', momentValue)).toEqual({
      message: '“2020-02” names a month and no day.',
      hint: 'Add the day: for example 2020-02-01.',
    });
  });

  it.each(['2020', '04.02.20', 'TBD', 'tomorrow', '4 февраля 2020 г.', ''])('shows the form in place of %j', (text) => {
    expect(adviceOn(text).hint).toContain('for example 2026-03-01');
  });

  it.each([
    ['2020-02-04T09:00', 'does not say in which time zone'],
    ['2020-02-04 09:00', 'does not say in which time zone'],
    ['2020-02-04 09:00 MSK', 'differs from UTC'],
  ])('asks for the offset of %s', (text, words) => {
    const { message, hint } = adviceOn(text);
    expect(message).toContain(words);
    expect(hint).toContain('2020-02-04T09:00+03:00');
  });

  it.each([
    ['2020-02-04 9:00 +3', '2020-02-04T09:00+03:00'],
    ['2020-02-04T09:00+0300', '2020-02-04T09:00+03:00'],
    ['2020-02-04T09:00:00.000Z', '2020-02-04T09:00:00Z'],
    ['2020-02-04 09:00 UTC', '2020-02-04T09:00Z'],
  ])('tells the author of %s to write %s', (text, cure) => {
    expect(adviceOn(text).hint).toBe(`Write ${cure}.`);
  });

  it('refuses hours that a day does not have', () => {
    expect(adviceOn('2020-02-04T24:00Z').message).toContain('names no time of the day');
  });

  it('looks at no more of a long value than a day can take', () => {
    expect(adviceOn(`${'”'.repeat(60_000)}x`).message.length).toBeLessThan(200);
  });
});

describe('the zone of the machine', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'])('does not move a day: %s', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(adviceOn('31 March 2026').hint).toBe('Write 2026-03-31.');
    expect(adviceOn('2020-W05-2').hint).toBe('Write 2020-01-28.');
    expect(adviceOn('2024-02-30').message).toContain('February 2024 has 29 days');
    expect(adviceOn('04.02.2020').hint).toContain('2020-02-04 if 4 February 2020');
  });
});

describe('effectiveValue', () => {
  it('takes on-publication, and tells other spellings from it', () => {
    expect(effectiveValue.parse('on-publication')).toBe('on-publication');
    expect(adviceOn('On publication').hint).toBe('Write on-publication.');
    expect(adviceOn('upon_publication').hint).toBe('Write on-publication.');
  });

  it('takes unknown, and tells other spellings from it', () => {
    expect(effectiveValue.parse('unknown')).toBe('unknown');
    expect(adviceOn('Unknown').hint).toBe('Write unknown.');
    expect(adviceOn('not known').hint).toBe('Write unknown.');
  });

  it.each(['2020-02', '2020'])('asks for a day in place of %s, and says what to do if it is not known', (text) => {
    const { hint } = adviceOn(text);
    expect(hint).toContain(adviceOn(text, momentValue).hint);
    expect(hint).toContain(`write “effective: unknown” and “published: ${text}”`);
  });
});

describe('dayValue', () => {
  it('takes no instant, and says which day it is on', () => {
    expect(adviceOn('2020-02-04T09:00Z', dayValue).hint).toBe('Write 2020-02-04.');
  });
});

describe('a date in front matter', () => {
  it('keeps the civil day as written, wherever its instant falls elsewhere', () => {
    expect(onlyEdition(written('title: A\neffective: 2024-03-01T00:00:00+02:00')).effective).toMatchObject({
      day: '2024-03-01',
      time: '00:00:00',
      offset: '+02:00',
      instant: Date.UTC(2024, 1, 29, 22),
    });
  });

  it.each(['2024-02-30', '2024-13-01', '2020-2-4', '04.02.2020', '20200204', '2020-W05-2', '31-March-2026'])(
    'stops the edition and points at %s',
    (text) => {
      const { diagnostics, policies } = parseEdition(written(`title: A\npublished: ${text}\neffective: ${text}`));
      expect(brief(diagnostics)).toEqual(['edition-value 3:12', 'edition-value 4:12']);
      expect(policies).toEqual([]);
    },
  );
});
