/** The course of a policy goes in; all of time comes out, cut where the answer to "which edition applies?" changes. */
import type { Moment } from '../model/civil-date.ts';
import type { Answer, CohortPart, Stretch } from '../model/timeline.ts';
import { type Part, partsAt } from './parts.ts';
import { type Course, isUncertain, lastInForce, type Placed, type Point, pointsOf, sortPoints } from './placed.ts';

/** Without gaps and in order; neighbours differ in their answers. */
export function stretchesOf(course: Course): Stretch[] {
  const uncertain = course.placed.filter(isUncertain);
  const openings = uncertain.map(
    ({ earliest, edition }): Point => ({ instant: earliest, moment: firstDayOf(edition.published) }),
  );
  const points = sortPoints([...pointsOf(course), ...openings]);
  const stretches: Stretch[] = [
    { fromInstant: Number.NEGATIVE_INFINITY, untilInstant: Number.POSITIVE_INFINITY, answer: { kind: 'before-first' } },
  ];
  for (const { moment, instant } of points) {
    const answer = answerAt(course, uncertain, instant);
    const last = stretches.at(-1);
    if (last === undefined || JSON.stringify(last.answer) === JSON.stringify(answer)) continue;
    // A copy of it would have a hidden class of its own.
    Object.assign(last, { until: moment, untilInstant: instant });
    stretches.push({ from: moment, fromInstant: instant, untilInstant: Number.POSITIVE_INFINITY, answer });
  }
  return stretches;
}

function answerAt(course: Course, uncertain: readonly Placed[], instant: number): Answer {
  const { placed, end } = course;
  if (end !== undefined && instant >= end.instant) return { kind: 'none', because: 'retired' };
  const holder = lastInForce(course, instant);
  const parts = partsAt(course, instant);
  const possible = uncertain.filter(
    ({ earliest, effective, withdrawn }) => earliest <= instant && instant < effective && instant < withdrawn,
  );
  if (possible.length > 0) {
    const others = parts.map((part) => part.holder).filter((other) => other !== holder);
    const editions = [...new Set([...others, ...possible].map(({ edition }) => edition.id))];
    return { kind: 'uncertain', ...(holder === undefined ? {} : { before: holder.edition.id }), editions };
  }
  if (holder !== undefined) return answerFor(parts, holder);
  const hasBegun = placed.some(({ effective }) => effective <= instant);
  return hasBegun ? { kind: 'none', because: 'withdrawn' } : { kind: 'before-first' };
}

/** While cohorts still wait for their day, each has an answer of its own. */
function answerFor(parts: readonly Part[], { edition: { id } }: Placed): Answer {
  const cohorts = parts.flatMap(({ groups, holder }): CohortPart[] => {
    const [first, ...others] = groups.map(({ cohort }) => cohort.to);
    if (first === undefined) return [];
    return [{ to: first, ...(others.length === 0 ? {} : { also: others }), edition: holder.edition.id }];
  });
  return cohorts.length === 0 ? { kind: 'edition', edition: id } : { kind: 'by-cohort', parts: cohorts };
}

function firstDayOf(published: Placed['edition']['published']): Moment {
  if (published === undefined || !('firstDay' in published)) throw new Error('Only a span has a first day');
  return { kind: 'day', day: published.firstDay };
}
