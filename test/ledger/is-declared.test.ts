import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortDigest } from '../../src/ledger/clause-digests.ts';
import { isDeclared } from '../../src/ledger/is-declared.ts';

const correction = (was: string, now: string) => ({ on: '2026-11-25', was, now, reason: 'Error' });
const isTold = (was: string, now: string, ...corrections: ReturnType<typeof correction>[]) =>
  isDeclared({ anchor: '1', was: shortDigest(was), now }, corrections);

describe('isDeclared', () => {
  const words = fc.array(fc.constantFrom<string[]>('we', 'you', 'may', 'not', 'sell', 'data', '30', 'days,', '(a)'), {
    minLength: 1,
    maxLength: 12,
  });
  const few = fc.array(fc.constantFrom<string[]>('we', 'never', 'data'), { maxLength: 2 });

  it('knows a text again wherever words were put in, struck out or replaced', () => {
    fc.assert(
      fc.property(words, fc.nat(12), fc.nat(3), few, (text, at, length, fresh) => {
        const taken = text.slice(at, at + length);
        const changed = text.toSpliced(at, length, ...fresh);
        const told = correction(taken.join(' '), fresh.join(' '));
        expect(isTold(text.join(' '), changed.join(' '), told)).toBe(true);
      }),
    );
  });

  it('is not satisfied while one word more was changed', () => {
    fc.assert(
      fc.property(words, words, words, (head, middle, tail) => {
        const before = [...head, 'recieve', ...middle, 'must', ...tail].join(' ');
        const after = [...head, 'receive', ...middle, 'need not', ...tail].join(' ');
        expect(isTold(before, after, correction('recieve', 'receive'))).toBe(false);
        expect(isTold(before, after, correction('recieve', 'receive'), correction('must', 'need not'))).toBe(true);
      }),
    );
  });

  it('takes no long time for a long text, and takes a correction at its word then', () => {
    const long = 'word '.repeat(20_000);
    const start = performance.now();
    expect(isTold('another', long, correction('x', ''), correction('y', ''), correction('a', 'word'))).toBe(true);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
