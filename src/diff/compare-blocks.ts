/** The blocks of two texts, and which is which, go in; the blocks of a redline come out. */
import {
  type BlockKind,
  type BlockSide,
  type FormChange,
  isRenumbered,
  numberOf,
  type RedlineBlock,
  type Shell,
} from '../model/redline.ts';
import { adoptContainers } from './adopt-containers.ts';
import type { Alignment } from './align.ts';
import { type CompareUnits, compareTable } from './compare-table.ts';
import { compareText, leadsWithin } from './compare-text.ts';
import type { Kept } from './kept.ts';
import { cut } from './line.ts';
import { mergeInOrder } from './merge-in-order.ts';
import type { SideBlock } from './side.ts';
import type { Judge } from './targets.ts';
import type { Unit } from './units.ts';

export interface Aligned {
  readonly older: readonly SideBlock[];
  readonly newer: readonly SideBlock[];
  readonly alignment: Alignment;
}

export interface Means {
  readonly judge: Judge;
  readonly kept: Kept;
  /** Compares what stands in a cell. */
  readonly compareUnits: CompareUnits;
}

export function compareBlocks({ older, newer, alignment: { pairs, moves } }: Aligned, means: Means): RedlineBlock[] {
  const [goneTo, cameFrom] = [new Map(moves), new Map(moves.map(([from, to]) => [to, from]))];
  const adopt = adoptContainers(
    pairs.map(([from, to]) => [older[from]?.unit.within ?? [], newer[to]?.unit.within ?? []] as const),
  );
  const merged = mergeInOrder(pairs, older.length, newer.length);
  const indexOf = { older: new Map<number, number>(), newer: new Map<number, number>() };
  for (const [index, place] of merged.entries()) {
    if (place.older !== undefined) indexOf.older.set(place.older, index);
    if (place.newer !== undefined) indexOf.newer.set(place.newer, index);
  }
  return merged.flatMap((place): RedlineBlock[] => {
    const [one, other] = [older[place.older ?? -1], newer[place.newer ?? -1]];
    if (one !== undefined && other !== undefined) return [pairedBlock(one, other, means)];
    if (one !== undefined) {
      const block = { ...loneBlock(one, 'deleted', means), within: adopt(one.unit.within) };
      const counterpart = indexOf.newer.get(goneTo.get(place.older ?? -1) ?? -1);
      return [counterpart === undefined ? block : { counterpart, ...block, kind: 'moved-away' }];
    }
    if (other === undefined) return [];
    const from = cameFrom.get(place.newer ?? -1);
    const origin = from === undefined ? undefined : older[from];
    const counterpart = indexOf.older.get(from ?? -1);
    if (origin === undefined || counterpart === undefined) return [loneBlock(other, 'inserted', means)];
    return [{ counterpart, ...pairedBlock(origin, other, means), kind: 'moved-here' }];
  });
}

/** Of one object in both texts the same always comes, unless it refers to other places of its text. */
function pairedBlock(one: SideBlock, other: SideBlock, means: Means): RedlineBlock {
  const { pairs } = means.kept;
  const known = pairs.get(other.unit);
  if (known?.older === one.unit) return known.block;
  const block = comparedBlock(one, other, means);
  if (isOneObject(one.unit, other.unit) && !refers(other.unit)) pairs.set(other.unit, { older: one.unit, block });
  return block;
}

function isOneObject(one: Unit, other: Unit): boolean {
  return one.table === undefined ? one.inline === other.inline : one.table === other.table;
}

function refers({ inline, table }: Unit): boolean {
  if (table === undefined) return leadsWithin(inline);
  return table.rows.some(({ cells }) => cells.some(({ units }) => units.some(refers)));
}

function comparedBlock(one: SideBlock, other: SideBlock, means: Means): RedlineBlock {
  const sides = { older: sideOf(one.unit), newer: sideOf(other.unit) };
  const compared =
    one.unit.table === undefined && other.unit.table === undefined
      ? compareText(
          { inline: one.unit.inline, line: one.line },
          { inline: other.unit.inline, line: other.line },
          means.judge,
        )
      : { isReplaced: false, ...compareTable(one.unit.table, other.unit.table, means.compareUnits) };
  const { content, isReplaced } = compared;
  const form = [...sideChanges(sides.older, sides.newer), ...compared.form];
  const isSame =
    form.length === 0 &&
    !isRenumbered(sides) &&
    (content.kind === 'text'
      ? content.runs.every(({ kind }) => kind === 'same')
      : content.rows.every(({ kind }) => kind === 'same'));
  const kind: BlockKind = isSame ? 'same' : isReplaced ? 'replaced' : 'changed';
  return { kind, ...sides, within: other.unit.within, ...shellOf(other.unit), content, form };
}

function loneBlock({ unit, line }: SideBlock, kind: 'deleted' | 'inserted', means: Means): RedlineBlock {
  const isOlder = kind === 'deleted';
  const around = {
    kind,
    ...(isOlder ? { older: sideOf(unit) } : { newer: sideOf(unit) }),
    within: unit.within,
    ...shellOf(unit, isOlder ? withoutId : undefined),
    form: [],
  };
  if (unit.table !== undefined) {
    const [older, newer] = isOlder ? [unit.table, undefined] : [undefined, unit.table];
    return { content: compareTable(older, newer, means.compareUnits).content, ...around };
  }
  const nodes = isOlder ? cut(line(), { start: 0, end: line().text.length }, { keepsIds: false }) : unit.inline;
  return { content: { kind: 'text', runs: nodes.length === 0 ? [] : [{ kind, nodes }] }, ...around };
}

function sideOf({ role, label, anchor, continues }: Unit): BlockSide {
  return {
    role,
    ...(label === undefined ? {} : { label }),
    ...(anchor === undefined ? {} : { anchor }),
    ...(continues === undefined ? {} : { continues }),
  };
}

function shellOf({ shell }: Unit, change = (same: Shell): Shell => same): { readonly shell?: Shell } {
  return shell === undefined ? {} : { shell: change(shell) };
}

function withoutId({ tagName, properties: { id: _, ...properties } }: Shell): Shell {
  return { tagName, properties };
}

function sideChanges(older: BlockSide, newer: BlockSide): FormChange[] {
  const changes: FormChange[] = [];
  const [before, after] = [older.role, newer.role];
  if (older.continues) return [{ kind: 'parted' }];
  if (newer.continues) return [{ kind: 'joined' }];
  if (before.kind === 'heading' && after.kind === 'heading') {
    if (before.level !== after.level) changes.push({ kind: 'level', older: before.level, newer: after.level });
  } else if (before.kind !== after.kind && !isNumberedEitherWay(older, newer)) {
    changes.push({ kind: 'role', older: before.kind, newer: after.kind });
  }
  if (older.label !== undefined && newer.label !== undefined && older.label !== newer.label) {
    const isSameNumber = numberOf(older.label) === numberOf(newer.label);
    if (isSameNumber) changes.push({ kind: 'label', older: older.label, newer: newer.label });
  }
  return changes;
}

/** With its number before it, a paragraph and an item of a list look alike. */
function isNumberedEitherWay(older: BlockSide, newer: BlockSide): boolean {
  const isText = [older, newer].every(({ role: { kind } }) => kind === 'item' || kind === 'paragraph');
  return isText && older.label !== undefined && newer.label !== undefined;
}
