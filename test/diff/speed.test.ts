import { describe, expect, it } from 'vitest';
import { compare } from '../../src/diff/compare.ts';
import type { Body } from '../../src/model/clause.ts';

const SIZE = 350 * 1024;

/** Paragraphs of made-up words, the same for the same `start`; no two equal. */
function paragraphs(start: number): string[] {
  const found: string[] = [];
  let state = start;
  const next = (limit: number) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
  for (let size = 0; size < SIZE; size += found.at(-1)?.length ?? 0) {
    const words = Array.from({ length: 40 + next(80) }, () => `w${start}${next(12) === 0 ? next(9000) : next(300)}`);
    found.push(`${words.join(' ').replace(/(( \S+){14})/g, '$1.')}.`);
  }
  return found;
}

function bodyOf(texts: readonly string[]): Body {
  const children = texts.map((value) => {
    return { type: 'element' as const, tagName: 'p', properties: {}, children: [{ type: 'text' as const, value }] };
  });
  return { tree: { type: 'root', children }, clauses: [], anchors: [], links: [] };
}

/** Seconds of processor time. */
function secondsFor(older: readonly string[], newer: readonly string[]): number {
  const [one, other] = [bodyOf(older), bodyOf(newer)];
  const before = process.cpuUsage();
  compare(one, other);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

describe('two texts of 350 KB', () => {
  const texts = paragraphs(1);
  const everyTenthWord = (text: string) => text.replace(/((?:\S+ ){9})\S+/g, '$1changed');

  it.each([
    [
      'with a word changed here and there',
      texts,
      texts.map((text, at) => (at % 9 === 0 ? text.replace(/\S+/, 'x') : text)),
    ],
    ['with every tenth word changed', texts, texts.map(everyTenthWord)],
    ['turned upside down', texts, texts.toReversed()],
    ['of one block', [texts.join(' ')], [everyTenthWord(texts.join(' '))]],
    ['of one word, again and again', ['a '.repeat(SIZE / 2)], ['a '.repeat(SIZE / 2 - 9000)]],
    [
      'of one block, again and again',
      Array(9000).fill('Reserved for later use.'),
      Array(8000).fill('Reserved for later use.'),
    ],
  ])('%s are compared in less than 2 seconds', (_, older, newer) => {
    expect(secondsFor(older, newer)).toBeLessThan(2);
  });

  it('that have nothing in common are compared in less than 4 seconds', () => {
    expect(secondsFor(texts, paragraphs(2))).toBeLessThan(4);
    expect(secondsFor([texts.join(' ')], [paragraphs(2).join(' ')])).toBeLessThan(4);
  });
});
