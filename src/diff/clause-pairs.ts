/** The clauses of both texts and which is which go in; every clause as both texts have it comes out, with those around it. */
import type { Clause } from '../model/clause.ts';
import type { ClauseMatching } from '../model/clause-match.ts';
import type { ClauseName, ClausePair } from '../model/redline.ts';
import type { SideName } from './read-side.ts';

export interface Clauses {
  readonly older: readonly Clause[];
  readonly newer: readonly Clause[];
}

export interface ClausePairs {
  /** Those of the newer text in its order, then those that are gone in theirs. */
  readonly all: readonly ClausePair[];
  /** By the fragment in that text. */
  readonly older: ReadonlyMap<string, ClausePair>;
  readonly newer: ReadonlyMap<string, ClausePair>;
  /** The clause that holds it in one of the texts. */
  around(pair: ClausePair, side: SideName): ClausePair | undefined;
}

export function clausePairs(clauses: Clauses, { matches }: Pick<ClauseMatching, 'matches'>): ClausePairs {
  const names = { older: namesOf(clauses.older), newer: namesOf(clauses.newer) };
  const before = new Map(matches.map(({ older, newer }) => [newer, names.older.get(older)]));
  const kept = new Set(matches.map(({ older }) => older));
  const came = [...names.newer].map(([anchor, newer]): ClausePair => {
    const older = before.get(anchor);
    return older === undefined ? { newer } : { older, newer };
  });
  const gone = [...names.older].flatMap(([anchor, older]): ClausePair[] => (kept.has(anchor) ? [] : [{ older }]));
  const all = [...came, ...gone];
  const by = (side: SideName) =>
    new Map(all.flatMap((pair) => (pair[side] === undefined ? [] : [[pair[side].anchor, pair] as const])));
  const pairs = { older: by('older'), newer: by('newer') };
  const holders = { older: holdersIn(clauses.older), newer: holdersIn(clauses.newer) };
  return { all, ...pairs, around: (pair, side) => pairs[side].get(holders[side].get(pair[side]?.anchor ?? '') ?? '') };
}

function namesOf(clauses: readonly Clause[]): Map<string, ClauseName> {
  return new Map(
    clauses.map(({ anchor, label, citation, title }) => [
      anchor,
      { anchor, title, ...(label === undefined ? {} : { label }), ...(citation === undefined ? {} : { citation }) },
    ]),
  );
}

/** By a clause's fragment: that of the clause around it. */
function holdersIn(clauses: readonly Clause[]): Map<string, string> {
  const holders = new Map<string, string>();
  let open: readonly Clause[] = [];
  for (const clause of clauses) {
    open = open.filter(({ depth }) => depth < clause.depth);
    const holder = open.at(-1);
    if (holder !== undefined) holders.set(clause.anchor, holder.anchor);
    open = [...open, clause];
  }
  return holders;
}
