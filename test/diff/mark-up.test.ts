import fc from 'fast-check';
import type { Element, ElementContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/diff/compare.ts';
import { markUp } from '../../src/diff/mark-up.ts';
import { readSide } from '../../src/diff/read-side.ts';
import { levelSpelling } from '../../src/diff/spelling.ts';
import type { Body } from '../../src/model/clause.ts';
import { rendered } from '../render/rendered.ts';
import { compared } from './compared.ts';
import { editedText } from './policies.ts';

const WORDS = {
  insertion: 'Inserted:',
  insertionEnd: 'end',
  deletion: 'Deleted:',
  deletionEnd: 'end',
  rowMovedAway: 'From:',
  rowMovedHere: 'To:',
};

const marked = (older: string, newer: string) => markUp(compared(older, newer).blocks, { words: WORDS });

/** Hidden words are shown as `‹…›` and white space between blocks is left out. */
const html = (older: string, newer: string) =>
  unified()
    .use(rehypeStringify)
    .stringify({ type: 'root', children: marked(older, newer) })
    .replace(/<span class="sr-only">(.*?)<\/span>/g, '‹$1›')
    .replace(/<span class="between"> <\/span>/g, ' ')
    .replace(/>\n+</g, '><');

describe('markUp', () => {
  it('speaks at both ends of a change and parts what was taken out from what was put in', () => {
    expect(html('Within 30 days.', 'Within 90 days.')).toBe(
      '<p data-redline="changed">Within <del>‹Deleted: ›30‹ end›</del> <ins>‹Inserted: ›90‹ end›</ins> days.</p>',
    );
  });

  it('gives an address once where a list item and the heading in it share a number', () => {
    expect(html('Other.', '1. ## Terms').match(/id="1"/g)).toHaveLength(1);
  });

  it('keeps the mark-up of both sides', () => {
    expect(html('See **old** terms.', 'See [new](#there) terms.')).toBe(
      '<p data-redline="changed">See <del>‹Deleted: ›<strong>old</strong>‹ end›</del> ' +
        '<ins>‹Inserted: ›<a href="#there">new</a>‹ end›</ins> terms.</p>',
    );
  });

  it('shows an item that was taken out in the list that stayed', () => {
    expect(html('- We keep names.\n- We keep logs.\n', '- We keep names.\n')).toBe(
      '<ul><li>We keep names.</li><li><span data-redline="deleted"><del>‹Deleted: ›We keep logs.‹ end›</del></span></li></ul>',
    );
  });

  it('marks the number of a clause that was renumbered', () => {
    expect(html('1. We keep names.\n', '1. You may object.\n2. We keep names.\n')).toContain(
      '<span class="label"><del>‹Deleted: ›1.‹ end›</del> <ins>‹Inserted: ›2.‹ end›</ins></span> <div class="text">',
    );
  });

  it('says in the first cell of a row that moved where it stood and where it stands', () => {
    const table = (...rows: readonly string[]) => ['| A |', '|---|', ...rows.map((row) => `| ${row} |`), ''].join('\n');
    expect(html(table('One', 'Two', 'Three'), table('Two', 'Three', 'One'))).toContain(
      '<tbody><tr data-redline="moved-away"><td><span class="row-move">From: </span><span data-redline="moved-away"><del>One</del></span></td></tr>' +
        '<tr><td>Two</td></tr><tr><td>Three</td></tr>' +
        '<tr data-redline="moved-here"><td><span class="row-move">To: </span>One</td></tr></tbody>',
    );
  });

  it('gives a block the address it is asked to', () => {
    const { blocks } = compared('A.\n\nOne thing.\n', 'A.\n\nOther thing.\n');
    const addressOf = (index: number) => (blocks[index]?.kind === 'same' ? undefined : `change-${index}`);
    const [, second] = markUp(blocks, { words: WORDS, addressOf });
    expect(second).toMatchObject({
      tagName: 'p',
      children: [{ tagName: 'span', properties: { id: 'change-1' } }, {}, {}, {}, {}],
    });
  });

  const bodies = editedText
    .map((texts) => texts.map((text) => rendered(text).body))
    .filter((pair): pair is [Body, Body] => pair.every((body) => body !== undefined));

  it('shows every word of both texts, numbers too, and has the addresses of the newer one', () => {
    fc.assert(
      fc.property(bodies, ([older, newer]) => {
        const redline = compare(older, newer);
        const tree = markUp(redline.blocks, { words: WORDS });
        for (const [side, left, moved] of [
          ['older', 'ins', 'moved-here'],
          ['newer', 'del', 'moved-away'],
        ] as const) {
          const read = readSide(redline.blocks, side).map(({ side: { label = '' }, text }) => label + text);
          const shown = textWithout(
            tree,
            (element) => element.tagName === left || element.properties.dataRedline === moved,
          );
          expect(bare(shown)).toBe(bare(read.join('')));
        }
        expect(idsIn(tree).sort()).toEqual([...newer.anchors].sort());
      }),
      { numRuns: 60, seed: 20200204 },
    );
  });
});

/** Spaces first: a redline may put one between two dots of three, of which each text then has one. */
const bare = (text: string) => levelSpelling(text.replace(/[\s\uFFFC]/g, ''));

function textWithout(nodes: readonly ElementContent[], isLeftOut: (element: Element) => boolean): string {
  return nodes
    .map((node): string => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element' || isLeftOut(node) || isMade(node)) return '';
      if (node.tagName === 'input') return node.properties.checked === true ? '☑' : '☐';
      return textWithout(node.children, isLeftOut);
    })
    .join('');
}

function isMade({ properties }: Element): boolean {
  const isHidden =
    Array.isArray(properties.className) &&
    properties.className.some((name) => name === 'sr-only' || name === 'row-move');
  return isHidden || 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties;
}

function idsIn(nodes: readonly ElementContent[]): unknown[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    return [...(node.properties.id === undefined ? [] : [node.properties.id]), ...idsIn(node.children)];
  });
}
