/** A timeline and up to two ids go in; the two editions to compare come out, or why there are none. */
import type { Edition } from '../model/policy.ts';
import type { DatedEdition, Timeline } from '../model/timeline.ts';

export type ChosenPair =
  | { readonly kind: 'pair'; readonly older: Edition; readonly newer: Edition }
  /** No edition has this id. */
  | { readonly kind: 'unknown'; readonly id: string }
  /** Nothing comes before this one. */
  | { readonly kind: 'first'; readonly id: string };

/**
 * Two ids: these. One: the edition before it, and it. None: the edition in force and the next announced one; if none is announced,
 * the edition before the one in force, and it; if none is in force, the last two.
 */
export function choosePair(timeline: Timeline, ids: readonly string[]): ChosenPair {
  const { editions, inForce, announced } = timeline;
  const unknown = ids.find((id) => !editions.some(({ edition }) => edition.id === id));
  if (unknown !== undefined) return { kind: 'unknown', id: unknown };
  const [first, second] = ids;
  const newerId =
    second ?? first ?? (inForce === undefined ? undefined : (announced[0] ?? inForce)) ?? lastId(editions);
  const olderId = second !== undefined ? first : first === undefined && announced[0] === newerId ? inForce : undefined;
  const newer = editions.find(({ edition }) => edition.id === newerId)?.edition;
  const older =
    olderId === undefined
      ? editionBefore(timeline, newerId)
      : editions.find(({ edition }) => edition.id === olderId)?.edition;
  return older === undefined || newer === undefined ? { kind: 'first', id: newerId } : { kind: 'pair', older, newer };
}

function lastId(editions: Timeline['editions']): string {
  return (editions.findLast(({ state }) => state.kind !== 'draft') ?? editions[0]).edition.id;
}

/** The edition before `id` in the order of taking force, of those that `isWanted`; drafts have no place in that order and are passed over. */
export function editionBefore(
  { editions }: Timeline,
  id: string,
  isWanted: (edition: Edition) => boolean = () => true,
): Edition | undefined {
  const at = editions.findIndex(({ edition }) => edition.id === id);
  const isBefore = ({ edition, state }: DatedEdition) => state.kind !== 'draft' && isWanted(edition);
  return editions.slice(0, Math.max(0, at)).findLast(isBefore)?.edition;
}
