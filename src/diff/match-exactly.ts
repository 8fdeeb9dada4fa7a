/** Two sequences of things with keys go in; the places where both have the same thing, in the order of both, come out. */
import { diffArrays } from 'diff';
import { heaviestChain, type Link } from './heaviest-chain.ts';

export interface Keyed {
  /** From the key that tells most to the one that tells least; all things of one call have the same number. */
  readonly keys: readonly string[];
  /** The lighter of two that crossed has moved. */
  readonly weight: number;
}

interface Gap {
  readonly older: readonly [number, number];
  readonly newer: readonly [number, number];
}

/** Gaps within gaps, before the last means is taken. */
const DEEPEST = 24;
/** Beyond these the plain comparison, which takes the square of the edits in time, is not tried. */
const LONGEST_GAP = 6000;
const MOST_EDITS = 300;

/**
 * Like the patience algorithm: things that stand once on each side hold the two together, then those that stand once between
 * them, and so on; what repeats is left to a plain comparison. Time is near-linear whatever repeats.
 */
export function matchExactly(older: readonly Keyed[], newer: readonly Keyed[]): Link[] {
  const matches: Link[] = [];
  const levels = older[0]?.keys.length ?? 0;
  const numbers = new Map<string, number>();
  const numbered = (sequence: readonly Keyed[]): number[][] =>
    Array.from({ length: levels }, (_, level) =>
      sequence.map(({ keys }) => numberFor(`${level} ${keys[level]}`, numbers)),
    );
  const [a, b] = [numbered(older), numbered(newer)];
  const match = (at: number, to: number): void => {
    matches.push({ older: at, newer: to, weight: older[at]?.weight ?? 0 });
  };

  const fill = (gap: Gap, depth: number): void => {
    const inner = trim(gap, a[0] ?? [], b[0] ?? [], match);
    if (inner.older[0] === inner.older[1] || inner.newer[0] === inner.newer[1]) return;
    for (let level = 0; level < levels && depth < DEEPEST; level += 1) {
      const links = uniqueLinks(inner, a[level] ?? [], b[level] ?? [], older);
      const chain = heaviestChain(links);
      if (chain.length === 0) continue;
      let [from, start] = [inner.older[0], inner.newer[0]];
      for (const link of chain) {
        fill({ older: [from, link.older], newer: [start, link.newer] }, depth + 1);
        match(link.older, link.newer);
        [from, start] = [link.older + 1, link.newer + 1];
      }
      fill({ older: [from, inner.older[1]], newer: [start, inner.newer[1]] }, depth + 1);
      return;
    }
    matchRepeated(inner, a.at(-1) ?? [], b.at(-1) ?? [], match);
  };
  fill({ older: [0, older.length], newer: [0, newer.length] }, 0);
  return matches.sort((x, y) => x.older - y.older);
}

function numberFor(key: string, numbers: Map<string, number>): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

type Match = (older: number, newer: number) => void;

/** Matches what both ends of the gap have in common; gives the rest. */
function trim(gap: Gap, a: readonly number[], b: readonly number[], match: Match): Gap {
  let [from, to] = gap.older;
  let [start, end] = gap.newer;
  while (from < to && start < end && a[from] === b[start]) {
    match(from, start);
    from += 1;
    start += 1;
  }
  while (from < to && start < end && a[to - 1] === b[end - 1]) {
    to -= 1;
    end -= 1;
    match(to, end);
  }
  return { older: [from, to], newer: [start, end] };
}

function uniqueLinks(gap: Gap, a: readonly number[], b: readonly number[], older: readonly Keyed[]): Link[] {
  const inOlder = placesOf(a, gap.older);
  const inNewer = placesOf(b, gap.newer);
  const links: Link[] = [];
  for (const [key, at] of inOlder) {
    const to = inNewer.get(key);
    if (at !== -1 && to !== undefined && to !== -1) {
      links.push({ older: at, newer: to, weight: 1 + (older[at]?.weight ?? 0) });
    }
  }
  return links;
}

/** The place of each key; -1 if it has several. */
function placesOf(keys: readonly number[], [from, to]: readonly [number, number]): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at < to; at += 1) {
    const key = keys[at] ?? -1;
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

function matchRepeated(gap: Gap, a: readonly number[], b: readonly number[], match: Match): void {
  let [from, start] = [gap.older[0], gap.newer[0]];
  const older = a.slice(...gap.older);
  const newer = b.slice(...gap.newer);
  if (older.length + newer.length > LONGEST_GAP) return;
  for (const part of diffArrays(older, newer, { maxEditLength: MOST_EDITS }) ?? []) {
    const { length } = part.value;
    if (!part.added && !part.removed) for (let step = 0; step < length; step += 1) match(from + step, start + step);
    if (!part.added) from += length;
    if (!part.removed) start += length;
  }
}
