/** Clauses of both texts, some of them matched, go in; those of the rest that say much of the same in other blocks come out as pairs. */
import { lazy } from '../model/lazy.ts';
import { heaviestChain, type Link } from './heaviest-chain.ts';
import { type Alignable, likelyPairs } from './likely-pairs.ts';
import { bagOf } from './similarity.ts';
import { tokensOf } from './tokens.ts';

/** In the order of each text. `match` is the index of the other text's clause, where one was found. */
export interface Leftover {
  readonly older: readonly { readonly text: string; readonly match?: number }[];
  readonly newer: readonly { readonly text: string }[];
}

/** So much of the words of two that stand between the same neighbours; and of two that stand anywhere. */
const LEAST_BETWEEN = 0.3;
const LEAST_ANYWHERE = 0.6;
/** A shorter text is too like others; in weight (see `Token`). */
const LIGHTEST = 30;

export function matchLeftover({ older, newer }: Leftover): Link[] {
  const sides = { older: older.map(alignable), newer: newer.map(alignable) };
  const taken = new Set(older.flatMap(({ match }) => match ?? []));
  const links: Link[] = [];
  const take = (found: readonly Link[]): void => {
    for (const link of found) taken.add(link.newer);
    links.push(...found);
  };
  let [from, start] = [0, 0];
  for (let at = 0; at <= older.length; at += 1) {
    const match = at === older.length ? newer.length : older[at]?.match;
    if (match === undefined || match < start) continue;
    const gap = {
      older: free(from, at, (index) => older[index]?.match !== undefined),
      newer: free(start, match, taken),
    };
    if (gap.older.length > 0 && gap.newer.length > 0) take(heaviestChain(likelyPairs(sides, gap, LEAST_BETWEEN)));
    [from, start] = [at + 1, match + 1];
  }
  const found = new Set(links.map((link) => link.older));
  const isHeavy = (thing: Alignable | undefined): boolean => (thing?.bag().weight ?? 0) >= LIGHTEST;
  const left = {
    older: free(0, older.length, (at) => older[at]?.match !== undefined || found.has(at) || !isHeavy(sides.older[at])),
    newer: free(0, newer.length, (at) => taken.has(at) || !isHeavy(sides.newer[at])),
  };
  const anywhere = likelyPairs(sides, left, LEAST_ANYWHERE).sort((a, b) => b.similarity - a.similarity);
  for (const link of anywhere) {
    if (found.has(link.older) || taken.has(link.newer)) continue;
    found.add(link.older);
    take([link]);
  }
  return links;
}

/** Whatever their numbers: under the same one in the same place they would have been found. */
function alignable({ text }: Leftover['newer'][number]): Alignable {
  return { text, number: '', family: 'clause', kind: 'clause', bag: lazy(() => bagOf(tokensOf(text))) };
}

function free(from: number, to: number, isTaken: ReadonlySet<number> | ((at: number) => boolean)): number[] {
  const has = typeof isTaken === 'function' ? isTaken : (at: number) => isTaken.has(at);
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step).filter((at) => !has(at));
}
