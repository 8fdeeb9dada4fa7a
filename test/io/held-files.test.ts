import { describe, expect, it } from 'vitest';
import { createHolder } from '../../src/io/held-files.ts';

const stamp = { size: 0, changed: 0, touched: 0, inode: 0 };
const TEXT = Array.from({ length: 4000 }, (_, index) => `Clause ${(index * 7919) % 1_000_003}.\n`).join('');

function filesIn(folder: string, texts: readonly string[]) {
  return texts.map((text, at) => {
    const path = `${folder}/${at}.md`;
    return { path, native: `/${path}`, sha256: path, stamp, bytes: new TextEncoder().encode(text) };
  });
}

describe('files that are held in little room', () => {
  it('are the same, in whatever order they are asked for', () => {
    const hold = createHolder();
    const plain = [filesIn('a', [TEXT, '', `${TEXT}é`]), filesIn('b', [`b${TEXT}`, 'b'])];
    const [a = [], b = []] = plain.map(hold);
    const order = [b[1], a[2], a[0], b[0], a[1], a[2], b[1]];
    const [pa = [], pb = []] = plain;
    const all = (files: typeof order) => files.map((file) => [file?.path, file?.native, file?.stamp, file?.bytes]);
    expect(all(order)).toEqual(all([pb[1], pa[2], pa[0], pb[0], pa[1], pa[2], pb[1]]));
  });

  it('are let be where there is little to hold', () => {
    const files = filesIn('a', ['one', 'two']);
    expect(createHolder()(files)).toBe(files);
    expect(createHolder()([])).toEqual([]);
  });
});
