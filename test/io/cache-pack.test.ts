import { describe, expect, it } from 'vitest';
import { formatPack, readPack } from '../../src/io/cache-pack.ts';

const ENTRIES = new Map([
  ['a1', '{"body":"first \\n"}'],
  ['b2', '["second",2]'],
]);
const TEXT = formatPack(ENTRIES);

describe('a pack of results', () => {
  it('is read as it was written', () => {
    expect(readPack(TEXT)).toEqual(ENTRIES);
    expect(readPack(formatPack(new Map()))).toEqual(new Map());
  });

  it.each([
    ['cut off', TEXT.slice(0, -5)],
    ['altered', TEXT.replace('second', 'seconds')],
    ['grown', `${TEXT}c3 {}\n`],
    ['empty', ''],
    ['without its digest', TEXT.slice(TEXT.indexOf('\n') + 1)],
    ['something else', 'hello'],
  ])('holds nothing if it is %s', (_, text) => {
    expect(readPack(text)).toEqual(new Map());
  });
});
