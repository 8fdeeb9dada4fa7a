/** All places of a text where a label may stand go in; which of them the next number of a sequence follows comes out. */
import type { Reading } from './label.ts';
import type { Candidate } from './outline.ts';

type Step = Extract<Reading, { kind: 'step' }>;

/** Made once for a text: to look for each label anew would take time that grows with the square of their number. */
export interface Successors {
  /** By style, value and nesting: where such steps stand, in order. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** For each place the next heading after it, and the next that stands in fewer items; past the end if there is none. */
  readonly headings: readonly number[];
  readonly shallower: readonly number[];
}

export function successorsIn(candidates: readonly Candidate[]): Successors {
  const places = new Map<string, number[]>();
  const headings = new Array<number>(candidates.length);
  const shallower = new Array<number>(candidates.length);
  const open: { index: number; nesting: number }[] = [];
  let heading = 0;
  for (const [index, { at, label, nesting }] of candidates.entries()) {
    if (at.kind === 'heading') for (; heading < index; heading += 1) headings[heading] = index;
    for (let last = open.at(-1); last !== undefined && last.nesting > nesting; last = open.at(-1)) {
      shallower[last.index] = index;
      open.pop();
    }
    open.push({ index, nesting });
    for (const key of new Set(label?.readings.flatMap((reading) => keysOf(reading, nesting)))) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [index]);
      else known.push(index);
    }
  }
  headings.fill(candidates.length, heading);
  for (const { index } of open) shallower[index] = candidates.length;
  return { places, headings, shallower };
}

/** Whether the next label of the same style stands at the same depth before a heading, or the end of the item, ends the search. */
export function hasSuccessor(
  { style, last }: Step,
  { candidate: { at, nesting }, index }: { readonly candidate: Candidate; readonly index: number },
  { places, headings, shallower }: Successors,
): boolean {
  const found = firstAfter(index, places.get(keyOf(style, last + 1, nesting)) ?? []);
  if (found === undefined || found >= (shallower[index] ?? 0)) return false;
  return at.kind === 'heading' || found < (headings[index] ?? 0);
}

function keysOf(reading: Reading, nesting: number): string[] {
  return reading.kind === 'step' ? [keyOf(reading.style, reading.value, nesting)] : [];
}

function keyOf(style: string, value: number, nesting: number): string {
  return `${value} ${nesting} ${style}`;
}

/** The first of `places`, which are in order, that is greater than `index`. */
function firstAfter(index: number, places: readonly number[]): number | undefined {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return places[low];
}
