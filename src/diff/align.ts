/** The blocks of two texts go in; which of one is which of the other comes out. */
import { heaviestChain, type Link } from './heaviest-chain.ts';
import { type Alignable, likelyPairs } from './likely-pairs.ts';
import { type Keyed, matchExactly } from './match-exactly.ts';
import { findMoves } from './moves.ts';

/** A block of the older text and the one of the newer that it became. */
export type Pair = readonly [older: number, newer: number];

export interface Alignment {
  /** In the order of both texts. */
  readonly pairs: readonly Pair[];
  /** Those that went past others, in the order of the newer text. */
  readonly moves: readonly Pair[];
}

export interface Sides {
  readonly older: readonly Alignable[];
  readonly newer: readonly Alignable[];
}

/** Less than this in common is a coincidence. */
const LEAST_SIMILARITY = 0.45;
/** The same for two that stand alone between the same neighbours. */
const LEAST_SIMILARITY_ALONE = 0.2;
/** The same between neighbours that themselves changed: in a list of names, one does not become another. */
const LEAST_SIMILARITY_LEFT = 0.3;

/** The same words first, then the same number and like words between those; what is left may have moved. */
export function align(sides: Sides, options: { readonly findsMoves: boolean }): Alignment {
  const numbers = new Map<string, number>();
  const exact = matchExactly(keysOf(sides.older, numbers), keysOf(sides.newer, numbers));
  const moved = options.findsMoves ? findMoves(sides, exact, { isExact: true }) : [];
  const taken = takenBy([...exact, ...moved]);
  const similar = gapsBetween(exact, sides).flatMap((gap) => fillGap(gap, sides, taken));
  const likely = [...exact, ...similar].sort((a, b) => a.older - b.older);
  // Between two that were found to be alike, what is left alone needs less in common.
  const alone = gapsBetween(likely, sides).flatMap((gap) =>
    isLone(gap, taken) ? fillGap(gap, sides, taken, LEAST_SIMILARITY_LEFT) : [],
  );
  const pairs = [...likely, ...alone].sort((a, b) => a.older - b.older);
  const furtherMoves = options.findsMoves ? findMoves(sides, [...pairs, ...moved], { isExact: false }) : [];
  const moves = [...moved, ...furtherMoves].sort((a, b) => a.newer - b.newer);
  return { pairs: withHeadings(pairs, moves, sides).map(toPair), moves: moves.map(toPair) };
}

interface Taken {
  readonly older: ReadonlySet<number>;
  readonly newer: ReadonlySet<number>;
}

function takenBy(links: readonly Link[]): Taken {
  return { older: new Set(links.map(({ older }) => older)), newer: new Set(links.map(({ newer }) => newer)) };
}

/** Texts are long and looked at thrice: each becomes a number first. */
function keysOf(things: readonly Alignable[], numbers: Map<string, number>): Keyed[] {
  return things.map(({ text, family, kind, number }) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    const like = `${known} ${family}`;
    return {
      keys: [`${like} ${kind}`, `${like} ${kind} ${number}`, text === '' ? `${like} ${kind}` : like],
      weight: text.length,
    };
  });
}

function toPair({ older, newer }: Link): Pair {
  return [older, newer];
}

interface Gap {
  readonly older: readonly [number, number];
  readonly newer: readonly [number, number];
}

function gapsBetween(links: readonly Link[], { older, newer }: Sides): Gap[] {
  const gaps: Gap[] = [];
  let [from, start] = [0, 0];
  for (const link of [...links, { older: older.length, newer: newer.length }]) {
    if (link.older > from && link.newer > start) {
      gaps.push({ older: [from, link.older], newer: [start, link.newer] });
    }
    [from, start] = [link.older + 1, link.newer + 1];
  }
  return gaps;
}

function isLone({ older, newer }: Gap, taken: Taken): boolean {
  const isOne = (places: readonly number[], others: ReadonlySet<number>) =>
    places.filter((at) => !others.has(at)).length === 1;
  return isOne(range(older), taken.older) && isOne(range(newer), taken.newer);
}

function fillGap(gap: Gap, sides: Sides, taken: Taken, leastAlone = LEAST_SIMILARITY_ALONE): Link[] {
  const older = range(gap.older).filter((at) => !taken.older.has(at));
  const newer = range(gap.newer).filter((at) => !taken.newer.has(at));
  const [[one, ...others], [other, ...furtherOthers]] = [older, newer];
  const isAlone = others.length + furtherOthers.length === 0 && one !== undefined && other !== undefined;
  // What alone stands between two that stayed, under the number that stood there, was written anew.
  if (isAlone && isRewritten(sides.older[one], sides.newer[other])) return [{ older: one, newer: other, weight: 0 }];
  const least = isAlone ? leastAlone : LEAST_SIMILARITY;
  return heaviestChain(likelyPairs(sides, { older, newer }, least));
}

function isRewritten(one: Alignable | undefined, other: Alignable | undefined): boolean {
  if (one === undefined || other === undefined || one.family !== other.family || one.kind !== other.kind) return false;
  return one.number !== '' && one.number === other.number;
}

/** A heading in other words is the same heading if the text it opens is. */
function withHeadings(pairs: readonly Link[], moves: readonly Link[], { older, newer }: Sides): Link[] {
  const taken = takenBy([...pairs, ...moves]);
  return pairs.flatMap((link) => {
    const above = { older: link.older - 1, newer: link.newer - 1, weight: 0 };
    const [one, other] = [older[above.older], newer[above.newer]];
    const isFree = !taken.older.has(above.older) && !taken.newer.has(above.newer);
    const isHeading =
      one?.kind.startsWith('heading') === true && one.kind === other?.kind && one.family === other.family;
    return isFree && isHeading ? [above, link] : [link];
  });
}

function range([from, to]: readonly [number, number]): number[] {
  return Array.from({ length: to - from }, (_, step) => from + step);
}
