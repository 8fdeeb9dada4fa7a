/** From a policy and a moment to its timeline: order, status, periods in force, neighbours, the next change. */
import { type Instant, instantOf, type Moment } from '../model/civil-date.ts';
import { compareIds, type Edition, type Policy } from '../model/policy.ts';
import type { DatedEdition, Period, Status, Timeline } from '../model/timeline.ts';

export interface ArrangeOptions {
  readonly asOf: Instant;
  /** The site's zone, in which a civil day begins. */
  readonly timeZone: string;
}

interface Placed {
  readonly edition: Edition;
  readonly effective: Instant;
  readonly withdrawn: Instant;
}

/** Arranges all editions of `policy` as they stand at `asOf`, drafts (where they are given) among them; undefined if there is none. */
export function arrange(policy: Policy, options: ArrangeOptions): Timeline | undefined {
  const { asOf, timeZone } = options;
  const placed = policy.editions
    .map((edition) => place(edition, timeZone))
    .sort((a, b) => a.effective - b.effective || compareIds(a.edition.id, b.edition.id));
  const issued = placed.filter(({ edition }) => edition.declared.kind !== 'draft');
  const periods = periodsOf(issued);
  const inForce = lastInForce(issued, asOf);
  const editions = placed.map(({ edition, effective, withdrawn }, index): DatedEdition => {
    const previous = placed[index - 1]?.edition.id;
    const next = placed[index + 1]?.edition.id;
    return {
      edition,
      effectiveInstant: effective,
      periods: periods.get(edition.id) ?? [],
      status:
        edition.declared.kind === 'draft'
          ? 'draft'
          : statusOf({ effective, withdrawn, isInForce: edition === inForce?.edition, asOf }),
      ...(previous === undefined ? {} : { previous }),
      ...(next === undefined ? {} : { next }),
    };
  });
  const [first, ...rest] = editions;
  if (first === undefined) return undefined;
  const nextChange = changePoints(issued).find(({ instant }) => instant > asOf)?.instant;
  return {
    policy,
    editions: [first, ...rest],
    asOf,
    announced: editions
      .filter(({ status, periods }) => status === 'announced' && periods.length > 0)
      .map(({ edition }) => edition.id),
    ...(inForce === undefined ? {} : { inForce: inForce.edition.id }),
    ...(nextChange === undefined ? {} : { nextChange }),
  };
}

function place(edition: Edition, timeZone: string): Placed {
  const { declared } = edition;
  return {
    edition,
    effective: instantOf(edition.effective, timeZone),
    withdrawn:
      declared.kind === 'withdrawn' ? instantOf({ kind: 'day', day: declared.on }, timeZone) : Number.POSITIVE_INFINITY,
  };
}

/** DESIGN: the last edition, by (effective, id), whose effective instant is ≤ the moment, that is not withdrawn by then. */
function lastInForce(placed: readonly Placed[], moment: Instant): Placed | undefined {
  return placed.findLast(({ effective, withdrawn }) => effective <= moment && moment < withdrawn);
}

interface ChangePoint {
  readonly moment: Moment;
  readonly instant: Instant;
}

/** Every moment at which an edition takes force or is withdrawn, in order, each instant once. */
function changePoints(placed: readonly Placed[]): ChangePoint[] {
  const points = placed.flatMap(({ edition, effective, withdrawn }): ChangePoint[] => {
    const taking = { moment: edition.effective, instant: effective };
    const { declared } = edition;
    if (declared.kind !== 'withdrawn') return [taking];
    return [taking, { moment: { kind: 'day', day: declared.on }, instant: withdrawn }];
  });
  points.sort((a, b) => a.instant - b.instant);
  return points.filter(({ instant }, index) => instant !== points[index - 1]?.instant);
}

function periodsOf(placed: readonly Placed[]): Map<string, Period[]> {
  const periods = new Map<string, Period[]>();
  const points = changePoints(placed);
  const holders = points.map(({ instant }) => lastInForce(placed, instant));
  for (const [index, point] of points.entries()) {
    const holder = holders[index];
    if (holder === undefined || holder === holders[index - 1]) continue;
    const end = points.find((_, later) => later > index && holders[later] !== holder);
    const period: Period = {
      from: point.moment,
      fromInstant: point.instant,
      ...(end === undefined ? {} : { until: end.moment, untilInstant: end.instant }),
    };
    periods.set(holder.edition.id, [...(periods.get(holder.edition.id) ?? []), period]);
  }
  return periods;
}

function statusOf(facts: { effective: Instant; withdrawn: Instant; isInForce: boolean; asOf: Instant }): Status {
  if (facts.withdrawn <= facts.asOf) return 'withdrawn';
  if (facts.isInForce) return 'in-force';
  return facts.effective > facts.asOf ? 'announced' : 'superseded';
}
