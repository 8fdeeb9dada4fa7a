import fc from 'fast-check';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/render/markdown.ts';

/** What remark-parse and remark-gfm do with a text. */
const plainTree = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfm({ singleTilde: false })], mdastExtensions: [gfmFromMarkdown()] });

function withoutMarkers(tree: Root): Root {
  visit(tree, 'listItem', (item) => {
    delete item.data;
  });
  return tree;
}

function markersOf(markdown: string): (string | undefined)[] {
  const markers: (string | undefined)[] = [];
  visit(parseMarkdown(markdown), 'listItem', (item) => {
    markers.push(item.data?.marker);
  });
  return markers;
}

const clauses = (count: number, clause: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => clause(index + 1)).join('');

const DOCUMENTS: Record<string, string> = {
  'loose clauses': clauses(40, (n) => `${n}. A clause.\n\n`),
  'clauses in three levels': clauses(12, (n) => `${n}. A\n   1. B\n      - C\n      - D\n   2. E\n`),
  'loose clauses in three levels': clauses(12, (n) => `${n}. A\n\n   1. B\n\n      - C\n\n   2. E\n\n`),
  'underlined headings without blank lines': clauses(20, (n) => `Title ${n}\n===\nText\n---\n`),
  'underlined headings in a quote': clauses(20, (n) => `> Title ${n}\n> ===\n> text\n>\n`),
  'tables between headings': clauses(6, (n) => `# H\n| a | b |\n|---|---|\n| ${n} | c |\n\n## I\n`),
  'tables in list items': clauses(6, (n) => `${n}. # H\n   | a | b |\n   |---|---|\n   | c | d |\n   # I\n`),
  'a heading right after a table': '| a |\n|---|\n# H\n| b |\n',
  'a lazy line after nested quotes': '> > a\nb\n\n> - c\nd\n# e\n',
  'notes and definitions used before they stand':
    'See [a], [B][a] and [^n].\n\n# H\n\n[a]: /url\n\n[^n]: Note\n\n    more\n',
  'code and HTML that hold blank lines':
    '```\na\n\n# b\n```\n\n<!-- c\n\n# d\n-->\n\n    e\n\n    f\n\n<script>\n\n# g\n</script>\n',
  'indented code before the end': '    a\n\n',
  'a list after blank lines': '\n\n\n- a\n\n\n\n  b\n\n\n***\n- c\n\n\n',
  'a tab in a list': '-\ta\n\n\tb\n\n1.\tc\n\t- d\n',
  'labels and code over two lines of a quote': '> [a\n> b]: /c\n> "d\n> e"\n>\n> [a\n> b], `c\n> d`, <b\n> c>\n',
  'underlined headings in items': clauses(6, (n) => `${n}. Title\n   ===\n   text\n   ---\n\n   - A\n     -\n`),
  'an underline after definitions': '[a]: /b\n===\n\n[c]: /d\ne\n---\n[a] [c]\n',
  'code behind half a tab': '- a\n\n\t\tb\n\n>\t\tc\td\n',
  'a byte order mark and a NUL': '\ufeff# a\u0000\n\n- b\u0000c [d](e\u0000f)\n',
  'Windows line ends': '1. a\r\n\r\n   b\\\r\n   c  \r\n   d\r\n2. e\r\n',
  'tasks and boxes that are none': '- [ ] a\n- [x] b\n\n  [ ] c\n- # [ ] d\n1. [X] e\n',
  'notes with several blocks, one of them lazy': 'A[^a].\n\n[^a]: B\nlazy\n\n    - C\n\n      > D\n\n    E[^a]\n',
  'no line ending': '# a',
  nothing: '',
};

