import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPacks, removeOthers } from '../../src/io/result-packs.ts';
import { folderWith } from './temporary-folder.ts';

const folderAt = (root: string, isReadOnly = false) => ({ root, program: 'p', isReadOnly });
const packsOf = ({ root }: { readonly root: string }) => join(root, '.promulgate/cache');

/** Asks for results of `[group, input]`, and tells which of them had to be worked on. */
function ask(folder: ReturnType<typeof folderAt>, jobs: readonly (readonly [group: string, input: string])[]) {
  const { memory, putAway } = openPacks(folder);
  const done: string[] = [];
  const given = jobs.map(([group, input]) =>
    memory.recall({ stage: 'render', group, input: [{ input }] }, () => {
      done.push(input);
      return { said: `${input}!` };
    }),
  );
  putAway();
  expect(given).toEqual(jobs.map(([, input]) => ({ said: `${input}!` })));
  return done;
}

describe('results of earlier builds', () => {
  it('are worked on once, whatever other groups were asked for between', async () => {
    const folder = folderAt(await folderWith());
    const jobs = [
      ['a', 'one'],
      ['b', 'two'],
      ['a', 'three'],
    ] as const;
    expect(ask(folder, jobs)).toEqual(['one', 'two', 'three']);
    // What the first asking for `a` put away held `one` alone; nobody asked for it when the pack was opened again.
    expect(
      ask(folder, [
        ['a', 'three'],
        ['b', 'two'],
      ]),
    ).toEqual([]);
  });

  it('belong to the program that made them', async () => {
    const folder = folderAt(await folderWith());
    ask(folder, [['a', 'one']]);
    expect(ask({ ...folder, program: 'another' }, [['a', 'one']])).toEqual(['one']);
  });

  it('are told apart by each part of what they depend on, and by their order', async () => {
    const { memory } = openPacks(folderAt(await folderWith()));
    const [a, b, likeA] = [{ text: 'a' }, { text: 'b' }, { text: 'a' }];
    const inputs = [[a, b], [b, a], [a], [a, a], [], [likeA, b]];
    const results = inputs.map((input, at) => memory.recall({ stage: 'redline', group: 'a', input }, () => at));
    expect(results).toEqual([0, 1, 2, 3, 4, 0]);
  });

  it('do not grow with what nobody asks for any more, nor with groups that are gone', async () => {
    const folder = folderAt(await folderWith());
    ask(folder, [
      ['a', 'one'],
      ['b', 'one'],
    ]);
    const sizes = () =>
      readdirSync(packsOf(folder)).map((name) => [name, readFileSync(join(packsOf(folder), name)).length]);
    const before = sizes();
    for (const word of ['two', 'six', 'ten', 'one'])
      ask(folder, [
        ['a', word],
        ['b', 'one'],
        ['c', word],
      ]);
    writeFileSync(join(packsOf(folder), 'left.pack.0123'), 'by a build that was killed');
    removeOthers(folder, ['a', 'b']);
    expect(sizes()).toEqual(before);
  });

  it('are worked on again where a pack was altered', async () => {
    const folder = folderAt(await folderWith());
    ask(folder, [['a', 'one']]);
    for (const name of readdirSync(packsOf(folder)).filter((each) => each.endsWith('.pack'))) {
      const bytes = readFileSync(join(packsOf(folder), name));
      writeFileSync(join(packsOf(folder), name), bytes.subarray(0, -1));
    }
    expect(ask(folder, [['a', 'one']])).toEqual(['one']);
    expect(ask(folder, [['a', 'one']])).toEqual([]);
  });

  it('are only read by what may not keep any, and are no matter where none can be written', async () => {
    const root = await folderWith({ blocked: 'A file.' });
    ask(folderAt(root, true), [['a', 'one']]);
    expect(readdirSync(root)).toEqual(['blocked']);
    expect(ask(folderAt(join(root, 'blocked')), [['a', 'one']])).toEqual(['one']);
  });

  it('keep themselves out of Git', async () => {
    const folder = folderAt(await folderWith());
    ask(folder, [['a', 'one']]);
    expect(readFileSync(join(packsOf(folder), '.gitignore'), 'utf8')).toBe('*\n');
  });
});
