import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/cli/outcome.ts';
import { PLAIN } from '../../src/cli/paint.ts';
import { siteFacts } from '../../src/cli/site-facts.ts';
import { summaryOf } from '../../src/cli/summary.ts';
import type { Site } from '../../src/index.ts';
import { arrangedSite } from '../arranged-site.ts';
import { edition, sampleSite } from './sample-site.ts';

const privacy = [edition('2019-01-01'), edition('2020-02-04'), edition('2027-01-01')];
const terms = [edition('2026-03-01')];
const written = { out: '/legal/dist', isDryRun: false, written: 2, unchanged: 1, removed: 1 };

function told({ site, written }: { readonly site: Site } & Pick<Outcome, 'written'>): string {
  const done = written === undefined ? {} : { written };
  return summaryOf({ diagnostics: [], site: siteFacts(site), ...done }, { cwd: '/legal', elapsed: 1234, paint: PLAIN });
}

/** What is said of the one policy that has these editions. */
function standing(...editions: Parameters<typeof sampleSite>[0][string]): string | undefined {
  return /^ {2}p {2}(.*)$/m.exec(told({ site: sampleSite({ p: editions }) }))?.[1];
}

test('tells as of when, what is in force and announced, and what was written', () => {
  expect(told({ site: sampleSite({ privacy, terms }), written })).toBe(`\
As of 25 November 2026, 12:00 (Europe/Moscow)
  privacy  in force since 4 February 2020; announced for 1 January 2027
  terms    in force since 1 March 2026
Next change: 1 January 2027, 00:00 (Europe/Moscow)
2 pages, 3 files in dist/: 2 written, 1 unchanged, 1 removed. Took 1.2 s.
`);
});

test('says that a dry run wrote nothing', () => {
  const text = told({ site: sampleSite({ terms }), written: { ...written, isDryRun: true } });
  expect(text).toContain('dist/: 2 would be written, 1 unchanged, 1 would be removed. Nothing was written. Took');
});

test('says what was checked where nothing was to be written', () => {
  expect(told({ site: sampleSite({ privacy, terms }) })).toMatch(
    /\nChecked 2 policies with 4 editions\. Took 1\.2 s\.\n$/,
  );
});

test('announces no change where none is to come', () => {
  expect(told({ site: sampleSite({ terms }) })).not.toContain('Next change');
});

describe('of a policy', () => {
  test('says that nothing is in force yet', () => {
    expect(standing(edition('2027-01-01'))).toBe('nothing in force; announced for 1 January 2027');
  });

  test('names an edition whose id is not its day', () => {
    expect(standing(edition('2020-02-04'), edition('2020-02-04.2', '2020-02-04'))).toBe(
      'in force since 4 February 2020 (2020-02-04.2)',
    );
  });

  test('names instants as they were written', () => {
    expect(standing(edition('v2', '2026-01-01T09:00+01:00'))).toBe(
      'in force since 1 January 2026, 09:00 (UTC+01:00) (v2)',
    );
  });

  test('marks drafts', () => {
    expect(standing(edition('2020-01-01'), edition('2027-01-01', '2027-01-01', { kind: 'draft' }))).toBe(
      'in force since 1 January 2020; draft for 1 January 2027',
    );
  });

  test('tells of a withdrawal to come', () => {
    const withdrawn = edition('2020-01-01', '2020-01-01', { kind: 'withdrawn', on: '2027-03-01', reason: 'r' });
    expect(standing(withdrawn)).toBe('in force since 1 January 2020, withdrawn from 1 March 2027');
  });

  test('counts from the withdrawal that brought an edition back', () => {
    const withdrawn = edition('2021-01-01', '2021-01-01', { kind: 'withdrawn', on: '2022-01-01', reason: 'r' });
    expect(standing(edition('2020-01-01'), withdrawn)).toBe('in force since 1 January 2022 (2020-01-01)');
  });

  test('tells that it ends or has ended', () => {
    const told = (on: string) => {
      const retired = { on, reason: 'r', replacedBy: [] };
      const site = arrangedSite({ p: { editions: [edition('2020-01-01')], retired } });
      return summaryOf({ diagnostics: [], site: siteFacts(site) }, { cwd: '/legal', elapsed: 0, paint: PLAIN }).split(
        '\n',
      )[1];
    };
    expect(told('2027-06-01')).toBe('  p  in force since 1 January 2020; ends on 1 June 2027');
    expect(told('2026-05-01')).toBe('  p  nothing in force; retired since 1 May 2026');
  });

  test('says where it is known only since when at the latest', () => {
    expect(standing({ ...edition('2015-12-31'), onset: 'unknown' })).toBe('in force since 31 December 2015 or earlier');
  });
});
