import { describe, expect, it } from 'vitest';
import { parseSpan } from '../../../src/model/civil-date.ts';
import { correctionDate } from '../../../src/validate/rules/correction-date.ts';
import { moment } from '../../builders.ts';
import { ask, placed } from '../diagnosed.ts';

/** Asked on 25 November 2026. */
const said = (on: string, published?: string) =>
  ask(correctionDate, [
    placed('2026-03-01', {
      corrections: [{ on, language: 'en', was: 'recieve', now: 'receive', reason: 'Typing error' }],
      ...(published === undefined ? {} : { published: parseSpan(published) ?? moment(published) }),
    }),
  ]).map(({ severity, message }) => `${severity}: ${message}`);

describe('correction-date', () => {
  it('refuses a correction of what was not published yet', () => {
    expect(said('2026-01-31', '2026-02-01')).toEqual([
      'error: The correction of the edition “2026-03-01” is dated 2026-01-31, before the edition was published on 2026-02-01.',
    ]);
    expect(said('2026-01-31', '2026-02')[0]).toContain('before the edition was published in 2026-02.');
  });

  it('counts from the day of taking force where no publication is given', () => {
    expect(said('2026-02-28')).toEqual([
      'error: The correction of the edition “2026-03-01” is dated 2026-02-28, before the edition took force on 2026-03-01, and no day of publication is given.',
    ]);
  });

  it('refuses a correction of a day to come', () => {
    expect(said('2026-11-26', '2026-02-01')).toEqual([
      'warning: The correction of the edition “2026-03-01” is dated 2026-11-26, and the site is built for 2026-11-25.',
    ]);
  });

  it('takes the day of publication, of taking force, and today', () => {
    for (const [on, published] of [
      ['2026-02-01', '2026-02-01'],
      ['2026-02-01', '2026-02'],
      ['2026-02-10', '2026-02-01'],
      ['2026-03-01', undefined],
      ['2026-11-25', '2026-02-01'],
    ] as const)
      expect(said(on, published)).toEqual([]);
  });
});
