/** Pairs of places in two sequences go in; the heaviest choice of them that keeps the order of both comes out. */

/** Place `older` in one sequence belongs to place `newer` in the other, with so much weight. */
export interface Link {
  readonly older: number;
  readonly newer: number;
  readonly weight: number;
}

/** Each place is in one link at most; among equals the first found is kept. Time is n log n. */
export function heaviestChain<Each extends Link>(links: readonly Each[]): Each[] {
  // Of one older place the last newer place goes first, so that two of them never follow one another.
  const sorted = [...links].sort((a, b) => a.older - b.older || b.newer - a.newer);
  const ranks = new Map(
    [...new Set(links.map(({ newer }) => newer))].sort((a, b) => a - b).map((at, rank) => [at, rank]),
  );
  const best = createPrefixMaximum(ranks.size);
  const before: (number | undefined)[] = [];
  const totals: number[] = [];
  let last: number | undefined;
  for (const [index, { newer, weight }] of sorted.entries()) {
    const rank = ranks.get(newer) ?? 0;
    const previous = best.below(rank, totals);
    const total = weight + (previous === undefined ? 0 : (totals[previous] ?? 0));
    before.push(previous);
    totals.push(total);
    best.put(rank, index, totals);
    if (last === undefined || total > (totals[last] ?? 0)) last = index;
  }
  const chain: Each[] = [];
  for (let index = last; index !== undefined; index = before[index]) {
    const link = sorted[index];
    if (link !== undefined) chain.push(link);
  }
  return chain.reverse();
}

/** A Fenwick tree of indexes, ordered by their totals. */
function createPrefixMaximum(size: number) {
  const tree: (number | undefined)[] = new Array(size + 1).fill(undefined);
  const isBetter = (index: number, than: number | undefined, totals: readonly number[]): boolean =>
    than === undefined || (totals[index] ?? 0) > (totals[than] ?? 0);
  return {
    put(rank: number, index: number, totals: readonly number[]): void {
      for (let at = rank + 1; at <= size; at += at & -at) if (isBetter(index, tree[at], totals)) tree[at] = index;
    },
    below(rank: number, totals: readonly number[]): number | undefined {
      let found: number | undefined;
      for (let at = rank; at > 0; at -= at & -at) {
        const index = tree[at];
        if (index !== undefined && isBetter(index, found, totals)) found = index;
      }
      return found;
    },
  };
}
