/** The course of a policy goes in; all of time comes out, cut where the answer to "which edition applies?" changes. */
import type { Moment } from '../model/civil-date.ts';
import type { Answer, Stretch } from '../model/timeline.ts';
import { courseBefore } from './periods.ts';
import { type Course, lastInForce, type Placed, type Point, pointsOf, sortPoints } from './placed.ts';

/** Without gaps and in order; neighbours differ in their answers. */
export function stretchesOf(course: Course): Stretch[] {
  const uncertain = course.placed.filter(({ earliest, effective }) => earliest < effective);
  const openings = uncertain.map(
    ({ earliest, edition }): Point => ({ instant: earliest, moment: firstDayOf(edition.published) }),
  );
  const points = sortPoints([...pointsOf(course), ...openings]);
  const stretches: Stretch[] = [
    { fromInstant: Number.NEGATIVE_INFINITY, untilInstant: Number.POSITIVE_INFINITY, answer: { kind: 'before-first' } },
  ];
  for (const { moment, instant } of points) {
    const answer = answerAt(course, uncertain, instant);
    const last = stretches.pop();
    if (last === undefined || JSON.stringify(last.answer) === JSON.stringify(answer)) {
      if (last !== undefined) stretches.push(last);
      continue;
    }
    stretches.push({ ...last, until: moment, untilInstant: instant });
    stretches.push({ from: moment, fromInstant: instant, untilInstant: Number.POSITIVE_INFINITY, answer });
  }
  return stretches;
}

function answerAt(course: Course, uncertain: readonly Placed[], instant: number): Answer {
  const { placed, end } = course;
  if (end !== undefined && instant >= end.instant) return { kind: 'none', because: 'retired' };
  const holder = lastInForce(course, instant);
  const possible = uncertain.filter(
    ({ earliest, effective, withdrawn }) => earliest <= instant && instant < effective && instant < withdrawn,
  );
  if (possible.length > 0) {
    const editions = possible.map(({ edition }) => edition.id);
    return { kind: 'uncertain', ...(holder === undefined ? {} : { before: holder.edition.id }), editions };
  }
  if (holder !== undefined) return byCohort(course, holder, instant);
  const hasBegun = placed.some(({ effective, withdrawn }) => effective <= instant && effective < withdrawn);
  return hasBegun ? { kind: 'none', because: 'withdrawn' } : { kind: 'before-first' };
}

/** While some of an edition's cohorts still wait for their day, each has an answer of its own. */
function byCohort(course: Course, { edition, cohorts, effective }: Placed, instant: number): Answer {
  const waiting = cohorts.filter((cohort) => cohort.instant > instant && cohort.instant > effective);
  if (waiting.length === 0) return { kind: 'edition', edition: edition.id };
  const before = lastInForce(courseBefore(course, edition.id), instant)?.edition.id;
  const parts = cohorts.flatMap(({ to, instant: from }) => {
    const id = from <= instant ? edition.id : before;
    return id === undefined ? [] : [{ to, edition: id }];
  });
  return { kind: 'by-cohort', parts };
}

function firstDayOf(published: Placed['edition']['published']): Moment {
  if (published === undefined || !('firstDay' in published)) throw new Error('Only a span has a first day');
  return { kind: 'day', day: published.firstDay };
}
