import type { Element, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { createBlockSharing } from '../../src/render/share-blocks.ts';
import { rendered } from './rendered.ts';

const treeOf = (markdown: string): Root => rendered(markdown).body?.tree ?? { type: 'root', children: [] };

const share = (...texts: readonly string[]): Root[] => {
  const sharing = createBlockSharing();
  return texts.map((text) => sharing.share(treeOf(text)));
};
const blocks = ({ children }: { readonly children: readonly (Root | Element)['children'][number][] }): Element[] =>
  children.filter((child): child is Element => child.type === 'element');
const only = (all: readonly Element[]): Element => {
  expect(all).toHaveLength(1);
  return all[0] as Element;
};

describe('sharing the blocks of texts', () => {
  it('makes equal blocks of two texts one object, and leaves what they say alone', () => {
    const [before, after] = share('Zero.\n\nOne.\n\nTwo.\n', 'Zero.\n\nOne and a half.\n\nTwo.\n') as [Root, Root];
    const [one, other] = [blocks(before), blocks(after)];
    expect(one.map((block, index) => block === other[index])).toEqual([true, false, true]);
    expect(after).toEqual(treeOf('Zero.\n\nOne and a half.\n\nTwo.\n'));
  });

  it('shares the items of a list of which one changed', () => {
    const [before, after] = share('1. One.\n2. Two.\n3. Three.\n', '1. One.\n2. Two!\n3. Three.\n') as [Root, Root];
    const [one, other] = [before, after].map((tree) => only(blocks(tree))) as [Element, Element];
    expect(one).not.toBe(other);
    expect(blocks(one).map((item, index) => item === blocks(other)[index])).toEqual([true, false, true]);
  });

  it('shares the rows of a table of which one changed', () => {
    const table = (cell: string) => `| A | B |\n|---|---|\n| 1 | ${cell} |\n| 3 | 4 |\n`;
    const rows = (tree: Root) => {
      const scroll = only(blocks(tree));
      return blocks(only(blocks(scroll))).flatMap((part) => blocks(part));
    };
    const [before, after] = share(table('2'), table('two')).map(rows) as [Element[], Element[]];
    expect(before.map((row, index) => row === after[index])).toEqual([true, false, true]);
  });

  it('keeps the two places apart where a text says the same twice', () => {
    const [before, after] = share('None.\n\nNone.\n', 'None.\n\nNone.\n') as [Root, Root];
    const [[first, second], others] = [blocks(before), blocks(after)];
    expect(first).toEqual(second);
    expect(first).not.toBe(second);
    expect(others).toEqual([first, second]);
    expect([others[0] === first, others[1] === second]).toEqual([true, true]);
  });

  it('lets nobody change what several texts have', () => {
    const [tree] = share('See [this](/terms/) and **that**.\n') as [Root];
    const paragraph = only(blocks(tree));
    expect(() => paragraph.children.push({ type: 'text', value: '!' })).toThrow(TypeError);
    expect(() => Object.assign(only(blocks(paragraph).slice(0, 1)).properties, { href: '#' })).toThrow(TypeError);
  });
});
