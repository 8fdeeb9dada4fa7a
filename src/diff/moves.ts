/** Blocks that found no partner in place go in; those that went past others come out. */
import type { Sides } from './align.ts';
import type { Link } from './heaviest-chain.ts';
import { type Alignable, likelyPairs } from './likely-pairs.ts';

/** A shorter text that stands elsewhere too may be a coincidence; in UTF-16 units and in weight (see `Token`). */
const SHORTEST = 12;
const LIGHTEST = 30;
const LEAST_SIMILARITY = 0.7;

/** `links` are the pairs found so far. `isExact`: only what moved without a change. */
export function findMoves(sides: Sides, links: readonly Link[], { isExact }: { readonly isExact: boolean }): Link[] {
  const free = freePlaces(sides, links);
  const found = isExact ? exactMoves(sides, free) : likelyMoves(sides, free);
  return withNeighbours(sides, found, free);
}

interface Free {
  readonly older: Set<number>;
  readonly newer: Set<number>;
}

function freePlaces({ older, newer }: Sides, links: readonly Link[]): Free {
  const free = { older: new Set(older.keys()), newer: new Set(newer.keys()) };
  for (const link of links) take(free, link);
  return free;
}

function take(free: Free, { older, newer }: Link): void {
  free.older.delete(older);
  free.newer.delete(newer);
}

function exactMoves({ older, newer }: Sides, free: Free): Link[] {
  const [inOlder, inNewer] = [uniqueTexts(older, free.older), uniqueTexts(newer, free.newer)];
  const moves: Link[] = [];
  for (const [text, at] of inOlder) {
    const to = inNewer.get(text);
    if (at !== undefined && to !== undefined) moves.push({ older: at, newer: to, weight: text.length });
  }
  for (const move of moves) take(free, move);
  return moves;
}

/** The place of each long enough text; undefined if it has several. */
function uniqueTexts(things: readonly Alignable[], places: ReadonlySet<number>): Map<string, number | undefined> {
  const found = new Map<string, number | undefined>();
  for (const at of places) {
    const { text = '', family = '' } = things[at] ?? {};
    const key = `${family} ${text}`;
    if (text.length >= SHORTEST) found.set(key, found.has(key) ? undefined : at);
  }
  return found;
}

function likelyMoves(sides: Sides, free: Free): Link[] {
  const isLong = (thing: Alignable | undefined): boolean => (thing?.bag().weight ?? 0) >= LIGHTEST;
  const leftover = {
    older: [...free.older].filter((at) => isLong(sides.older[at])),
    newer: [...free.newer].filter((at) => isLong(sides.newer[at])),
  };
  const likely = likelyPairs(sides, leftover, LEAST_SIMILARITY);
  likely.sort((a, b) => b.similarity - a.similarity || a.older - b.older || a.newer - b.newer);
  return likely.filter((move) => {
    if (!free.older.has(move.older) || !free.newer.has(move.newer)) return false;
    take(free, move);
    return true;
  });
}

/** What stood beside a block that moved and stands beside it again has moved with it, however short. */
function withNeighbours({ older, newer }: Sides, found: readonly Link[], free: Free): Link[] {
  const moves = [...found];
  // The list grows while it is walked: a neighbour has neighbours.
  for (const move of moves) {
    for (const step of [-1, 1]) {
      const next = { older: move.older + step, newer: move.newer + step, weight: 0 };
      const [one, other] = [older[next.older], newer[next.newer]];
      if (!free.older.has(next.older) || !free.newer.has(next.newer)) continue;
      if (one === undefined || one.text !== other?.text || one.family !== other.family) continue;
      take(free, next);
      moves.push(next);
    }
  }
  return moves;
}
