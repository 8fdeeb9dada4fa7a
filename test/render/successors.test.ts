import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLabel } from '../../src/render/label.ts';
import type { Candidate } from '../../src/render/outline.ts';
import { hasSuccessor, successorsIn } from '../../src/render/successors.ts';

const candidate: fc.Arbitrary<Candidate> = fc.record({
  label: fc
    .constantFrom('a) x', 'b) x', 'c) x', 'i) x', '1. x', '2. x', '3—4. x', '5. x', 'word')
    .map((line) => readLabel(line, { isHeading: false })),
  at: fc.constantFrom<Candidate['at']>({ kind: 'block' }, { kind: 'block' }, { kind: 'heading', level: 2, slug: 's' }),
  nesting: fc.nat(2),
});

/** The rule as it is told: on to the next of the style, at the same depth, until a heading or the end of the item. */
function isFollowed(candidates: readonly Candidate[], index: number, style: string, next: number): boolean {
  const start = candidates[index];
  for (const later of candidates.slice(index + 1)) {
    if (later.at.kind === 'heading' && start?.at.kind !== 'heading') return false;
    if (later.nesting < (start?.nesting ?? 0)) return false;
    const isNext = later.label?.readings.some(
      (one) => one.kind === 'step' && one.style === style && one.value === next,
    );
    if (isNext === true && later.nesting === start?.nesting) return true;
  }
  return false;
}

it('finds what follows a label as reading on from it would', () => {
  fc.assert(
    fc.property(fc.array(candidate, { maxLength: 30 }), (candidates) => {
      const successors = successorsIn(candidates);
      for (const [index, one] of candidates.entries()) {
        for (const reading of one.label?.readings ?? []) {
          if (reading.kind !== 'step') continue;
          expect(hasSuccessor(reading, { candidate: one, index }, successors)).toBe(
            isFollowed(candidates, index, reading.style, reading.last + 1),
          );
        }
      }
    }),
    { numRuns: 300 },
  );
});
