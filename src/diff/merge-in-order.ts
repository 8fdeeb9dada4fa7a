/** Pairs of places in two sequences go in; all places of both, in an order that keeps that of each, come out. */
import type { Pair } from './align.ts';

export interface Merged {
  readonly older?: number;
  readonly newer?: number;
}

/** Between two pairs, what only the older sequence has comes before what only the newer has. `pairs` rise on both sides. */
export function mergeInOrder(pairs: readonly Pair[], olderLength: number, newerLength: number): Merged[] {
  const merged: Merged[] = [];
  let [from, start] = [0, 0];
  for (const [older, newer] of [...pairs, [olderLength, newerLength] as const]) {
    for (; from < older; from += 1) merged.push({ older: from });
    for (; start < newer; start += 1) merged.push({ newer: start });
    if (older < olderLength) merged.push({ older, newer });
    [from, start] = [older + 1, newer + 1];
  }
  return merged;
}
