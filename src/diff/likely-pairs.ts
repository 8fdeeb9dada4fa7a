/** What two texts have left over goes in; the pairs that may be the same block with other words come out. */
import type { Link } from './heaviest-chain.ts';
import { type Bag, similarityOf } from './similarity.ts';

/** A block, a row, a cell: anything that can be paired by its words. */
export interface Alignable {
  /** Its words in one spelling. */
  readonly text: string;
  /** Things of different families are never paired by their words. */
  readonly family: string;
  /** Things of one family but of different kinds are paired less readily. */
  readonly kind: string;
  /** Its number, without what is typed around it; empty for none. */
  readonly number: string;
  readonly bag: () => Bag;
}

export interface LikelyPair extends Link {
  readonly similarity: number;
}

/** Up to so many comparisons each is made; beyond, only those of things with a rare word in common. */
const MOST_COMPARISONS = 1500;
/** A word in more things than this tells nothing. */
const RARE = 24;
const MOST_CANDIDATES = 6;
const SAME_NUMBER = 0.15;
const OTHER_KIND = -0.1;
/** In UTF-16 units. */
const LEAST_CONTINUED = 20;
const CONTINUED = 0.6;

export interface Leftover {
  readonly older: readonly number[];
  readonly newer: readonly number[];
}

/** All pairs at least as similar as `least`; time is near-linear in what is left over. */
export function likelyPairs(
  { older, newer }: { readonly older: readonly Alignable[]; readonly newer: readonly Alignable[] },
  leftover: Leftover,
  least: number,
): LikelyPair[] {
  const isSmall = leftover.older.length * leftover.newer.length <= MOST_COMPARISONS;
  const candidatesOf = isSmall ? () => leftover.newer : rareWordIndex(newer, leftover.newer);
  return leftover.older.flatMap((at) => {
    const one = older[at];
    if (one === undefined) return [];
    return candidatesOf(one).flatMap((to): LikelyPair[] => {
      const other = newer[to];
      if (other === undefined) return [];
      const similarity = likeness(one, other);
      if (similarity < least) return [];
      // Squared, so that one good pair is worth more than two poor ones.
      const weight = similarity * similarity * (10 + Math.min(one.bag().weight, other.bag().weight));
      return [{ older: at, newer: to, weight, similarity }];
    });
  });
}

/** See `similarityOf`; numbers and kinds are taken into account. */
function likeness(one: Alignable, other: Alignable): number {
  if (one.family !== other.family) return 0;
  const similarity =
    one.text === other.text ? 1 : Math.max(similarityOf(one.bag(), other.bag()), continuation(one, other));
  if (similarity === 0) return 0;
  const sameNumber = one.number !== '' && one.number === other.number ? SAME_NUMBER : 0;
  return similarity + sameNumber + (one.kind === other.kind ? 0 : OTHER_KIND);
}

/** A text to which some was added, or from which some was taken, at its end is the same text however much it was. */
function continuation(one: Alignable, other: Alignable): number {
  const [short, long] = one.text.length < other.text.length ? [one.text, other.text] : [other.text, one.text];
  return short.length >= LEAST_CONTINUED && long.startsWith(short) ? CONTINUED : 0;
}

/** Gives, for a thing, those it has most rare words in common with, and those of the same number. */
function rareWordIndex(things: readonly Alignable[], places: readonly number[]): (one: Alignable) => readonly number[] {
  const index = new Map<string, number[]>();
  const add = (key: string, at: number): void => {
    const found = index.get(key);
    if (found === undefined) index.set(key, [at]);
    else if (found.length <= RARE) found.push(at);
  };
  for (const at of places) {
    const thing = things[at];
    if (thing === undefined) continue;
    for (const word of thing.bag().counts.keys()) add(word, at);
    if (thing.number !== '') add(`# ${thing.number}`, at);
  }
  return (one) => {
    const scores = new Map<number, number>();
    const score = (key: string, weight: number): void => {
      const found = index.get(key) ?? [];
      if (found.length > RARE) return;
      for (const at of found) scores.set(at, (scores.get(at) ?? 0) + weight);
    };
    for (const [word, weight] of one.bag().weights) score(word, weight);
    if (one.number !== '') score(`# ${one.number}`, 1);
    const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return ranked.slice(0, MOST_CANDIDATES).map(([at]) => at);
  };
}
