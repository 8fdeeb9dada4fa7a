/** A block of one text and its partner in the other go in; the blocks around the partner that the first was parted into come out. */
import { editsOf, lengthOf } from './edits.ts';
import type { SideBlock } from './side.ts';
import type { Bag } from './similarity.ts';
import type { Token } from './tokens.ts';

export interface Parts {
  /** Places of the parts in the other text: one after the other, the partner's among them. */
  readonly places: readonly number[];
  /** Where each part but the first begins in the block, as indexes of its tokens. */
  readonly cuts: readonly number[];
}

/** Of what a part says, so much must stand in the block in its order. */
const LEAST_SHARE = 0.7;
/** The partner may have been written anew in part. */
const LEAST_SHARE_OF_PARTNER = 0.4;
/** In weight, see `Token`: shorter ones may stand there by chance. */
const LIGHTEST = 12;
const MOST_PARTS = 12;
/** In words and marks: what was taken out where a part begins and is no longer was its sign, "(ii)", or its link, "and". */
const LONGEST_SIGN = 4;

const ROLES: ReadonlySet<string> = new Set(['paragraph', 'item', 'quote', 'definition', 'cell']);

/** A block that may be parted, or be a part: running text. */
export function isPartable({ unit: { role, table }, text }: SideBlock): boolean {
  return table === undefined && text !== '' && ROLES.has(role.kind);
}

/** `isFree` is false for places that have another partner. */
export function findParts(
  whole: SideBlock,
  others: readonly SideBlock[],
  { at, isFree }: { readonly at: number; readonly isFree: (place: number) => boolean },
): Parts | undefined {
  const isCandidate = (place: number): boolean => {
    const other = others[place];
    if (other === undefined || !isFree(place) || !isPartable(other)) return false;
    // However short, what opens or ends the block is a part of it.
    return whole.text.startsWith(other.text) || whole.text.endsWith(other.text) || isHeldBy(other.bag(), whole.bag());
  };
  let [from, to] = [at, at];
  while (to - from < MOST_PARTS && isCandidate(from - 1)) from -= 1;
  while (to - from < MOST_PARTS && isCandidate(to + 1)) to += 1;
  while (from < to) {
    const places = Array.from({ length: to - from + 1 }, (_, step) => from + step);
    const { shares, cuts } = comparedWith(whole, places, others);
    const isEnough = (place: number) =>
      (shares[place - from] ?? 0) >= (place === at ? LEAST_SHARE_OF_PARTNER : LEAST_SHARE);
    if (places.every(isEnough))
      return isRising([0, ...cuts, whole.line().tokens.length]) ? { places, cuts } : undefined;
    // The outermost may belong to something else.
    if (from < at && !isEnough(from)) from += 1;
    else if (to > at && !isEnough(to)) to -= 1;
    else return undefined;
  }
  return undefined;
}

function isHeldBy(part: Bag, whole: Bag): boolean {
  let shared = 0;
  for (const [word, count] of part.counts) {
    shared += Math.min(count, whole.counts.get(word) ?? 0) * (part.weights.get(word) ?? 0);
  }
  return part.weight >= LIGHTEST && shared >= LEAST_SHARE * part.weight;
}

/** For each of the parts, how much of it stands in the whole; and where in the whole each but the first begins. */
function comparedWith(whole: SideBlock, places: readonly number[], others: readonly SideBlock[]) {
  const parts = places.map((place) => spaced(others[place]?.line().tokens ?? []));
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, { length }) => sum + length, 0));
  const tokens = parts.flat();
  const shared = parts.map(() => 0);
  const cuts: number[] = [];
  for (const { kind, older, newer } of editsOf({ older: whole.line().tokens, newer: tokens })) {
    for (const [index, start] of starts.slice(1).entries()) {
      const isLost = newer.start === newer.end && start === newer.start && lengthOf(older) <= LONGEST_SIGN;
      if ((start < newer.start || start >= newer.end) && !isLost) continue;
      cuts[index] ??= start === newer.start || kind === 'same' ? older.start + start - newer.start : older.end;
    }
    if (kind === 'changed') continue;
    for (let at = newer.start; at < newer.end; at += 1) {
      const part = starts.findLastIndex((start) => start <= at);
      shared[part] = (shared[part] ?? 0) + (tokens[at]?.weight ?? 0);
    }
  }
  const shares = parts.map((part, index) => {
    const weight = part.reduce((sum, token) => sum + token.weight, 0);
    return weight === 0 ? 0 : (shared[index] ?? 0) / weight;
  });
  return { shares, cuts };
}

/** The last word of a block ends a sentence where one ends in the whole: white space follows. */
function spaced(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.at(-1);
  return last === undefined ? tokens : [...tokens.slice(0, -1), { ...last, end: last.wordEnd + 1 }];
}

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}
