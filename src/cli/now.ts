/** The one place where "now" is decided: `--as-of`, else SOURCE_DATE_EPOCH, else the clock. */
import { type Instant, parseCivilDate, parseMoment } from '../model/civil-date.ts';

export interface NowInput {
  /** What stands behind `--as-of`. */
  readonly asOf?: string | undefined;
  /** The environment variable of that name (reproducible-builds.org): seconds since 1970-01-01T00:00:00Z. */
  readonly sourceDateEpoch?: string | undefined;
  readonly clock: () => Instant;
}

export interface Now {
  readonly kind: 'moment';
  /** An instant, or a day or instant as the user wrote it. */
  readonly asOf: Instant | string;
  /** Who said so. */
  readonly origin: '--as-of' | 'SOURCE_DATE_EPOCH' | 'the clock';
}

/** What was given cannot be read. */
export interface NowProblem {
  readonly kind: 'problem';
  readonly message: string;
  readonly hint: string;
}

/** The last second of the year 9999: what is later has no date of four digits. */
const LAST_SECOND = 253_402_300_799;

/** Decides for which moment to build. The clock is read only if nothing else says. */
export function decideNow({ asOf, sourceDateEpoch, clock }: NowInput): Now | NowProblem {
  if (asOf !== undefined) return fromOption(asOf);
  if (sourceDateEpoch !== undefined) return fromEnvironment(sourceDateEpoch);
  return { kind: 'moment', asOf: clock(), origin: 'the clock' };
}

function fromOption(text: string): Now | NowProblem {
  if (parseMoment(text) !== undefined) return { kind: 'moment', asOf: text, origin: '--as-of' };
  return momentProblem('--as-of', text);
}

/** What is wrong with a text behind an option that wants a day or an instant. */
export function momentProblem(option: string, text: string): NowProblem {
  return { kind: 'problem', message: `${option} cannot be "${text}": ${fault(text)}.`, hint: cure(option, text) };
}

function fromEnvironment(text: string): Now | NowProblem {
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds <= LAST_SECOND) {
    return { kind: 'moment', asOf: seconds * 1000, origin: 'SOURCE_DATE_EPOCH' };
  }
  return {
    kind: 'problem',
    message: `The environment variable SOURCE_DATE_EPOCH cannot be "${text}": it holds whole seconds since 1 January 1970, 00:00 UTC.`,
    hint: 'Set it to such a number, for example to the output of `git log -1 --format=%ct`; or unset it; or give --as-of.',
  };
}

function fault(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'the calendar has no such day';
  if (/^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2})?$/.test(text)) return 'a time of day needs its offset from UTC';
  return 'it is neither a day nor an instant';
}

function cure(option: string, text: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text) ?? [];
  const padded = parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (padded !== undefined) return `Write ${option} ${padded}.`;
  if (fault(text).startsWith('a time'))
    return `Write ${option} ${text}Z for UTC, or ${option} ${text}+03:00 for three hours east of it.`;
  return `Write a day, as in ${option} 2020-02-04, or an instant with its offset, as in ${option} 2020-02-04T12:00+03:00.`;
}
