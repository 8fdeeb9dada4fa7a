/** Texts go in that are compared more than once; the units of each come out, read once. */
import type { Body } from '../model/clause.ts';
import type { KnownWords } from './inline-words.ts';
import { type Unit, unitsOf } from './units.ts';

/** What was read for other comparisons. */
export interface KnownTexts {
  /** The units of a text; those of no two texts have containers with the same key. */
  unitsOf(body: Body): readonly Unit[];
}

export function createKnownTexts(): KnownTexts {
  const words: KnownWords = new WeakMap();
  const known = new WeakMap<Body, readonly Unit[]>();
  let count = 0;
  return {
    unitsOf(body) {
      const units = known.get(body) ?? unitsOf(body, `${count} `, words);
      known.set(body, units);
      count += 1;
      return units;
    },
  };
}
