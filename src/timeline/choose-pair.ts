/** A timeline and up to two ids go in; the two editions to compare come out, or why there are none. */
import { baselineOf } from '../model/baseline.ts';
import type { Edition } from '../model/policy.ts';
import type { Timeline } from '../model/timeline.ts';

export type ChosenPair =
  | { readonly kind: 'pair'; readonly older: Edition; readonly newer: Edition }
  /** No edition has this id. */
  | { readonly kind: 'unknown'; readonly id: string }
  /** Nothing comes before this one. */
  | { readonly kind: 'first'; readonly id: string };

/**
 * Two ids: these. One: it, and the edition that it replaces (see `baselineOf`). None: as if the next announced one were named, else the
 * one in force; if none is in force, the last.
 */
export function choosePair(timeline: Timeline, ids: readonly string[]): ChosenPair {
  const { editions, inForce, announced } = timeline;
  const unknown = ids.find((id) => !editions.some(({ edition }) => edition.id === id));
  if (unknown !== undefined) return { kind: 'unknown', id: unknown };
  const [first, second] = ids;
  const newerId =
    second ?? first ?? (inForce === undefined ? undefined : (announced[0] ?? inForce)) ?? lastId(editions);
  const newer = editions.find(({ edition }) => edition.id === newerId)?.edition;
  const older =
    second === undefined
      ? baselineOf(timeline, newerId)?.edition
      : editions.find(({ edition }) => edition.id === first)?.edition;
  return older === undefined || newer === undefined ? { kind: 'first', id: newerId } : { kind: 'pair', older, newer };
}

function lastId(editions: Timeline['editions']): string {
  return (editions.findLast(({ state }) => state.kind !== 'draft') ?? editions[0]).edition.id;
}
