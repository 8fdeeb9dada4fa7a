/** The blocks of a redline, whose they are and the clauses of both texts go in; what happened to each clause comes out. */
import type { ClauseMatching, Owners } from '../model/clause-match.ts';
import {
  type ClauseChange,
  type ClauseChangeKind,
  type ClauseName,
  type ClausePair,
  isRenumbered,
  type RedlineBlock,
} from '../model/redline.ts';
import type { ClausePairs } from './clause-pairs.ts';
import { isInOtherWords, type OwnedBlock, ownedBlocks } from './owned-blocks.ts';

/** In the order of the blocks with which clauses begin. One that begins with no block, an item of a list written in HTML, is not told of. */
export function clauseChanges(
  blocks: readonly RedlineBlock[],
  matching: ClauseMatching,
  pairs: ClausePairs,
): ClauseChange[] {
  const openings = openingsIn(blocks);
  const owned = ownedBlocks(blocks, matching);
  const wholeOf = wholesIn(blocks, matching.owners, pairs, openings);
  const told = pairs.all.flatMap((pair) => {
    const opening = openings(pair);
    if (opening === undefined) return [];
    return changesOf(pair, { opening, blocks, owned, pairs, openings, wholeOf }).map((change) => ({ change, opening }));
  });
  return told.sort((a, b) => a.opening - b.opening).map(({ change }) => change);
}

/** The index of the block with which a clause begins: of the newer text, or of the older if it is gone from there. */
type Openings = (pair: ClausePair) => number | undefined;

function openingsIn(blocks: readonly RedlineBlock[]): Openings {
  const indexes = { older: new Map<string, number>(), newer: new Map<string, number>() };
  for (const [index, { kind, older, newer }] of blocks.entries()) {
    if (older?.anchor !== undefined && kind !== 'moved-here') indexes.older.set(older.anchor, index);
    if (newer?.anchor !== undefined && kind !== 'moved-away') indexes.newer.set(newer.anchor, index);
  }
  return ({ older, newer }) =>
    newer === undefined ? indexes.older.get(older?.anchor ?? '') : indexes.newer.get(newer.anchor);
}

interface Surroundings {
  readonly opening: number;
  readonly blocks: readonly RedlineBlock[];
  readonly owned: ReadonlyMap<string, readonly OwnedBlock[]>;
  readonly pairs: ClausePairs;
  readonly openings: Openings;
  readonly wholeOf: WholeOf;
}

/** Of a clause that one text alone has: the clause of the other in which the words stand that it begins with. */
type WholeOf = (pair: ClausePair) => ClauseName | undefined;

function wholesIn(blocks: readonly RedlineBlock[], owners: Owners, pairs: ClausePairs, openings: Openings): WholeOf {
  return (pair) => {
    const index = openings(pair) ?? -1;
    const { kind, counterpart } = blocks[index] ?? {};
    if (kind === 'inserted' || kind === 'deleted') return undefined;
    if (pair.older === undefined) return pairs.older.get(owners.older[index] ?? '')?.older;
    return pairs.newer.get(owners.newer[kind === 'moved-away' ? (counterpart ?? -1) : index] ?? '')?.newer;
  };
}

function changesOf(pair: ClausePair, surroundings: Surroundings): ClauseChange[] {
  const { opening, blocks, owned, pairs, openings, wholeOf } = surroundings;
  const around = pairs.around(pair, pair.newer === undefined ? 'older' : 'newer');
  const change = (kind: ClauseChangeKind, block: number, isWithin: boolean): ClauseChange => {
    return { kind, ...pair, block, isWithin };
  };
  if (pair.older === undefined || pair.newer === undefined) {
    const [side, came, parted] =
      pair.older === undefined ? (['older', 'added', 'split'] as const) : (['newer', 'removed', 'joined'] as const);
    const whole = wholeOf(pair);
    if (whole !== undefined) return [{ ...change(parted, opening, false), whole }];
    return [change(came, opening, around !== undefined && around[side] === undefined && wholeOf(around) === undefined)];
  }
  const isMoved = (one: ClausePair) => blocks[openings(one) ?? -1]?.kind === 'moved-here';
  const wentAlong = around !== undefined && isMoved(around) && around === pairs.around(pair, 'older');
  const inner = innerChange(owned.get(pair.newer.anchor) ?? [], opening);
  return [
    ...(isMoved(pair) && !wentAlong ? [change('moved', opening, false)] : []),
    ...(inner === undefined ? [] : [change(inner.kind, inner.block, false)]),
    ...(isRenumbered(pair) ? [change('renumbered', opening, around !== undefined && isRenumbered(around))] : []),
  ];
}

/** What changed in a clause's own blocks; a number that changed is told of as such. */
function innerChange(
  own: readonly OwnedBlock[],
  opening: number,
): { readonly kind: 'changed' | 'form'; readonly block: number } | undefined {
  const words = own.filter(isInOtherWords);
  const form = own.filter(({ block }) => block.kind !== 'same' && block.form.length > 0);
  const [kind, found] = words.length > 0 ? (['changed', words] as const) : (['form', form] as const);
  // What was taken out may have stood far from where the clause is.
  const first = found.find(({ index }) => index >= opening) ?? found[0];
  return first === undefined ? undefined : { kind, block: first.index };
}
