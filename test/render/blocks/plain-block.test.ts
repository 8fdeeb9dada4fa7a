import fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parsePlainBlock } from '../../../src/render/blocks/plain-block.ts';
import { parseMarkdown } from '../../../src/render/markdown.ts';

/** Marks, words and signs that come near to being marks. */
const PARTS = [
  ...[
    '# ',
    '#',
    '- ',
    '1. ',
    '9) ',
    '(a) ',
    '2.1. ',
    '> ',
    '    ',
    ' ',
    ' ',
    ' ',
    'text',
    'Wörter',
    '文',
    'a',
    '1',
    '2024',
  ],
  ...['.', ',', ';', ':', '!', '?', '“', '”', '(', ')', '§ 5', '…', '=', '—', '😀', '{#id}', '\u00A0', '\t'],
  ...['**a**', '*a*', '**1. b.**', '*a b*', '**', '*', '***', '_', '`', '~', '<b>', '&amp;', '\\', '|', '@'],
  ...['[x]', '[a](#b)', '[a b](https://a.org/x_y?z=1)', '[1](../t/)', '[', '](', '[x] ', 'www.a.org', 'https://a.org'],
];
const words = fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''));
const line = fc
  .tuple(fc.constantFrom('', '', '# ', '> ', '- ', '* ', '1. ', '2) '), words)
  .map((parts) => parts.join(''));
const piece = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '\n', '\n\n', '\n\n\n'))
  .map(([lines, end]) => lines.join('\n') + end);

const parsed = (markdown: string): Root['children'] => parseMarkdown(markdown).children;

describe('a block of words alone', () => {
  it('is read as the parser reads it, places included, or left to the parser', () => {
    let read = 0;
    fc.assert(
      fc.property(piece, (markdown) => {
        const block = parsePlainBlock(markdown);
        if (block === undefined) return;
        read += 1;
        expect([block]).toEqual(parsed(markdown));
      }),
      { numRuns: 1500 },
    );
    expect(read).toBeGreaterThan(30);
  });

  it.each([
    ['a paragraph', '2.1. The “words” (all of them) count: from 2024 on.\n\n'],
    ['bold, slanted and linked words', '**1.** See *this* and [the (whole) of it](https://a.org/b_c?d), **now**.\n'],
    ['a heading', '## 1. Scope\n\n'],
    ['a quote', '> Words *of* another.\n'],
    ['a list', '- one;\n- two.\n\n'],
    ['a list of numbers', '9) one;\n12) two.\n'],
  ])('is read without the parser: %s', (_, markdown) => {
    const block = parsePlainBlock(markdown);
    expect(block).toBeDefined();
    expect([block]).toEqual(parsed(markdown));
  });
});
