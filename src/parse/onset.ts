/** The texts of one edition go in, with what is agreed of its dates; from when it applies, and how far that is known, comes out. */
import { type Moment, momentIso, type Span } from '../model/civil-date.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { Cohort, Onset } from '../model/policy.ts';
import { placeIn, type Texts } from './agreed.ts';
import { isSameMoment } from './moments.ts';
import type { Reading, Words } from './reading.ts';

export interface Start {
  readonly effective: Moment;
  readonly onset: Onset;
}

interface Dates {
  readonly texts: Texts;
  readonly effective: 'on-publication' | 'unknown' | Moment | undefined;
  readonly published: Moment | Span | undefined;
  /** By `from`; absent if nothing is said of groups. */
  readonly cohorts: readonly Cohort[] | undefined;
  readonly timeZone: string | undefined;
}

/** Rule ids: `edition-date`, and `edition-groups` where `applies` and `effective` do not go together. */
export function onsetOf(dates: Dates): Reading<Start> {
  const { effective, published, cohorts } = dates;
  const [first] = cohorts ?? [];
  if (first !== undefined) return onsetByCohort(dates, first);
  if (effective === 'unknown') return unknownOnset(dates);
  if (effective !== undefined && effective !== 'on-publication') return found({ effective, onset: 'stated' });
  if (published === undefined) return refused(missingDate(dates));
  if (isSpan(published)) return refused(dayMissing(dates, published));
  return found({ effective: published, onset: 'on-publication' });
}

function onsetByCohort({ texts, effective, timeZone }: Dates, { from, place }: Cohort): Reading<Start> {
  const start = found({ effective: from, onset: 'stated' });
  // Without the zone it cannot be told whether a day and an instant are the same moment.
  const isComparable = timeZone !== undefined || (typeof effective === 'object' && effective.kind === from.kind);
  if (effective === undefined) return start;
  const at = placeIn(texts, 'effective');
  if (typeof effective === 'string') {
    const message = `“effective: ${effective}” and “applies” do not go together: “applies” gives each group a day of its own.`;
    const hint = 'Delete the line “effective”: the earliest “from” counts. Or delete “applies”.';
    return refused(problem('edition-groups', at, { message, hint }));
  }
  if (!isComparable || isSameMoment(effective, from, timeZone)) return start;
  const message = `“effective” is ${momentIso(effective)}, but according to “applies” the first group comes under the edition from ${momentIso(from)}.`;
  const hint = 'Delete the line “effective”: the earliest “from” counts. Or correct the date that is wrong.';
  const related =
    place === undefined ? {} : { related: [{ place, message: `The earliest “from” is ${momentIso(from)}.` }] };
  return refused({ ...problem('edition-groups', at, { message, hint }), ...related });
}

function unknownOnset({ texts, published }: Dates): Reading<Start> {
  if (published !== undefined) {
    const effective: Moment = isSpan(published) ? { kind: 'day', day: published.day } : published;
    return found({ effective, onset: 'unknown' });
  }
  const message = '“effective: unknown” needs the day, month or year of publication, and there is none.';
  const hint =
    'Add a line such as “published: 2019-05-20”, “published: 2019-05” or “published: 2019”: the edition is then shown as in force by the end of it at the latest.';
  return refused(problem('edition-date', placeIn(texts, 'effective'), { message, hint }));
}

function missingDate({ texts, effective }: Dates): Diagnostic {
  const [first] = texts;
  if (effective !== undefined) {
    const message = '“effective: on-publication” needs the day of publication, and there is none.';
    const hint = 'Add a line such as “published: 2026-03-01”.';
    return problem('edition-date', placeIn(texts, 'effective'), { message, hint });
  }
  const message = 'The edition does not say from when it applies.';
  const hint =
    'Add a line such as “effective: 2026-03-01” (the first day on which it applies), or “published: …” if it applies from the day it is published.';
  return problem('edition-date', { path: first.text.path, line: 1, column: 1 }, { message, hint });
}

function dayMissing({ texts }: Dates, { kind, written }: Span): Diagnostic {
  const message = `“published: ${written}” names a ${kind} and no day, but the edition applies from the day of its publication.`;
  const hint =
    'Write the day; or give the day from which the edition applies, as in “effective: 2026-03-01”; or, if neither is known, write “effective: unknown”.';
  return problem('edition-date', placeIn(texts, 'published'), { message, hint });
}

function isSpan(published: Moment | Span): published is Span {
  return 'firstDay' in published;
}

function found(value: Start): Reading<Start> {
  return { value, diagnostics: [] };
}

function refused(diagnostic: Diagnostic): Reading<Start> {
  return { diagnostics: [diagnostic] };
}

function problem(ruleId: string, place: Place, words: Words): Diagnostic {
  return { ruleId, severity: 'error', place, ...words };
}
