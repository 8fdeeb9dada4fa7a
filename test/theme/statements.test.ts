import { beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../../src/model/policy.ts';
import { type DateFormat, loadDateFormat } from '../../src/theme/dates.ts';
import { intervalOf } from '../../src/theme/intervals.ts';
import { noticeOn } from '../../src/theme/notices.ts';
import { sentencesOn, sequelOf, type Voice } from '../../src/theme/statements.ts';
import { createStrings } from '../../src/theme/strings.ts';
import { arrange } from '../../src/timeline/arrange.ts';
import { edition, moment, policy, withdrawn } from '../builders.ts';
import { themeFiles } from './theme-files.ts';

const NBSP = /\u00A0/g;
let voices: { [language: string]: Voice };

beforeAll(async () => {
  const strings = createStrings(await themeFiles(), ['en', 'ru']);
  const voice = async (language: string): Promise<Voice> => ({
    language,
    words: strings.wordsFor(language),
    dates: await loadDateFormat(language),
  });
  voices = { en: await voice('en'), ru: await voice('ru') };
});

/** What the page of `id` says as of 25 November 2026, in one line. */
function said(id: string, editions: readonly Edition[], language = 'en') {
  const timeline = arrange(policy(editions), { asOf: Date.UTC(2026, 10, 25), timeZone: 'Europe/Moscow' });
  const dated = timeline?.editions.find((one) => one.edition.id === id);
  const voice = voices[language];
  if (timeline === undefined || dated === undefined || voice === undefined) throw new Error(`No ${id}`);
  const placement = { dated, timeline };
  const plain = (text: string | undefined) => (text ?? '').replace(NBSP, ' ');
  return {
    sentences: plain([...sentencesOn(placement, voice), ...sequelOf(placement, voice)].join(' ')),
    notice: plain(noticeOn(placement, voice)?.text),
    interval: plain(intervalOf(placement, voice)),
  };
}

const history = [
  edition('2018-05-25'),
  edition('2020-02-04'),
  edition('2027-01-01', { published: moment('2026-11-01') }),
];

describe('what a page says', () => {
  it('of the edition in force, when another is announced', () => {
    expect(said('2020-02-04', history)).toEqual({
      sentences:
        'In force from 4 February 2020 until 31 December 2026. From 1 January 2027 the following edition applies.',
      notice: 'From 1 January 2027 another edition applies.',
      interval: 'From 4 February 2020 until 31 December 2026',
    });
  });

  it('of a past edition: its last day, not the next one’s first', () => {
    expect(said('2018-05-25', history)).toEqual({
      sentences: 'In force from 25 May 2018 until 3 February 2020. From 4 February 2020 the following edition applies.',
      notice: 'This edition applied until 3 February 2020.',
      interval: 'From 25 May 2018 until 3 February 2020',
    });
  });

  it('of an announced edition', () => {
    expect(said('2027-01-01', history)).toEqual({
      sentences: 'Published on 1 November 2026; applies from 1 January 2027.',
      notice: 'This edition applies only from 1 January 2027.',
      interval: 'From 1 January 2027',
    });
  });

  it('where nothing was in force before', () => {
    expect(said('2027-01-01', [edition('2027-01-01')])).toMatchObject({
      sentences: 'Applies from 1 January 2027; nothing was in force before.',
      notice: 'This edition applies only from 1 January 2027; nothing was in force before.',
    });
  });

  it('of an edition superseded the same day', () => {
    const two = [edition('2020-02-04'), edition('2020-02-04', { id: '2020-02-04.2' })];
    expect(said('2020-02-04', two)).toEqual({
      sentences: 'Dated 4 February 2020 and superseded the same day by the following edition.',
      notice: 'This edition is dated 4 February 2020 and superseded the same day.',
      interval: 'Superseded the same day, 4 February 2020',
    });
  });

  it('of a withdrawn edition, and of the one that applies again', () => {
    const three = [edition('2020-02-04'), withdrawn('2021-01-01', '2022-01-01')];
    expect(said('2021-01-01', three).notice).toBe(
      'This edition is withdrawn with effect from 1 January 2022. Reason: Issued in error.',
    );
    expect(said('2020-02-04', three).sentences).toBe(
      'In force from 4 February 2020 until 31 December 2020. In force again from 1 January 2022.',
    );
  });

  it('of an instant: its time as written', () => {
    const noon = [edition('2020-02-04'), edition('2025-06-01T12:00:00+01:00', { id: 'noon' })];
    expect(said('2020-02-04', noon).interval).toBe('From 4 February 2020 until 1 June 2025, 12:00 (UTC+01:00)');
  });

  it('in Russian, with the last day included', () => {
    expect(said('2020-02-04', history, 'ru')).toEqual({
      sentences:
        'Действует с 4 февраля 2020 г. по 31 декабря 2026 г. включительно. С 1 января 2027 г. применяется следующая редакция.',
      notice: 'С 1 января 2027 г. применяется другая редакция.',
      interval: 'С 4 февраля 2020 г. по 31 декабря 2026 г. включительно',
    });
  });
});

describe('dates', () => {
  const day = async (language: string) => (await loadDateFormat(language)).day('2020-02-04').replace(NBSP, ' ');

  it.each([
    ['en', '4 February 2020'],
    ['ru', '4 февраля 2020 г.'],
    ['de', '4. Februar 2020'],
    ['fr', '4 février 2020'],
    ['pt-BR', '4 de fevereiro de 2020'],
    ['zh-Hans', '2020年2月4日'],
    ['ar', '4 فبراير 2020'],
  ])('are written as readers of %s write them', async (language, expected) => {
    expect(await day(language)).toBe(expected);
  });

  it('are ISO 8601 where the language has no words for them', async () => {
    expect(await day('tlh')).toBe('2020-02-04');
  });

  it('never move, wherever the machine stands', async () => {
    const format: DateFormat = await loadDateFormat('en');
    expect(format.lastOf({ kind: 'day', day: '2020-03-01' }).replace(NBSP, ' ')).toBe('29 February 2020');
  });
});
