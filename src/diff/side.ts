/** The blocks of a text go in; the same blocks, ready to be aligned and compared, come out. */
import { lazy } from '../model/lazy.ts';
import { numberOf } from '../model/redline.ts';
import type { Kept } from './kept.ts';
import type { Alignable } from './likely-pairs.ts';
import type { Line } from './line.ts';
import { bagOf } from './similarity.ts';
import { tokensOf } from './tokens.ts';
import type { Unit } from './units.ts';

export interface SideBlock extends Alignable {
  readonly unit: Unit;
  readonly line: () => Line;
}

export function sideOf(units: readonly Unit[], { sides }: Kept): SideBlock[] {
  return units.map((unit) => {
    const side = sides.get(unit) ?? sideBlock(unit);
    sides.set(unit, side);
    return side;
  });
}

function sideBlock(unit: Unit): SideBlock {
  const { role, table, text, label, line } = unit;
  const bag = lazy(() => bagOf(table === undefined ? line().tokens : tokensOf(text)));
  const kind = role.kind === 'heading' ? `heading ${role.level}` : role.kind;
  return { unit, text, family: familyOf(unit), kind, number: numberOf(label), line, bag };
}

/** Only blocks of one family can become one another. */
function familyOf({ role: { kind } }: Unit): string {
  return kind === 'table' || kind === 'rule' || kind === 'title' || kind === 'note' ? kind : 'text';
}
