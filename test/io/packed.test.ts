import { expect, it } from 'vitest';
import { packed } from '../../src/io/packed.ts';
import { stillHeld } from '../forgotten.ts';

const placed = () =>
  Array.from({ length: 50 }, (_, index) => ({
    path: `privacy/${index}/`,
    stamp: { size: index, changed: 1.5, inode: 2 ** 40 },
  }));

it('gives out again what was put in, as often as it is asked', () => {
  const take = packed({ placed: placed(), none: undefined, at: Number.NEGATIVE_INFINITY, words: 'Ä – 条' });
  const expected = { placed: placed(), none: undefined, at: Number.NEGATIVE_INFINITY, words: 'Ä – 条' };
  expect(take()).toEqual(expected);
  expect(take()).toEqual(expected);
});

function packedFiles() {
  const files = placed();
  return { known: files.map((file) => new WeakRef<object>(file)), take: packed(files) };
}

it('does not hold what was put in', async () => {
  const { known, take } = packedFiles();
  expect(await stillHeld(known)).toBe(0);
  expect(take()).toHaveLength(50);
});
