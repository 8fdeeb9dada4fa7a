import { expect, it } from 'vitest';
import { readOf, readStamps, writeOf, writeStamps } from '../../src/io/output-stamps.ts';
import { folderWith } from './temporary-folder.ts';

async function opened() {
  return { root: await folderWith({ 'policies/': '' }), program: 'this', isReadOnly: false };
}

it('knows the files of each output folder by themselves, and those of the last three', async () => {
  const folder = await opened();
  const stamp = { size: 1, changed: 2.5, inode: 3 };
  const of = (path: string) => [{ path, sha256: 'ab', isSame: true, stamp }];
  const digests = ['a', 'b', 'c', 'd'].map((output) => writeStamps(output, of(`${output}.html`), folder));
  expect(readStamps('d', folder)).toEqual({
    known: new Map([['d.html', { sha256: 'ab', stamp }]]),
    digest: digests[3],
  });
  expect(readStamps('b', folder).digest).toBe(digests[1]);
  expect(readStamps('a', folder).known.size).toBe(0);
  writeStamps('b', [], { ...folder, isReadOnly: true });
  expect(readStamps('b', folder).known.size).toBe(1);
});

it('gives plain data back as it was written, and nothing to another program', async () => {
  const folder = await opened();
  const value = { of: ['all', 1], kinds: undefined };
  writeOf('out', { stage: 'builds', value }, folder);
  writeOf('out', { stage: 'builds', value }, folder);
  expect(readOf('out', 'builds', folder)).toEqual(value);
  expect(readOf('out', 'builds', { ...folder, program: 'that' })).toBeUndefined();
  expect(readOf('other', 'builds', folder)).toBeUndefined();
});
