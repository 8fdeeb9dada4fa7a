import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchExactly } from '../../src/diff/match-exactly.ts';

const sequence = (text: string) => [...text].map((key) => ({ keys: [key], weight: 1 }));
const pairs = (older: string, newer: string) =>
  matchExactly(sequence(older), sequence(newer)).map((each) => [each.older, each.newer]);

describe('matchExactly', () => {
  it('matches equal things only, each once, in the order of both', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 30 });
    fc.assert(
      fc.property(text, text, (older, newer) => {
        let last = [-1, -1];
        for (const [at = -1, to = -1] of pairs(older, newer)) {
          expect(older[at]).toBe(newer[to]);
          expect([at > (last[0] ?? -1), to > (last[1] ?? -1)]).toEqual([true, true]);
          last = [at, to];
        }
      }),
    );
  });

  it('matches all of two equal sequences, and all of the shorter if the longer only has more', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.constantFrom('x', 'yz'), fc.nat(30), (older, more, at) => {
        const newer = older.slice(0, at) + more + older.slice(at);
        expect(pairs(older, older).length).toBe(older.length);
        expect(pairs(older, newer).length).toBe(older.length);
      }),
    );
  });

  it('is held together by what stands once', () => {
    expect(pairs('aXaYa', 'aaXaaYaa').filter(([at]) => at === 1 || at === 3)).toEqual([
      [1, 2],
      [3, 5],
    ]);
  });
});
