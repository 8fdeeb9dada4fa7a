/** Two tables and their columns go in; which row of one is which of the other, in place or moved, comes out. */
import type { Alignment, Pair } from './align.ts';
import { heaviestChain, type Link } from './heaviest-chain.ts';
import { alignParts, type Part } from './parts.ts';
import { bagOf, similarityOf } from './similarity.ts';
import type { RowUnit, TableUnit } from './table-unit.ts';
import { tokensOf } from './tokens.ts';

/** So much in common have two rows under one head, or they are two things of one name. */
const LEAST_SIMILARITY = 0.4;

/**
 * A row is known again by all its words, or else by its first cell, if no other row of its table has the same. Of rows that changed
 * places as few as can be have moved. Where rows cannot be told by columns, none has.
 */
export function alignRows(older: TableUnit, newer: TableUnit, columns: readonly Pair[] | undefined): Alignment {
  const links = columns === undefined ? [] : knownRows(older, newer, columns);
  const stayed = heaviestChain(links);
  const kept = new Set(stayed);
  const moved = links.filter((link) => !kept.has(link));
  const gone = new Set(moved.map((link) => link.older));
  const came = new Set(moved.map((link) => link.newer));
  const pairs: Pair[] = [];
  let [from, start] = [0, 0];
  for (const link of [...stayed, { older: older.rows.length, newer: newer.rows.length }]) {
    const [before, after] = [placesIn(from, link.older, gone), placesIn(start, link.newer, came)];
    const between = alignParts(partsAt(older, before), partsAt(newer, after));
    pairs.push(...between.flatMap(([at, to]) => pairOf(before[at], after[to])));
    if (link.older < older.rows.length) pairs.push([link.older, link.newer]);
    [from, start] = [link.older + 1, link.newer + 1];
  }
  const moves = moved.map((link): Pair => [link.older, link.newer]).sort(([, one], [, other]) => one - other);
  return { pairs, moves };
}

function knownRows(older: TableUnit, newer: TableUnit, columns: readonly Pair[]): Link[] {
  const [[first, second] = [0, 0]] = columns;
  const links = linksBy(older, newer, [({ text }) => text, ({ text }) => text]);
  const [from, to] = [new Set(links.map((link) => link.older)), new Set(links.map((link) => link.newer))];
  const byHead = linksBy(older, newer, [(row) => headOf(row, first), (row) => headOf(row, second)]);
  const others = byHead.filter((link) => {
    if (from.has(link.older) || to.has(link.newer)) return false;
    const [one = '', other = ''] = [older.rows[link.older]?.text, newer.rows[link.newer]?.text];
    return similarityOf(bagOf(tokensOf(one)), bagOf(tokensOf(other))) >= LEAST_SIMILARITY;
  });
  return [...links, ...others].sort((a, b) => a.older - b.older);
}

/** A number alone may count the rows. */
function headOf({ cells }: RowUnit, at: number): string | undefined {
  const head = cells[at]?.text.trim() ?? '';
  return /\p{L}/u.test(head) ? head : undefined;
}

type KeyOf = (row: RowUnit) => string | undefined;

/** Rows with a key that no other row of either table has. */
function linksBy(older: TableUnit, newer: TableUnit, [before, after]: readonly [KeyOf, KeyOf]): Link[] {
  const [one, other] = [placesBy(older, before), placesBy(newer, after)];
  return [...one].flatMap(([key, at]) => {
    const to = other.get(key);
    return at === undefined || to === undefined ? [] : [{ older: at, newer: to, weight: 1 }];
  });
}

/** The place of the row with each key; undefined if there are several. */
function placesBy({ rows }: TableUnit, keyOf: KeyOf): Map<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  for (const [at, row] of rows.entries()) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const whole = `${row.section} ${key}`;
    places.set(whole, places.has(whole) ? undefined : at);
  }
  return places;
}

function placesIn(from: number, to: number, left: ReadonlySet<number>): number[] {
  return Array.from({ length: to - from }, (_, step) => from + step).filter((at) => !left.has(at));
}

function partsAt({ rows }: TableUnit, places: readonly number[]): Part[] {
  return places.flatMap((at) => {
    const row = rows[at];
    return row === undefined ? [] : [{ text: row.text, words: row.text, kind: row.section }];
  });
}

function pairOf(at: number | undefined, to: number | undefined): Pair[] {
  return at === undefined || to === undefined ? [] : [[at, to]];
}
