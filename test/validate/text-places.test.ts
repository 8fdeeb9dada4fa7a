import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAt } from '../../src/model/diagnostic.ts';
import { placesIn } from '../../src/validate/text-places.ts';
import { text } from '../builders.ts';

describe('placesIn', () => {
  it('gives the places that a slow search gives', () => {
    const lines = fc.array(fc.constantFrom('', 'a', 'word and word', 'ё'), { minLength: 1 });
    fc.assert(
      fc.property(lines, fc.nat(30), fc.integer({ min: 1, max: 9 }), (written, start, length) => {
        const markdown = `${written.join('\n')}\nThe end.`.padEnd(60);
        const path = 'policies/privacy/a.md';
        const found = placesIn(text(markdown, { path, lineOffset: 4 }))(start, start + length);
        expect(found).toEqual(placeAt({ path, text: markdown, lineOffset: 4 }, start, start + length));
      }),
    );
  });
});
