/** Two aligned texts go in; whether a link within one leads to the same place as a link within the other comes out. */
import type { Pair } from './align.ts';
import type { Unit } from './units.ts';

export type Judgement =
  | { readonly kind: 'alike' | 'different' }
  /** The same address, but the block that bore it is now at `moved`. */
  | { readonly kind: 'turned'; readonly moved: string };

interface Sides {
  readonly older: readonly { readonly unit: Unit }[];
  readonly newer: readonly { readonly unit: Unit }[];
}

export type Judge = (older: string, newer: string) => Judgement;

/** A judge of links, `#3.1` as well as those that lead out of the text. */
export function judgeOf({ older: one, newer: other }: Sides, pairs: readonly Pair[]): Judge {
  const [older, newer] = [one.map(({ unit }) => unit), other.map(({ unit }) => unit)];
  const [olderPlaces, newerPlaces] = [placesOf(older), placesOf(newer)];
  const partners = new Map(pairs);
  return (one, other) => {
    if (!one.startsWith('#') || !other.startsWith('#')) return { kind: one === other ? 'alike' : 'different' };
    const [from, to] = [olderPlaces.get(fragmentOf(one)), newerPlaces.get(fragmentOf(other))];
    const partner = from === undefined ? undefined : partners.get(from);
    if (partner !== undefined && partner === to) return { kind: 'alike' };
    if (one !== other) return { kind: 'different' };
    const moved = partner === undefined || to === undefined ? undefined : newer[partner]?.ids[0];
    return moved === undefined ? { kind: 'alike' } : { kind: 'turned', moved };
  };
}

/** Links are percent-encoded, addresses are not. */
function fragmentOf(href: string): string {
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

function placesOf(units: readonly Unit[]): Map<string, number> {
  return new Map(units.flatMap(({ ids }, index) => ids.map((id) => [id, index] as const)));
}
