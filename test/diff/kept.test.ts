import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/diff/compare.ts';
import { markUp } from '../../src/diff/mark-up.ts';
import { findSubstance } from '../../src/diff/substance.ts';
import { createEngine } from '../../src/engine.ts';
import type { Body } from '../../src/model/clause.ts';
import { createBlockSharing } from '../../src/render/share-blocks.ts';
import { rendered } from '../render/rendered.ts';
import { body } from './compared.ts';
import { editedText } from './policies.ts';

const WORDS = {
  insertion: 'inserted:',
  insertionEnd: 'end',
  deletion: 'deleted:',
  deletionEnd: 'end',
  rowMovedAway: 'moved away',
  rowMovedHere: 'moved here',
};

type Means = Pick<ReturnType<typeof createEngine>, 'compare' | 'markUp' | 'findSubstance'>;
const ALONE: Means = { compare, markUp, findSubstance };

/** As JSON: the redline, its HTML and what is found in it; keys of containers by their order. */
function outcome(older: Body, newer: Body, means: Means): string {
  const redline = means.compare(older, newer);
  const addressOf = (index: number) => (redline.blocks[index]?.kind === 'same' ? undefined : `change-${index}`);
  const html = means.markUp(redline.blocks, { words: WORDS, addressOf });
  const keys = new Map<string, number>();
  return JSON.stringify([redline, html, means.findSubstance(redline, 'en')], (name, value) => {
    if (name !== 'key') return value;
    keys.set(value, keys.get(value) ?? keys.size);
    return keys.get(value);
  });
}

/** What is compared with what is kept of all comparisons before, and with nothing kept. */
function expectSame(bodies: readonly Body[]): void {
  const { share } = createBlockSharing();
  const shared = bodies.map((each) => ({ ...each, tree: share(each.tree) }));
  const engine = createEngine();
  for (const [at, older] of shared.entries()) {
    for (const [to, newer] of shared.entries()) {
      const [one, other] = structuredClone([bodies[at], bodies[to]]);
      if (one === undefined || other === undefined) throw new Error('No body');
      const alone = outcome(one, other, ALONE);
      expect(outcome(older, newer, engine)).toBe(alone);
      expect(outcome(older, newer, engine)).toBe(alone);
    }
  }
}

describe('what is kept of blocks', () => {
  it('changes no redline of any texts, whatever was compared before', () => {
    const bodies = editedText
      .map((texts) => texts.map((text) => rendered(text).body))
      .filter((pair): pair is [Body, Body] => pair.every((each) => each !== undefined));
    fc.assert(fc.property(bodies, expectSame), { numRuns: 20, seed: 20200204 });
  });

  it('does not hide that a reference leads elsewhere now', () => {
    const text = (between: string) => body(`1.\tOne.\n${between}\n3.\tThree as in [two](#2).\n\n4.\tSee [one](#1).\n`);
    expectSame([text('\n2.\tTwo.\n'), text('\n2.\tNew.\n\n2a.\tTwo.\n'), text('')]);
  });

  it('keeps lists apart that are one object in a text', () => {
    const { tree, ...rest } = body('- One.\n- Two.\n');
    const twice = { ...rest, tree: { ...tree, children: [...tree.children, ...tree.children] } };
    const engine = createEngine();
    const lists = engine.markUp(engine.compare(twice, twice).blocks, { words: WORDS });
    expect(lists.map((list) => list.type === 'element' && list.tagName)).toEqual(['ul', 'ul']);
  });

  it('knows a block that is one object in three texts as the same once for all', () => {
    const { share } = createBlockSharing();
    const [a, b, c] = ['30', '60', '90'].map((days) => {
      const text = body(`## A\n\n- Stays.\n\nWithin ${days} days.\n`);
      return { ...text, tree: share(text.tree) };
    });
    if (a === undefined || b === undefined || c === undefined) throw new Error('No body');
    const { compare } = createEngine();
    const [first, second] = [compare(a, b).blocks, compare(b, c).blocks];
    expect(second.map((block, at) => block === first[at])).toEqual([true, true, false]);
  });

  it('marks a paragraph that is parted in one comparison and not in the next', () => {
    const long =
      'We keep your data for thirty days after you leave us. We delete backups within sixty days of that day.';
    const whole = body(`- First.\n- Second.\n\n${long}\n`);
    const parted = body(`- First.\n- Second.\n\n${long.replace('us. ', 'us.\n\n')}\n`);
    expectSame([whole, parted, whole]);
  });
});
