/** A timeline and two of its editions go in; what lies on the way from one to the other comes out. */
import { baselineOf } from '../model/baseline.ts';
import type { Edition } from '../model/policy.ts';
import type { Timeline } from '../model/timeline.ts';

export interface EditionSteps {
  /** After the older one, up to the newer; no drafts but that, and none of `passedOver`. Empty if they are named the other way round. */
  readonly editions: readonly Edition[];
  /** See `Baseline`; empty if the newer one is compared with another than it replaces. */
  readonly passedOver: readonly Edition[];
}

export function editionSteps(timeline: Timeline, older: string, newer: string): EditionSteps {
  const { editions: all } = timeline;
  const [from, to] = [older, newer].map((id) => all.findIndex(({ edition }) => edition.id === id));
  const after = all.slice((from ?? -1) + 1, (to ?? -1) + 1).map(({ edition }) => edition);
  const baseline = baselineOf(timeline, newer);
  const passedOver = baseline?.edition.id === older ? baseline.passedOver : [];
  const isOnTheWay = (edition: Edition) => edition.declared.kind !== 'draft' && !passedOver.includes(edition);
  return { editions: after.filter((edition) => edition.id === newer || isOnTheWay(edition)), passedOver };
}
