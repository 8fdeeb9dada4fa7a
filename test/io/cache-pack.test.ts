import { describe, expect, it } from 'vitest';
import { formatPack, readPack } from '../../src/io/cache-pack.ts';

const ENTRIES = new Map([
  ['a1', '{"body":"first \\n"}'],
  ['b2', '["second",2]'],
]);
const PACK = Buffer.from(formatPack(ENTRIES));

describe('a pack of results', () => {
  it('is read as it was written', () => {
    expect(readPack(PACK)).toEqual(ENTRIES);
    expect(readPack(formatPack(new Map()))).toEqual(new Map());
  });

  it('is small where results repeat each other, however far apart', () => {
    const result = JSON.stringify(Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 1_000_003));
    const sizes = [1, 20].map((count) =>
      formatPack(new Map(Array.from({ length: count }, (_, at) => [`${at}`, result]))),
    );
    expect(sizes[1]?.length).toBeLessThan((sizes[0]?.length ?? 0) * 1.5);
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
    expect(readPack(bytes)).toEqual(new Map());
  });
});
