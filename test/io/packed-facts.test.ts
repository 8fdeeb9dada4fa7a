import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packFacts, unpackFacts } from '../../src/io/packed-facts.ts';

const string = fc.oneof(fc.constantFrom('', '1', '1.1', 'a.md', 'https://acme.example/'), fc.string());
const count = fc.nat(1_000_000).map((number) => number + 1);
const place = fc
  .tuple(string, fc.record({ line: count, column: count, endLine: count, endColumn: count }, { requiredKeys: [] }))
  .map(([path, more]) => ({ path, ...more }));
const facts = fc.record({
  path: string,
  words: string,
  anchors: fc.array(string),
  links: fc.array(fc.record({ target: string, place })),
});

it('are the same once they are unpacked', () => {
  fc.assert(
    fc.property(fc.array(facts), (texts) => {
      expect(unpackFacts(packFacts(texts))).toEqual(texts);
    }),
  );
});

it('hold each string once', () => {
  const text = { path: 'a.md', words: 'ab', anchors: ['1', '1.1'], links: [{ target: '1', place: { path: 'a.md' } }] };
  expect(packFacts([text, { ...text, path: 'b.md' }]).strings).toEqual(['a.md', 'ab', '1', '1.1', 'b.md']);
});
