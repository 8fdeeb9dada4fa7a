/** The clause digests of a sealed text and its present body go in; the clauses that differ come out. */
import { diffArrays } from 'diff';
import type { Body } from '../model/clause.ts';
import { clauseTexts, shortDigest } from './clause-digests.ts';

export interface ClauseDifference {
  /** The fragment it has, or had if it is gone. */
  readonly anchor: string;
  /** The short digest of the words it had; absent if there was no such clause. */
  readonly was?: string;
  /** The words it has; absent if it is gone. */
  readonly now?: string;
}

/** Clauses compared beyond this many differences would take long, and nobody would read the list. */
const MOST_DIFFERENCES = 2000;

/** In the order of the text. A clause whose number or heading was changed counts as the one that stood in its place. */
export function clauseDifferences(digests: readonly string[], body: Body): ClauseDifference[] {
  const before = new Map(digests.map((digest) => [digest.slice(9), digest.slice(0, 8)]));
  const after = new Map(clauseTexts(body).map(({ anchor, words }) => [anchor, words]));
  const hunks = align([...before.keys()], [...after.keys()]);
  const differences: ClauseDifference[] = [];
  let gone: string[] = [];
  const flush = () => {
    differences.push(...gone.map((anchor) => difference(anchor, before.get(anchor), undefined)));
    gone = [];
  };
  for (const { value, added, removed } of hunks) {
    if (removed) gone.push(...value);
    else if (added) {
      for (const anchor of value) {
        const stood = gone.shift();
        const was = stood === undefined ? undefined : before.get(stood);
        differences.push(difference(anchor, was, after.get(anchor)));
      }
    } else {
      flush();
      for (const anchor of value) differences.push(difference(anchor, before.get(anchor), after.get(anchor)));
    }
  }
  flush();
  return differences.filter(({ was, now }) => now === undefined || shortDigest(now) !== was);
}

type Hunk = { readonly value: readonly string[]; readonly added: boolean; readonly removed: boolean };

function align(before: string[], after: string[]): readonly Hunk[] {
  const hunks = diffArrays(before, after, { maxEditLength: MOST_DIFFERENCES });
  if (hunks !== undefined) return hunks;
  return [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ];
}

function difference(anchor: string, was: string | undefined, now: string | undefined): ClauseDifference {
  return { anchor, ...(was === undefined ? {} : { was }), ...(now === undefined ? {} : { now }) };
}
