/** Two rendered texts go in; the redline that leads from the older to the newer comes out. */
import type { Body } from '../model/clause.ts';
import type { Redline, RedlineBlock } from '../model/redline.ts';
import { type Alignment, align } from './align.ts';
import { clauseChanges } from './clause-changes.ts';
import { ownersOf } from './clause-owners.ts';
import { clausePairs } from './clause-pairs.ts';
import { clausePlaces } from './clause-places.ts';
import { compareBlocks } from './compare-blocks.ts';
import { createKept, type Kept } from './kept.ts';
import { matchClauses } from './match-clauses.ts';
import { outsideChanges } from './outside-changes.ts';
import { partBlocks } from './part-blocks.ts';
import { type SideBlock, sideOf } from './side.ts';
import { type Judge, judgeOf } from './targets.ts';
import { type Unit, unitsOf } from './units.ts';
import { hasSameWording } from './wording.ts';

/**
 * Both texts are in one language, whichever. Time is near-linear in their size, whatever repeats or differs; the same two texts
 * give the same redline on every machine, but for the keys of containers. `kept`: what was read of them for other comparisons.
 */
export function compare(older: Body, newer: Body, kept: Kept = createKept()): Redline {
  const units = { older: unitsOf(older, 'older ', kept), newer: unitsOf(newer, 'newer ', kept) };
  // Where only one text has a title of its own, the page shows the edition's title in that place for the other.
  const hasTitles = older.heading !== undefined && newer.heading !== undefined;
  const shown = (each: readonly Unit[]): readonly Unit[] =>
    hasTitles ? each : each.filter(({ role }) => role.kind !== 'title');
  const blocks = compareUnits(shown(units.older), shown(units.newer), kept);
  const clauses = { older: older.clauses, newer: newer.clauses };
  const owners = ownersOf(blocks, clauses);
  const matching = { owners, matches: matchClauses({ blocks, owners, clauses }) };
  const pairs = clausePairs(clauses, matching);
  const places = clausePlaces(blocks, owners, pairs);
  return {
    sameWording: blocks.every(hasSameWording),
    blocks,
    places,
    changes: clauseChanges(blocks, matching, pairs),
    outside: outsideChanges(blocks, places, matching),
    matching,
  };
}

/** One block became another, whatever they say. */
const WHOLE: Alignment = { pairs: [[0, 0]], moves: [] };

function isOfOneFamily([one, ...rest]: readonly SideBlock[], [other, ...others]: readonly SideBlock[]): boolean {
  return rest.length + others.length === 0 && one !== undefined && one.family === other?.family;
}

/** `around` is the judge of the text around a cell; absent for the text itself. */
function compareUnits(
  olderUnits: readonly Unit[],
  newerUnits: readonly Unit[],
  kept: Kept,
  around?: Judge,
): RedlineBlock[] {
  const whole = { older: sideOf(olderUnits, kept), newer: sideOf(newerUnits, kept) };
  const isOneCell = around !== undefined && isOfOneFamily(whole.older, whole.newer);
  const found = isOneCell ? WHOLE : align(whole, { findsMoves: around === undefined });
  const sides = partBlocks({ ...whole, alignment: found }, kept);
  const { alignment } = sides;
  const judge = around ?? judgeOf(sides, [...alignment.pairs, ...alignment.moves]);
  return compareBlocks(sides, { judge, kept, compareUnits: (one, other) => compareUnits(one, other, kept, judge) });
}
