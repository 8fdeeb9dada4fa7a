/** A language's words of dates go in; patterns for days, months and years come out. */
import type { SubstanceWords } from '../substance-words/words.ts';
import { HAS_DIGIT, type Pattern } from './pattern.ts';

export type DateWords = Pick<SubstanceWords, 'months' | 'daySuffix' | 'yearSuffix'>;

/** A number that is a year, if nothing else claims it. */
export function yearPattern({ yearSuffix }: DateWords): Pattern {
  return {
    kind: 'date',
    sign: HAS_DIGIT,
    pattern: bounded(`(?<year>19\\d{2}|20[0-3]\\d)${yearSuffix}(?![.,/:-]?\\d)`),
    keyOf: ({ groups = {} }) => keyFrom(groups.year, undefined, undefined),
  };
}

/** Dates in words, then in digits. One date in two spellings has one key. */
export function datePatterns({ months, daySuffix, yearSuffix }: DateWords): Pattern[] {
  const year = `(?<year>(?:19|20)\\d{2})${yearSuffix}`;
  const day = `[«"“]?(?<day>0?[1-9]|[12]\\d|3[01])[»"”]?${daySuffix}`;
  const month = `(?<month>${months.join('|')})`;
  const keyOf = ({ groups = {} }: RegExpExecArray) =>
    keyFrom(
      groups.year,
      String(months.findIndex((source) => new RegExp(`^(?:${source})$`, 'iu').test(groups.month ?? '')) + 1),
      groups.day,
    );
  const short = `(?<day>\\d{1,2})-${month}-(?<year>(?:19|20)?\\d{2})`;
  const inWords = [
    short,
    `${day}\\s*${month}(?:,?\\s+${year})?`,
    `${month}\\s+${day}(?:,?\\s+${year})?`,
    `${month},?\\s+${year}`,
  ];
  const inDigits = [
    '(?<year>(?:19|20)\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})',
    `(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>(?:19|20)\\d{2})${yearSuffix}`,
    '(?<odd>\\d{1,2}/\\d{1,2}/(?:(?:19|20)\\d{2}|\\d{2}))',
  ];
  return [
    ...(months.length === 0 ? [] : inWords).map(
      (source): Pattern => ({ kind: 'date', pattern: bounded(source), sign: HAS_DIGIT, keyOf }),
    ),
    ...inDigits.map(
      (source): Pattern => ({
        kind: 'date',
        pattern: bounded(source),
        sign: HAS_DIGIT,
        keyOf: ({ groups = {} }) => groups.odd ?? keyFrom(groups.year, groups.month, groups.day),
      }),
    ),
  ];
}

function bounded(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}]|\\d[.,/:-])(?:${source})(?![\\p{L}\\p{N}])`, 'giu');
}

/** `2020-2-4`; what is not said is `?`. */
function keyFrom(year: string | undefined, month: string | undefined, day: string | undefined): string {
  const full = year?.length === 2 ? `20${year}` : year;
  return [full, month, day].map((part) => (part === undefined ? '?' : String(Number(part)))).join('-');
}
