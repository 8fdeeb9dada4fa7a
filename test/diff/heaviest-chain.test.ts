import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heaviestChain, type Link } from '../../src/diff/heaviest-chain.ts';

const link = fc.record({
  older: fc.nat({ max: 6 }),
  newer: fc.nat({ max: 6 }),
  weight: fc.integer({ min: 1, max: 9 }),
});
const weigh = (links: readonly Link[]) => links.reduce((sum, { weight }) => sum + weight, 0);
const rises = (links: readonly Link[]) =>
  links.every(
    (each, at) => at === 0 || (each.older > (links[at - 1]?.older ?? -1) && each.newer > (links[at - 1]?.newer ?? -1)),
  );

/** Tries every choice. */
function heaviest(links: readonly Link[]): number {
  const sorted = [...links].sort((a, b) => a.older - b.older || a.newer - b.newer);
  let best = 0;
  for (let choice = 0; choice < 2 ** sorted.length; choice += 1) {
    const chosen = sorted.filter((_, at) => (choice >> at) % 2 === 1);
    if (rises(chosen)) best = Math.max(best, weigh(chosen));
  }
  return best;
}

describe('heaviestChain', () => {
  it('keeps the order of both sequences and finds as much weight as trying every choice', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 8 }), (links) => {
        const chain = heaviestChain(links);
        expect(rises(chain)).toBe(true);
        expect(weigh(chain)).toBe(heaviest(links));
      }),
    );
  });

  it('lets the lighter of two that crossed move', () => {
    const [heavy, light] = [
      { older: 0, newer: 1, weight: 9 },
      { older: 1, newer: 0, weight: 2 },
    ];
    expect(heaviestChain([heavy, light])).toEqual([heavy]);
  });
});
