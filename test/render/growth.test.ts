/** How the work grows with a text, counted, not timed: twice the text must not be much more than twice the work. */
import type { Root } from 'mdast';
import { expect, it } from 'vitest';
import { createAnchors } from '../../src/render/anchors.ts';
import { markClauses } from '../../src/render/clauses.ts';
import { readLabel } from '../../src/render/label.ts';
import { type Candidate, outline } from '../../src/render/outline.ts';
import { createProblems } from '../../src/render/problems.ts';
import { text } from '../builders.ts';

/** `list`, and how often anything in it was read or written. */
function counted<T>(list: readonly T[]): { list: T[]; steps: () => number } {
  let steps = 0;
  const proxy = new Proxy([...list], {
    get(target, key, receiver) {
      steps += 1;
      return Reflect.get(target, key, receiver);
    },
    set(target, key, value, receiver) {
      steps += 1;
      return Reflect.set(target, key, value, receiver);
    },
  });
  return { list: proxy, steps: () => steps };
}

const candidatesOf = (lines: readonly string[]): Candidate[] =>
  lines.map((line) => ({ label: readLabel(line, { isHeading: false }), at: { kind: 'block' }, nesting: 0 }));

const SIZE = 400;

it.each([
  ['labels that nothing follows', () => 'a) word'],
  ['labels that are followed much later', (index: number) => (index === SIZE ? 'b) word' : 'a) word')],
  ['sequences one after another', (index: number) => `${'abcdefgh'[index % 8]}) word`],
  ['numbers in order', (index: number) => `${index + 1}. word`],
])('looks for what follows %s in a time that grows as the text does', (_, lineOf) => {
  const workFor = (size: number) => {
    const { list, steps } = counted(candidatesOf(Array.from({ length: size }, (_none, index) => lineOf(index))));
    outline(list);
    return steps();
  };
  expect(workFor(2 * SIZE) / workFor(SIZE)).toBeLessThan(2.5);
});

it('parts and rejoins paragraphs in a time that grows with their number', () => {
  const workFor = (size: number) => {
    const paragraphs = Array.from({ length: size }, (): Root['children'][number] => ({
      type: 'paragraph',
      children: [{ type: 'text', value: 'see;\na) word;\nword' }],
    }));
    const { list, steps } = counted(paragraphs);
    const tree: Root = { type: 'root', children: list };
    markClauses(tree, createAnchors([]), createProblems(text('')));
    expect(tree.children).toHaveLength(size);
    return steps();
  };
  expect(workFor(2 * SIZE) / workFor(SIZE)).toBeLessThan(2.5);
});
