import { describe, expect, it } from 'vitest';
import { sourceWords } from '../../../src/render/words/source-words.ts';
import { shown } from './shown.ts';

const words = (markdown: string, markers?: readonly string[]) => shown(sourceWords(markdown, markers));

describe('the words of running text', () => {
  it.each([
    ['plain words, with signs: 50 % of €100 = §5', 'plain words, with signs: 50 % of €100 = §5'],
    ['**bold** and _slanted_ and ~~struck~~', 'bold and slanted and struck'],
    ['m<sup>2</sup> and one<br>two', 'm2 and one two'],
    ['5~7 and ~100', '5~7 and ~100'],
    ['[text](https://e.org "title") after', 'text after'],
    ['[text](<a b> (title)) after', 'text after'],
    ['[text]( not an address ) after', 'text( not an address ) after'],
    ['[a [b](x) c](y)', 'a b c(y)'],
    ['[text][ref] and [ref] and [no][such]\n\n[ref]: https://e.org', 'text and ref and nosuch'],
    ['[ref]: <a> "title"\n[other]:\n/u\nwords [ref] [other]', 'words ref other'],
    ['[ref]: a b c is no address', 'ref: a b c is no address'],
    ['<https://e.org/?a&amp;b> <me@e.org>', 'https://e.org/?a&amp;b me@e.org'],
    ['https://e.org/a[b]c?d&amp;e&nbsp;', 'https://e.org/abc?d&amp;e'],
    ['AT&amp;T &#167;5 &sect;&nbsp;6 &nosuch; R&D', 'AT&T §5 § 6 &nosuch; R&D'],
    ['\\*literal\\* \\&amp; \\<b> \\# \\[x](y)', 'literal &amp; <b> # x(y)'],
    ['`[a](b) &amp; <i>` and `` a`b ``', 'a(b) &amp; <i> and ab'],
    ['a `b <!-- c', 'a b <!-- c'],
    ['a <!-- hidden --> b', 'a b'],
    ['a < b > c, <5 and a<b', 'a < b > c, <5 and a<b'],
    ['<span title="not a word">word</span>', 'word'],
    ['a <?php b ?>', 'a <?php b ?>'],
    ['two\nlines  \nand\\\nmore', 'two lines and more'],
  ])('are right for %j', (markdown, expected) => {
    expect(words(markdown)).toBe(expected);
  });
});

describe('the words of blocks', () => {
  it.each([
    ['headings', '# One #\n## Two ##x\nThree\n=====\nFour\n---', 'One Two ##x Three Four'],
    ['number signs without a space', '#5 of them', '#5 of them'],
    ['rules between paragraphs', 'a\n\n***\n\nb\n\n- - -\n\nc', 'a b c'],
    ['numbers of lists as typed', '7. a\n\n9) b\n1. c', '7. a 9) b 1. c'],
    ['bullets', '- a\n* b\n+ c', 'a b c'],
    ['a number that begins no list', 'Since\n1986. A great year', 'Since 1986. A great year'],
    ['a list in a list', '1. a\n   - b\n     1) c\n\n     d', '1. a b 1) c d'],
    ['quotes', '> a\nstill a\n> > b', 'a still a b'],
    ['boxes of tasks', '- [x] done\n- [ ] open\n- [y] neither', 'done open y neither'],
    ['fenced code', '```js\na [b](c)\n```\n~~~\n~~~ d\n~~~\ne', 'a b(c) ~~~ d e'],
    ['indented code', 'a\n\n    [b](c) &amp;\n\nd', 'a b(c) &amp; d'],
    ['an indented line that goes on', 'a\n    [b](c)', 'a b'],
    ['what belongs to an item by its indentation', '10. a\n\n    [b](c)', '10. a b'],
    ['tables', 'a\n\n| b | c |\n|:--|--:|\n| `d|e` | f |\n| g\n\nh', 'a b c d e f g h'],
    ['a bar outside tables', 'a | b\n--- c', 'a b --- c'],
    ['HTML', '<table>\n<tr><td>a &lt; **b**</td><td>&copy c</td></tr>\n</table>\n\n*d*', 'a < b © c d'],
    ['HTML around Markdown', '<details>\n<summary>[a](b)</summary>\n\n[c](d)\n\n</details>', 'a(b) c'],
    ['a comment over lines', '<!-- a\n\nb -->\n\nc', 'c'],
    ['a comment without an end', '<!-- a\n\nb', '<!-- a b'],
    ['definitions of terms', 'Term\n: what it means', 'Term what it means'],
    ['a lone sign before a fixed address', 'a\n\n+{#here}', 'a'],
    ['an address fixed by the author', '## Data {#data-transfer}\n\nnot {#this one}', 'Data not {#this one}'],
  ])('are right for %s', (_, markdown, expected) => {
    expect(words(markdown)).toBe(expected);
  });
});

describe('the words of notes', () => {
  it('follow the text in the order of their references', () => {
    const markdown =
      'a[^2] b[^one]\n\n[^one]: first\n    goes on\n\n    [^deep]\n\n[^2]: second\n\nc\n\n[^deep]: third';
    expect(words(markdown)).toBe('a b c second first goes on third');
  });

  it('come last where nothing leads to them', () => {
    expect(words('[^a]: see [^a]\n\ntext')).toBe('text see');
  });

  it('leave a mark that refers to nothing in the text', () => {
    expect(words('a[^1] b')).toBe('a^1 b');
  });
});

describe('the numbers of list items', () => {
  it('are those that were counted, where they are', () => {
    expect(words('1. a\n   1. b\n1. c\n- d', ['1.', '1.1.', '2.'])).toBe('1. a 1.1. b 2. c d');
  });
});

describe('the place of a word', () => {
  it('is its offset in the Markdown', () => {
    const markdown = '> 1. a\n>    b &amp; [c](d)\n>    `e\n>    f`\n\n| g |\n|---|\n| h |\n\n<p>\ni</p>\n';
    const { codes, origins } = sourceWords(markdown);
    for (const letter of 'abcefghi') {
      const at = codes.indexOf(letter.charCodeAt(0));
      expect([letter, markdown[origins[at] ?? -1]]).toEqual([letter, letter]);
    }
    expect(origins[codes.indexOf(0x26)]).toBe(markdown.indexOf('&amp;'));
  });
});

describe('signs that are mark-up in one place and text in another', () => {
  it.each(['*', '_', '`', '\\', '[', ']', '|'])('%s is left out', (sign) => {
    expect(words(`a ${sign} b`)).toBe('a b');
  });

  it('leaves out a colon, hyphen or plus sign only if it stands alone', () => {
    expect(words('x : - + y: -5 +7 a-b')).toBe('x y: -5 +7 a-b');
  });
});

describe('hostile Markdown', () => {
  it.each([
    ['open brackets', '['.repeat(100_000)],
    ['brackets in brackets', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['dots after an address', `https://e.org/${'.'.repeat(100_000)}x`],
    ['spaces under a paragraph', `a\n-${' '.repeat(100_000)}x`],
    ['braces', '{#'.repeat(50_000)],
    ['backticks', Array.from({ length: 400 }, (_, index) => '`'.repeat(index + 1)).join('x')],
  ])('of %s is read to its end', (_, markdown) => {
    expect(words(markdown)).toBeTypeOf('string');
  });
});
