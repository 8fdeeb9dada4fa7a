/** The course of a policy goes in; to whom an edition applies while another is in force comes out. */
import type { Instant } from '../model/civil-date.ts';
import type { Lingering } from '../model/timeline.ts';
import { type Group, partsAt } from './parts.ts';
import { type Course, lastInForce, type Placed, type Point, pointsOf } from './placed.ts';

/** By edition id, in order; only editions that have any. */
export function lingeringOf(course: Course): Map<string, Lingering[]> {
  const points = pointsOf(course);
  const parts = points.flatMap(({ instant }) => {
    const inForce = lastInForce(course, instant);
    return partsAt(course, instant).filter(({ holder }) => holder !== inForce);
  });
  const keepers = new Set(parts.map(({ holder }) => holder));
  return new Map(
    [...keepers].map((keeper) => {
      const groups = parts.filter(({ holder }) => holder === keeper).flatMap((part) => part.groups);
      return [keeper.edition.id, lingeringUnder(keeper, { course, points, groups })] as const;
    }),
  );
}

interface Surroundings {
  readonly course: Course;
  readonly points: readonly Point[];
  /** The cohorts by which it is decided who comes under the edition. */
  readonly groups: readonly Group[];
}

/** Everybody who belongs to these cohorts, one of each edition. */
type Kind = readonly Group[];

interface Run {
  readonly from: Point;
  readonly until: Point;
  readonly kinds: readonly Kind[];
}

function lingeringUnder(keeper: Placed, { course, points, groups }: Surroundings): Lingering[] {
  const editions = course.placed
    .filter(({ edition: { id } }) => groups.some((group) => group.edition === id))
    .toReversed();
  const runs = new Map<string, Run>();
  for (const kind of kindsOf(editions)) {
    for (const { from, until } of runsOf(kind, keeper, { course, points })) {
      const key = `${from.instant} ${until.instant}`;
      runs.set(key, { from, until, kinds: [...(runs.get(key)?.kinds ?? []), kind] });
    }
  }
  return [...runs.values()]
    .sort((a, b) => a.from.instant - b.from.instant || a.until.instant - b.until.instant)
    .flatMap(({ from, until, kinds }) =>
      withoutIrrelevant(kinds, editions).flatMap((kind) => entry(kind, from, until)),
    );
}

function kindsOf(editions: readonly Placed[]): Kind[] {
  return editions.reduce<Kind[]>(
    (kinds, { edition, cohorts }) =>
      kinds.flatMap((kind) => cohorts.map((cohort) => [...kind, { edition: edition.id, cohort }])),
    [[]],
  );
}

/** The times during which `keeper` applies to people of a kind while another edition is in force. */
function runsOf(kind: Kind, keeper: Placed, { course, points }: Omit<Surroundings, 'groups'>): Omit<Run, 'kinds'>[] {
  const runs: Omit<Run, 'kinds'>[] = [];
  let from: Point | undefined;
  for (const point of points) {
    const applies = isUnder(kind, keeper, { course, instant: point.instant });
    if (applies) from ??= point;
    else if (from !== undefined) {
      runs.push({ from, until: point });
      from = undefined;
    }
  }
  return runs;
}

function isUnder(kind: Kind, keeper: Placed, { course, instant }: { course: Course; instant: Instant }): boolean {
  if (lastInForce(course, instant) === keeper) return false;
  const part = partsAt(course, instant).find(({ groups }) => groups.every((group) => includes(kind, group)));
  return part?.holder === keeper;
}

function includes(kind: Kind, { edition, cohort }: Group): boolean {
  return kind.some((group) => group.edition === edition && group.cohort === cohort);
}

/** Leaves out the cohorts of an edition where all of them are alike. */
function withoutIrrelevant(kinds: readonly Kind[], editions: readonly Placed[]): readonly Kind[] {
  return editions.reduce((left, { edition: { id }, cohorts }) => {
    const rest = (kind: Kind) => kind.filter(({ edition }) => edition !== id);
    const distinct = left.filter((kind, index) => left.findIndex((other) => isSame(rest(other), rest(kind))) === index);
    return distinct.length * cohorts.length === left.length ? distinct.map(rest) : left;
  }, kinds);
}

function isSame(a: Kind, b: Kind): boolean {
  return a.length === b.length && a.every((group) => includes(b, group));
}

function entry(kind: Kind, from: Point, until: Point): Lingering[] {
  const [first, ...others] = kind.map(({ cohort }) => cohort.to);
  if (first === undefined) return [];
  return [
    {
      to: first,
      ...(others.length === 0 ? {} : { also: others }),
      from: from.moment,
      fromInstant: from.instant,
      until: until.moment,
      untilInstant: until.instant,
    },
  ];
}
