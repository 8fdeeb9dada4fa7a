import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginning, shorten } from '../../src/model/shorten.ts';

it('leaves whole what fits, with single spaces', () => {
  expect(shorten('  We keep\n your data. ', 18)).toBe('We keep your data.');
});

it('ends behind a word, without the stop that stood there', () => {
  expect(shorten('We keep data, and more.', 15)).toBe('We keep data …');
});

it('ends within a word where a space would leave next to nothing', () => {
  expect(shorten(`第 ${'条'.repeat(20)}`, 10)).toBe(`第 ${'条'.repeat(8)} …`);
});

it('leaves no half of a character', () => {
  expect(beginning('ab😀', 3)).toBe('ab');
  expect(beginning('ab😀', 4)).toBe('ab😀');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: 12 }), (text, longest) => {
      expect(shorten(text, longest)).not.toMatch(/\p{Surrogate}/u);
      expect(beginning(text, longest).length).toBeLessThanOrEqual(longest);
    }),
  );
});
