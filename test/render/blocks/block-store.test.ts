import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockStore, parseWithStore } from '../../../src/render/blocks/block-store.ts';
import { cutBlocks } from '../../../src/render/blocks/cut-blocks.ts';
import { parseMarkdown } from '../../../src/render/markdown.ts';

/** Lines of every kind, whole or begun, whose order and indentation decide what they are. */
const LINES = [
  ...[
    '# Heading',
    '## 1. Heading',
    'Text',
    'text *a*',
    '**1. Bold**',
    '1.1. Clause',
    '(a) point',
    'www.example.org',
    'a@b.org',
  ],
  ...[
    '- item',
    '* item',
    '+ item',
    '1. item',
    '2) item',
    '9.1) item',
    '-',
    '> quote',
    '>',
    '> - item',
    '===',
    '---',
    '***',
    '* * *',
  ],
  ...[
    '| a | b |',
    '|---|---|',
    '| c |',
    '| d | e |',
    '    code',
    '\tcode',
    '   text',
    '  - nested',
    '   1. nested',
    '      deep',
  ],
  ...[
    '<div>',
    '</div>',
    '<p>text',
    '<br>',
    '<b>bold</b> text',
    '[link](#x)',
    '[link][x]',
    '[^1]',
    ': meaning',
    '~~struck~~',
    '`code`',
  ],
  ...['text  ', 'text\\', '&copy; text', 'http\\://example.org', '- [ ] task', '{#id}', '…', '一、督促'],
];
/** Rare: a text with one of them is a single piece. */
const FAR = [
  '[x]: https://example.org',
  '[^1]: note',
  '```',
  '~~~',
  '<!-- comment',
  '-->',
  '<pre>',
  '</pre>',
  '<?php',
  '\uFEFF',
];
const line = fc.oneof(
  { weight: 50, arbitrary: fc.constantFrom(...LINES) },
  { weight: 20, arbitrary: fc.constantFrom('', '', '', '  ') },
  { weight: 1, arbitrary: fc.constantFrom(...FAR) },
);
const block = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'));
const text = (blocks: fc.Arbitrary<string>) =>
  fc.array(blocks, { minLength: 1, maxLength: 8 }).map((all) => all.join('\n\n'));

describe('a tree from known blocks', () => {
  it('is that of the whole text, places included, whatever texts came before', () => {
    const editions = fc
      .array(block, { minLength: 4, maxLength: 12 })
      .chain((pool) => fc.array(text(fc.constantFrom(...pool)), { minLength: 2, maxLength: 5 }));
    fc.assert(
      fc.property(editions, (texts) => {
        const store: BlockStore = new Map();
        for (const markdown of texts) {
          expect(parseWithStore(markdown, store, parseMarkdown)).toEqual(parseMarkdown(markdown));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is not changed by what is done to another tree', () => {
    const store: BlockStore = new Map();
    const markdown = '# A\n\n1. one\n\nText *b*.\n';
    const spoilt = parseWithStore(markdown, store, parseMarkdown);
    for (const node of spoilt.children) {
      if ('children' in node) node.children.length = 0;
      if (node.position !== undefined) node.position.start.line = 99;
    }
    expect(parseWithStore(markdown, store, parseMarkdown)).toEqual(parseMarkdown(markdown));
  });

  it('parses no block twice', () => {
    const parsed: string[] = [];
    const store: BlockStore = new Map();
    const parse = (markdown: string) => {
      parsed.push(markdown);
      return parseMarkdown(markdown);
    };
    parseWithStore('# _A_\n\n_One._\n\n_Two._\n', store, parse);
    parseWithStore('# _A_\n\n_One._\n\n_New._\n\n_Two._\n\n', store, parse);
    expect(parsed).toEqual(['# _A_\n\n_One._\n\n_Two._\n', '_New._\n\n_Two._\n\n']);
  });
});

describe('the pieces of a text', () => {
  it.each([
    ['end before text that follows an empty line', 'a\n\nb\n', ['a\n\n', 'b\n']],
    ['end before a list that follows other text', 'a\n\n- b\n\nc', ['a\n\n', '- b\n\n', 'c']],
    ['keep the items of a list together', 'a\n\n- b\n\n- c\n\nd', ['a\n\n', '- b\n\n- c\n\n', 'd']],
    ['keep what is indented with what is above', '1. a\n\n   b\n\n    c\n\nd', ['1. a\n\n   b\n\n    c\n\n', 'd']],
    [
      'are one where a link may be defined',
      'a [x]\n\nb\n\n[x]: https://example.org\n',
      ['a [x]\n\nb\n\n[x]: https://example.org\n'],
    ],
    ['are one where code may be fenced', '```\na\n\nb\n```\n', ['```\na\n\nb\n```\n']],
    ['are one where a comment may be open', '<!-- a\n\nb -->\n', ['<!-- a\n\nb -->\n']],
  ])('%s', (_, markdown, pieces) => {
    expect(cutBlocks(markdown)).toEqual(pieces);
  });
});
