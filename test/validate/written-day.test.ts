import { de } from 'date-fns/locale/de';
import { enGB } from 'date-fns/locale/en-GB';
import { es } from 'date-fns/locale/es';
import { fr } from 'date-fns/locale/fr';
import { it as italian } from 'date-fns/locale/it';
import { ja } from 'date-fns/locale/ja';
import { nl } from 'date-fns/locale/nl';
import { pl } from 'date-fns/locale/pl';
import { pt } from 'date-fns/locale/pt';
import { ru } from 'date-fns/locale/ru';
import { uk } from 'date-fns/locale/uk';
import { describe, expect, it } from 'vitest';
import { readWrittenDay } from '../../src/validate/written-day.ts';

const read = (words: string, locale = enGB) => readWrittenDay(words, locale)?.readings;

describe('readWrittenDay', () => {
  it.each([
    ['2026-03-01', enGB],
    ['2026/3/1', enGB],
    ['1 March 2026', enGB],
    ['March 1, 2026', enGB],
    ['Mar. 1st 2026', enGB],
    ['1st of March, 2026', enGB],
    ['Sunday, March 1, 2026', enGB],
    ['01.03.2026', de],
    ['1.3.26', de],
    ['1. März 2026', de],
    ['1er mars 2026', fr],
    ['1 de marzo de 2026', es],
    ['1º marzo 2026', italian],
    ['1 maart 2026', nl],
    ['1 marca 2026 r.', pl],
    ['1 de março de 2026', pt],
    ['1 марта 2026 г.', ru],
    ['«01» марта 2026 года', ru],
    ['1 березня 2026 р.', uk],
    ['2026年3月1日', ja],
    ['2026 年 3 月 1 日', ja],
  ])('reads %s', (words, locale) => {
    expect(read(words, locale)).toEqual(['2026-03-01']);
  });

  it('reads English months in a text of any language', () => {
    expect(read('March 1, 2026', ru)).toEqual(['2026-03-01']);
    expect(read('Sept. 9, 2026', de)).toEqual(['2026-09-09']);
  });

  it('leaves it open which number is the month, but not between points', () => {
    expect(read('01/03/2026')).toEqual(['2026-03-01', '2026-01-03']);
    expect(read('13/03/2026')).toEqual(['2026-03-13']);
    expect(read('03/13/2026')).toEqual(['2026-03-13']);
    expect(read('03.01.2026', de)).toEqual(['2026-01-03']);
  });

  it('reads a month without a day', () => {
    expect(read('March 2026.')).toEqual(['2026-03']);
    expect(read('marzo de 2026', es)).toEqual(['2026-03']);
    expect(read('2026年3月', ja)).toEqual(['2026-03']);
  });

  it('knows where the date ends', () => {
    expect(readWrittenDay('March 1, 2026, version 3', enGB)?.length).toBe('March 1, 2026'.length);
  });

  it.each([
    '30 February 2026',
    'Version 2026',
    '1.2.3',
    '2026',
    '99/99/2026',
    'Clause 4 2026',
    'the 1 March 2026',
    '12345-01-01',
  ])('finds no day in %s', (words) => {
    expect(read(words)).toBeUndefined();
  });
});
