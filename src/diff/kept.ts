/** Nothing goes in; a place where what was found of blocks is kept for the next comparison comes out: an edition repeats most of the one before. */
import type { Element } from 'hast';
import type { RedlineBlock } from '../model/redline.ts';
import type { SideBlock } from './side.ts';
import type { ReadUnits, Unit } from './units.ts';

/**
 * All of it depends on what it is kept by, and on nothing else; nobody changes that. So it only saves time, and only where
 * the texts that are compared share their blocks.
 */
export interface Kept {
  /** How many blocks were read: each has a number of its own. */
  read: number;
  /** By the element, and by what it is to its reader. */
  readonly units: WeakMap<Element, Map<string, ReadUnits>>;
  readonly sides: WeakMap<Unit, SideBlock>;
  /** By the newer of the two: of blocks that are one object in both texts. */
  readonly pairs: WeakMap<Unit, { readonly older: Unit; readonly block: RedlineBlock }>;
}

export function createKept(): Kept {
  return { read: 0, units: new WeakMap(), sides: new WeakMap(), pairs: new WeakMap() };
}
