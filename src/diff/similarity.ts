/** Two texts' words, in any order, go in; how much they have in common comes out. */
import type { Token } from './tokens.ts';

export interface Bag {
  /** How often each word stands in the text; marks are left out. */
  readonly counts: ReadonlyMap<string, number>;
  readonly weights: ReadonlyMap<string, number>;
  readonly weight: number;
}

export function bagOf(tokens: readonly Token[]): Bag {
  const counts = new Map<string, number>();
  const weights = new Map<string, number>();
  let total = 0;
  for (const { key, weight } of tokens) {
    if (weight === 0) continue;
    const word = key.toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
    weights.set(word, weight);
    total += weight;
  }
  return { counts, weights, weight: total };
}

/** Where the shorter text stands almost whole in the longer, and says enough, the two belong together. */
const CONTAINED = 0.85;
const LEAST_CONTAINED_WEIGHT = 25;
const LARGEST_RATIO = 6;
const CONTAINED_SIMILARITY = 0.55;

/** From 0, nothing in common, to 1, the same words as often. Long words count for more: they are rarer in any language. */
export function similarityOf(a: Bag, b: Bag): number {
  if (a.weight === 0 || b.weight === 0) return 0;
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [word, count] of small.counts) {
    shared += Math.min(count, large.counts.get(word) ?? 0) * (small.weights.get(word) ?? 0);
  }
  const [less, more] = a.weight <= b.weight ? [a.weight, b.weight] : [b.weight, a.weight];
  const similarity = (2 * shared) / (less + more);
  const isContained = shared >= CONTAINED * less && less >= LEAST_CONTAINED_WEIGHT && more <= LARGEST_RATIO * less;
  return isContained ? Math.max(similarity, CONTAINED_SIMILARITY) : similarity;
}
