import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EditionText } from '../../../src/model/policy.ts';
import { createKnownBlocks } from '../../../src/render/blocks/known-blocks.ts';
import { render } from '../../../src/render/render.ts';

const OPTIONS = {
  policy: 'privacy',
  words: { footnotes: 'Notes', backToText: 'Back to {number}', table: 'Table {number}' },
  numbering: { kind: 'as-typed' as const },
};

/** Blocks of every kind, right and wrong, some of which are wrong only beside others. */
const BLOCKS = [
  ...[
    '# Title',
    '## 1. One',
    '## 2. Two',
    '## Two',
    '### {#fixed} x',
    'A heading {#fixed}',
    '1.1. Clause',
    '1.2. Clause 1.1 and clause 1.7.',
  ],
  ...[
    '1. one\n2. two',
    '1. one\n1. one',
    '(a) one\n(b) two',
    '- item\n- clause 2.1',
    '9) nine\n\n10) ten',
    '> 1. quoted',
    'word\n> 18 years',
  ],
  ...[
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '| a |\n|---|\n| 1 | too long |',
    '    indented words of prose that are no code',
    'term\n: meaning',
    ': meaning',
  ],
  ...[
    'a **bold* word',
    '{% tag %}',
    '{: .x}',
    '::: note',
    '#Heading',
    'a [b][c] d',
    '[^1]',
    'in*word*s',
    '2*3*4',
    '![image](x.png)',
    '&#150; dash',
    'a\u200Bb',
  ],
  ...[
    '[x](javascript:a)',
    '[x](https://a.org/?utm_source=b)',
    '[x](../terms/)',
    '[a [b](#c) d](#e)',
    'see www.example.org',
    'me@example.org',
  ],
  ...[
    '<div>',
    '</div>',
    '<table>',
    '</table>',
    '<td>cell</td>',
    '<a href="#x">',
    '</a>',
    '<b>bold</b> and <i>open',
    '<p id="one">',
    '<h2>Heading</h2>',
    '<ol><li>one</li></ol>',
  ],
  ...[
    'text {from=2027-01-01}',
    '1.3. text {from=2027-01-01}',
    '1.4. text {from=soon}',
    'plain words',
    'plain words',
    'Other words.',
  ],
  ...['[y]: https://a.org', '[^1]: A note.', '```\ncode\n```'],
];
const block = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...BLOCKS.slice(0, 35)) },
  { weight: 3, arbitrary: fc.constantFrom(...BLOCKS) },
);
const editions = fc
  .array(block, { minLength: 3, maxLength: 9 })
  .chain((pool) =>
    fc.array(fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 4 }),
  );

const textOf = (blocks: readonly string[]): EditionText => {
  return { language: 'en', title: 'T', path: 'a.md', markdown: blocks.join('\n\n'), lineOffset: 3, keyPlaces: {} };
};

describe('a text of blocks of which something is known', () => {
  it('is rendered as if nothing were: bodies, problems and their places', () => {
    fc.assert(
      fc.property(editions, (texts) => {
        const known = createKnownBlocks();
        for (const text of texts.map(textOf)) {
          expect(render(text, { ...OPTIONS, known })).toEqual(render(text, OPTIONS));
        }
      }),
      { numRuns: 250 },
    );
  });

  it('is told of a fault again in each edition', () => {
    const known = createKnownBlocks();
    const found = [
      ['Right.', 'Also right.', 'a {% tag %}'],
      ['New.', 'Right.', 'a {% tag %}'],
    ]
      .map((text) => render(textOf(text), { ...OPTIONS, known }).diagnostics)
      .map((diagnostics) => diagnostics.map(({ ruleId, place }) => [ruleId, place?.line]));
    expect(found).toEqual([[['dialect-liquid', 8]], [['dialect-liquid', 8]]]);
  });

  it('is told of words between the tags of a table, however often they were right elsewhere', () => {
    const known = createKnownBlocks();
    const rules = [
      ['Words.', 'More.'],
      ['<table>', 'Words.', '</table>'],
    ].map((text) => render(textOf(text), { ...OPTIONS, known }).diagnostics.map(({ ruleId }) => ruleId));
    expect(rules).toEqual([[], ['html-table-text']]);
  });
});
