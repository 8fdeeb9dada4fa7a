/** Two aligned texts go in; they come out with each block that became several in the other parted as it is there, each part paired. */
import type { Alignment, Pair } from './align.ts';
import { idsIn } from './elements.ts';
import { findParts, isPartable, type Parts } from './find-parts.ts';
import { inlineWords } from './inline-words.ts';
import type { Kept } from './kept.ts';
import { cut } from './line.ts';
import { type SideBlock, sideOf } from './side.ts';

export interface AlignedSides {
  readonly older: readonly SideBlock[];
  readonly newer: readonly SideBlock[];
  readonly alignment: Alignment;
}

/**
 * A paragraph that was parted, or two that were joined, are shown word by word as the same text, not as taken out and put in. What
 * a paragraph was parted into may have been joined to the next one.
 */
export function partBlocks(aligned: AlignedSides, kept: Kept): AlignedSides {
  const once = partOnce(aligned, kept);
  return once === aligned ? aligned : partOnce(once, kept);
}

function partOnce(aligned: AlignedSides, kept: Kept): AlignedSides {
  const { older, newer, alignment } = aligned;
  const { pairs, moves } = alignment;
  const taken = [...pairs, ...moves];
  const free = {
    older: without(older.keys(), new Set(taken.map(([at]) => at))),
    newer: without(newer.keys(), new Set(taken.map(([, to]) => to))),
  };
  const [partsOfOlder, partsOfNewer] = [new Map<number, Parts>(), new Map<number, Parts>()];
  for (const [at, to] of free.older.size + free.newer.size === 0 ? [] : taken) {
    const [one, other] = [older[at], newer[to]];
    if (one === undefined || other === undefined || one.text === other.text) continue;
    if (!isPartable(one) || !isPartable(other)) continue;
    const parted = findParts(one, newer, { at: to, isFree: (place) => free.newer.has(place) });
    const joined = parted ?? findParts(other, older, { at, isFree: (place) => free.older.has(place) });
    if (joined === undefined) continue;
    (parted === undefined ? partsOfNewer : partsOfOlder).set(parted === undefined ? to : at, joined);
    for (const place of joined.places) free[parted === undefined ? 'older' : 'newer'].delete(place);
  }
  if (partsOfOlder.size + partsOfNewer.size === 0) return aligned;
  const [before, after] = [parted(older, partsOfOlder, kept), parted(newer, partsOfNewer, kept)];
  const settled = ([at, to]: Pair): Pair[] => {
    const [from, into] = [before.placeOf(at), after.placeOf(to)];
    const [ofOlder, ofNewer] = [partsOfOlder.get(at), partsOfNewer.get(to)];
    if (ofOlder !== undefined) return ofOlder.places.map((place, index) => [from + index, after.placeOf(place)]);
    if (ofNewer !== undefined) return ofNewer.places.map((place, index) => [before.placeOf(place), into + index]);
    return [[from, into]];
  };
  return {
    older: before.blocks,
    newer: after.blocks,
    alignment: { pairs: pairs.flatMap(settled), moves: moves.flatMap(settled) },
  };
}

function without(places: Iterable<number>, taken: ReadonlySet<number>): Set<number> {
  return new Set([...places].filter((place) => !taken.has(place)));
}

/** `placeOf` tells where a block, or its first part, stands now. */
function parted(blocks: readonly SideBlock[], parts: ReadonlyMap<number, Parts>, kept: Kept) {
  const all: SideBlock[] = [];
  const places = blocks.map((block, index) => {
    const place = all.length;
    const own = parts.get(index);
    all.push(...(own === undefined ? [block] : partsOf(block, own, kept)));
    return place;
  });
  return { blocks: all, placeOf: (place: number) => places[place] ?? -1 };
}

/** The first part bears the number and the addresses of the block. */
function partsOf({ unit, line }: SideBlock, { cuts }: Parts, kept: Kept): SideBlock[] {
  const { text, tokens } = line();
  const starts = [0, ...cuts.map((at) => tokens[at]?.start ?? text.length)];
  const { label: _, anchor: __, ...rest } = unit;
  const within = new Set(idsIn(unit.inline));
  const units = starts.map((start, index) => {
    const inline = cut(line(), { start, end: starts[index + 1] ?? text.length }, { keepsIds: true });
    const { ids, ...others } = inlineWords(inline);
    const words = { inline, ...others };
    if (index === 0) return { ...unit, ...words, ids: [...unit.ids.filter((id) => !within.has(id)), ...ids] };
    return { ...rest, ...words, ids, continues: true as const };
  });
  return sideOf(units, kept);
}