const leaf = fc
  .oneof(
    fc.array(fc.constantFrom('words', 'an *em', 'em* [r], [^n]', '`code', 'code` <b', 'c="d">', '[l](u', '"t")'), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.constantFrom(
      ...[['# Heading #'], ['Title', '==='], ['more', 'words', '---'], ['***'], ['```', 'a', '', '# b', '```']],
      ...[
        ['| a | b |', '|---|:-:|', '| `c|` | [d](e) |', '| f |'],
        ['<div>', '*a*', '</div>'],
        ['<!-- a', '', 'b -->'],
      ],
      ...[['[r]: /url', '"title"'], ['    code', '', '    \tmore'], ['1986. A year'], ['- [ ] task', '- [x] done']],
    ),
  )
  .map((all) => [...all]);

function within(lines: readonly string[], first: string, rest: string): string[] {
  return lines.map((text, index) => (index === 0 ? first + text : text === '' ? '' : rest + text));
}

const container = fc.constantFrom(
  ...['', '', '', ' ', '  ', '   ', '    ', '     ', '\t'],
  ...['> ', '>', '- ', '-', '* ', '+ ', '-\t', '- [ ] ', '1. ', '1.', '1) ', '7. ', '10. ', '[^n]: '],
);
const content = fc.constantFrom(
  ...[
    '',
    '',
    '',
    'words of a clause',
    'an *em* and **strong** __word__ ~~out~~',
    '**open',
    '2014. április',
    '5~7',
    'a  ',
  ],
  ...[
    'a\\',
    'a\tb',
    'é 文',
    '\u0000',
    '\\*',
    '&amp;',
    '# Heading',
    '### Heading #',
    '===',
    '---',
    '=',
    '-',
    '***',
    '* * *',
  ],
  ...['```', '```js', '~~~', '````', '    code', '`code`', '`'],
  ...['<div>', '</div>', '<!-- a', '-->', '<b>x</b>', '<script>', '</script>', '<?php', '?>', '<a href="', 'x">'],
  ...['| a | b |', '|---|---|', 'a | b', '---|:-:', '|', '[r]: https://e.com "t"', '[r]: <', '[s]:', '/url', "'title'"],
  ...['[r]', '[R][]', '[x][r]', '[l](u "t")', '![i](u)', '[^n]', '[^m]', '[^n]: note', '[^m]: other'],
  ...['see www.example.com and a@b.co', '<https://e.com>', '< a >'],
);
/** Blocks as authors set them, each the lines it is made of, in lists, quotes and notes up to four deep. */
const { blocks } = fc.letrec<{ blocks: string[]; block: string[]; list: string[]; quote: string[]; note: string[] }>(
  (tie) => ({
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map((all) => all.flatMap((one) => [...one, ''])),
    block: fc.oneof({ maxDepth: 4, depthSize: 'small' }, leaf, leaf, leaf, tie('list'), tie('quote'), tie('note')),
    list: fc
      .tuple(
        fc.constantFrom('- ', '* ', '-   ', '-\t', '1. ', '7) ', '10. '),
        fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
      )
      .map(([marker, items, isTight]) =>
        items.flatMap((item) => within(isTight ? item.slice(0, -1) : item, marker, marker.replace(/\S/g, ' '))),
      ),
    quote: fc
      .tuple(tie('blocks'), fc.boolean())
      .map(([inner, isLazy]) => inner.map((text) => (isLazy && /^[a-z]/.test(text) ? text : `> ${text}`))),
    note: tie('blocks').map((inner) => within(inner, '[^n]: ', '    ')),
  }),
);
const line = fc
  .tuple(fc.array(container, { maxLength: 4 }), content, fc.constantFrom('', '', ' ', '  ', '\t'))
  .map(([containers, text, end]) => [...containers, text, end].join(''));
const text = fc
  .tuple(fc.array(line, { maxLength: 24 }), fc.constantFrom('\n', '\n', '\r\n', '\r'), fc.boolean())
  .map(([lines, ending, isEnded]) => lines.join(ending) + (isEnded ? ending : ''));

describe('parseMarkdown', () => {
  it.each(Object.entries(DOCUMENTS))('gives the tree of the plain pipeline for %s', (_, markdown) => {
    expect(withoutMarkers(parseMarkdown(markdown))).toStrictEqual(plainTree(markdown));
  });

  it('gives the tree of the plain pipeline, places included, for any text', () => {
    fc.assert(
      fc.property(text, (markdown) => {
        expect(withoutMarkers(parseMarkdown(markdown))).toStrictEqual(plainTree(markdown));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the tree of the plain pipeline, places included, for blocks in blocks', () => {
    fc.assert(
      fc.property(blocks, fc.constantFrom('\n', '\r\n'), (lines, ending) => {
        const markdown = lines.join(ending);
        expect(withoutMarkers(parseMarkdown(markdown))).toStrictEqual(plainTree(markdown));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the number and delimiter of every ordered item as typed', () => {
    expect(markersOf('7. a\n7. b\n\n   1) c\n')).toEqual(['7.', '7.', '1)']);
  });

  it('keeps no marker on unordered items', () => {
    expect(markersOf('- a\n* b\n')).toEqual([undefined, undefined]);
  });
});
