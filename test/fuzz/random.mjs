/** A seed goes in; the same chances come out each time, so that every input can be made again. */

/** @returns a source of chances: mulberry32, 32 bits of state. */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** A whole number from 0 to below `limit`. */
    below: (limit) => Math.floor(next() * limit),
    /** True `part` times in one. */
    isTimeFor: (part) => next() < part,
    pick: (items) => items[Math.floor(next() * items.length)],
  };
}
