/** A timeline and an edition go in; the edition whose text it replaces comes out, which is what it is compared with. */
import type { Edition } from './policy.ts';
import type { DatedEdition, Timeline } from './timeline.ts';

export interface Baseline {
  readonly edition: Edition;
  /** Those between the two that had been withdrawn before the later one takes force: they are passed over. In their order. */
  readonly passedOver: readonly Edition[];
}

/**
 * The last one before `id` of those that `isWanted`; drafts have no place in that order. One that was withdrawn by then had been
 * replaced already, by the edition before it. If nothing else is there, even that one is compared with.
 */
export function baselineOf(
  { editions }: Timeline,
  id: string,
  isWanted: (edition: Edition) => boolean = () => true,
): Baseline | undefined {
  const at = editions.findIndex(({ edition }) => edition.id === id);
  const own = editions[at];
  if (own === undefined) return undefined;
  const before = editions.slice(0, at).filter(({ edition, state }) => state.kind !== 'draft' && isWanted(edition));
  const standing = before.findLastIndex((dated) => !isWithdrawnBefore(own, dated));
  const baseline = before[standing] ?? before.at(-1);
  if (baseline === undefined) return undefined;
  return {
    edition: baseline.edition,
    passedOver: standing === -1 ? [] : before.slice(standing + 1).map(({ edition }) => edition),
  };
}

/** Its last day in force, if it had any, was not the one before `later` takes force. */
function isWithdrawnBefore({ effectiveInstant }: DatedEdition, { edition, periods }: DatedEdition): boolean {
  if (edition.declared.kind !== 'withdrawn') return false;
  return periods.every(({ untilInstant = Number.POSITIVE_INFINITY }) => untilInstant < effectiveInstant);
}
