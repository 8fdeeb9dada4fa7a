import { describe, expect, it } from 'vitest';
import { formatPack, readPack } from '../../src/io/cache-pack.ts';

const ENTRIES = new Map<string, unknown>([
  ['a1', { body: 'first \n' }],
  ['b2', ['second', 2]],
]);
const PACK = Buffer.from(formatPack(ENTRIES, 'p'));

describe('a pack of results', () => {
  it('is read as it was written', () => {
    expect(readPack(PACK, 'p')).toEqual(ENTRIES);
    expect(readPack(formatPack(new Map(), 'p'), 'p')).toEqual(new Map());
  });

  it('is small where results repeat each other, however far apart', () => {
    const result = JSON.stringify(Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 1_000_003));
    const sizes = [1, 20].map((count) =>
      formatPack(new Map(Array.from({ length: count }, (_, at) => [`${at}`, result])), 'p'),
    );
    expect(sizes[1]?.length).toBeLessThan((sizes[0]?.length ?? 0) * 1.5);
  });

  it('has what results share once, and shares it again when it is read', () => {
    const block = { text: 'a'.repeat(1000), children: [{ text: 'b' }] };
    const shared = new Map(['one', 'two'].map((key) => [key, { key, tree: [block, block] }]));
    const read = readPack(formatPack(shared, 'p'), 'p') as typeof shared;
    expect(read).toEqual(shared);
    const [one, two] = ['one', 'two'].flatMap((key) => read.get(key)?.tree ?? []);
    expect(one).toBe(two);
  });

  it('holds nothing for another program', () => {
    expect(readPack(PACK, 'q')).toEqual(new Map());
  });

  it.each([
    ['cut off', PACK.subarray(0, -5)],
    ['altered', Buffer.from(PACK.map((byte, at) => (at === 40 ? byte ^ 1 : byte)))],
    ['grown', Buffer.concat([PACK, Buffer.from('c3 {}\n')])],
    ['empty', Buffer.alloc(0)],
    ['without its digest', PACK.subarray(32)],
    ['something else', Buffer.from('hello')],
    ['not there', undefined],
  ])('holds nothing if it is %s', (_, bytes) => {
    expect(readPack(bytes, 'p')).toEqual(new Map());
  });
});
