import * as fc from 'fast-check';
import type { Element, ElementContent, Properties } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { createKeptHtml, type Printing, toHtml } from '../../src/theme/html.ts';
import { noted } from '../../src/theme/noted.ts';
import { startTag } from '../../src/theme/tags.ts';

/** Known and unknown; some that the package treats in ways of its own. */
const NAMES = [
  'p',
  'li',
  'a',
  'span',
  'table',
  'td',
  'pre',
  'div',
  'ins',
  'hr',
  'br',
  'col',
  'svg',
  'style',
  'template',
];
const KEYS = [
  ...[
    'id',
    'href',
    'className',
    'title',
    'start',
    'value',
    'headers',
    'tabIndex',
    'dataRedline',
    'dataOnly',
    'dataClause',
  ],
  ...[
    'ariaLabel',
    'ariaHidden',
    'colSpan',
    'role',
    'hidden',
    'open',
    'reversed',
    'checked',
    'download',
    'dataXY',
    'viewBox',
  ],
];

const words = fc.string({
  unit: fc.constantFrom('a', ' ', '<', '>', '&', '"', "'", '`', '\0', '\n', '/', '#', ';', 'é', '😀'),
});
const value: fc.Arbitrary<Properties[string]> = fc.oneof(
  words,
  fc.constantFrom('', '/terms/#3', true, false, null, undefined, 0, 1.5, Number.NaN),
  fc.array(fc.oneof(words, fc.integer()), { maxLength: 3 }),
);
const properties = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 3 });
const nodes = fc.letrec<{ node: ElementContent; element: Element }>((tie) => ({
  node: fc.oneof(
    words.map((text): ElementContent => ({ type: 'text', value: text })),
    words.map((text): ElementContent => ({ type: 'comment', value: text })),
    tie('element'),
    tie('element'),
  ),
  element: fc.record({
    type: fc.constant('element' as const),
    tagName: fc.constantFrom(...NAMES),
    properties,
    children: fc.array(tie('node'), { maxLength: 3, depthIdentifier: 'tree' }),
  }),
})).node;

const note: ElementContent = { type: 'element', tagName: 'span', properties: { dataNote: '&' }, children: [] };

function printingOf(ends: readonly Element[]): Printing {
  return {
    link: (path) => `..${path}"`,
    dateNote: (clause) => [{ type: 'text', value: `<${clause}>` }],
    notes: new Map(ends.map((end) => [end, note])),
  };
}

function elementsIn(node: ElementContent): Element[] {
  return node.type === 'element' ? [node, ...node.children.flatMap(elementsIn)] : [];
}

function freeze(node: ElementContent): void {
  if (node.type === 'element') node.children.forEach(freeze);
  Object.freeze(node);
}

describe('tags', () => {
  it('are printed as hast-util-to-html prints them, with all that a page fills in', () => {
    const compiler = unified().use(rehypeStringify);
    fc.assert(
      fc.property(fc.array(nodes, { maxLength: 3 }), fc.nat(), (tree, seed) => {
        const ends = tree
          .flatMap(elementsIn)
          .filter(({ tagName }, at) => (at + seed) % 3 === 0 && tagName !== 'template');
        const printing = printingOf(ends);
        const whole = { type: 'root' as const, children: tree.flatMap((node) => noted(node, printing)) };
        const html = compiler.stringify(whole);
        expect(toHtml(tree, printing)).toBe(html);
        const kept = createKeptHtml();
        const plain = printingOf([]);
        tree.forEach(freeze);
        for (const [one, expected] of [
          [plain, compiler.stringify({ type: 'root', children: tree.flatMap((node) => noted(node, plain)) })],
          [printing, html],
          [printing, html],
        ] as const) {
          expect(toHtml(tree, { ...one, kept })).toBe(expected);
        }
      }),
      { numRuns: 20000 },
    );
  });

  it('are left to the package where an element or a property is not known', () => {
    expect(startTag('p', { className: ['a', 'b'], id: '"' })).toBe('<p class="a b" id="&#x22;">');
    expect(startTag('svg', {})).toBeUndefined();
    expect(startTag('p', { open: true })).toBeUndefined();
  });
});
