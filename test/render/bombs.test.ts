import { describe, expect, it } from 'vitest';
import { findBomb } from '../../src/render/bombs.ts';
import { problems } from './rendered.ts';

const lines = (count: number, lineOf: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `${lineOf(index)}\n`).join('');

/** `line:column rule`. */
const foundIn = (markdown: string) => {
  const bomb = findBomb(markdown);
  return bomb && `${bomb.stretch.start.line}:${bomb.stretch.start.column} ${bomb.ruleId}`;
};

describe('findBomb', () => {
  it.each([
    ['quotes', `${'>'.repeat(10_000)} x`, '1:1 markdown-nesting'],
    ['bullets', `Text.\n\n${'* '.repeat(10_000)}x`, '3:1 markdown-nesting'],
    ['numbers', `${'1. '.repeat(10_000)}x`, '1:1 markdown-nesting'],
    ['notes in each other', `${'[^a]: '.repeat(1000)}x`, '1:1 markdown-nesting'],
    ['quotes, bullets and numbers', `${'> * 1. '.repeat(40)}x`, '1:1 markdown-nesting'],
    ['lists each further in', lines(500, (n) => `${'  '.repeat(n)}- x`), '101:1 markdown-nesting'],
    ['lists each further in by a tab', lines(500, (n) => `${'\t'.repeat(n)}- x`), '51:1 markdown-nesting'],
    ['lists each further in, in a quote', lines(500, (n) => `> ${'  '.repeat(n)}- x`), '100:1 markdown-nesting'],
    ['opening brackets', `a\n\n${'['.repeat(100_000)}`, '3:1 markdown-brackets'],
    ['closing brackets', `- a\n- ${']'.repeat(100_000)}`, '2:3 markdown-brackets'],
    ['images', '!['.repeat(100_000), '1:1 markdown-brackets'],
    ['links in one paragraph', '[x](#y) '.repeat(20_000), '1:1 markdown-brackets'],
    ['brackets over many lines', `# a\n\n${lines(4000, () => '[[[[ word')}`, '3:1 markdown-brackets'],
    ['images in each other', `${'!['.repeat(2000)}x${'](y)'.repeat(2000)}`, '1:1 markdown-brackets'],
    ['words behind a bracket', `[ ${lines(3000, () => 'some words')}`, '1:1 markdown-brackets'],
    ['brackets in indented code', `a\n\n    ${'['.repeat(100_000)}`, '3:1 markdown-brackets'],
    ['emphasis that is never opened', 'a* '.repeat(100_000), '1:1 markdown-emphasis'],
    ['emphasis in two signs', '*a_ '.repeat(50_000), '1:1 markdown-emphasis'],
    ['signs between letters', '_a'.repeat(100_000), '1:1 markdown-emphasis'],
    ['emphasis in emphasis', `${'*a '.repeat(200)}${'b* '.repeat(200)}`, '1:1 markdown-emphasis'],
    ['stars around a word', `${'*'.repeat(5000)}a${'*'.repeat(5000)}`, '1:1 markdown-emphasis'],
    ['many paragraphs full of signs', lines(40, () => `${'*a_ '.repeat(900)}\n`), '25:1 markdown-emphasis'],
    [
      'backticks of many lengths',
      Array.from({ length: 450 }, (_, n) => '`'.repeat(n + 1)).join('a'),
      '1:1 markdown-code',
    ],
    ['comments that never end', `a ${'<!-- b '.repeat(20_000)}`, '1:1 markdown-unclosed'],
    ['link titles that never end', '[a](b (c '.repeat(20_000).replaceAll('[a]', 'a]'), '1:1 markdown-unclosed'],
    ['open HTML', `Text.\n\n${'<div>'.repeat(20_000)}`, '3:501 html-nesting'],
    ['closed HTML', `a ${'<u>'.repeat(500)}x${'</u>'.repeat(500)}`, '1:303 html-nesting'],
    ['HTML on a line each', lines(500, () => '<div>\n'), '201:1 html-nesting'],
    ['a paragraph of 100,000 lines', `# a\n\n${lines(100_000, (n) => `${n % 99}.1. x`)}`, '3:1 markdown-paragraph'],
    ['rows', `|a|b|\n|-|-|\n${lines(30_000, () => '|c|d|')}`, '10001:1 markdown-table'],
    ['short rows', `${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|\n${lines(300, () => '|b|')}`, '67:1 markdown-table'],
    ['notes', lines(50_000, (n) => `[^${n}]: A note.\n`), '10001:1 markdown-definitions'],
    ['link addresses', lines(50_000, (n) => `[x${n}]: #y`), '5001:1 markdown-definitions'],
    ['empty lines', '\n'.repeat(500_000), '200001:1 markdown-size'],
  ])('refuses a flood of %s where it begins', (_, markdown, expected) => {
    expect(foundIn(`${markdown}\n`)).toBe(expected);
  });

  it.each([
    ['a long rule', `Text.\n\n${'- '.repeat(500)}\n\nText.`],
    ['human lists', lines(12, (n) => `${'  '.repeat(n)}- item`)],
    ['a hundred quotes in each other', `${'> '.repeat(100)}a`],
    ['a list that goes in and out', lines(50, (n) => `${'  '.repeat(n)}* a`).repeat(5)],
    ['a title set far to the right', `${' '.repeat(300)}PRIVACY POLICY`],
    ['thousands of links in a paragraph', '[a](#x) '.repeat(5000)],
    ['thousands of links in a list', lines(5000, (n) => `${n + 1}. see [a](b) and **c**`)],
    ['thousands of links in a table', `|a|b|\n|-|-|\n${lines(5000, (n) => `| [a](b) | **${n}** [c](d) |`)}`],
    ['thousands of link addresses', lines(4000, (n) => `[a${n}]: https://example.com/${n}`)],
    ['indented cells', `| a |${' '.repeat(300)}b |`],
    ['signs that are meant as text', '\\[ \\* \\_ \\] '.repeat(20_000)],
    ['emphasis word by word', '*a* **b** _c_ '.repeat(1500)],
    ['marks of notes', 'a*) b **) '.repeat(600)],
    ['lines to write on', lines(100, () => `${'_'.repeat(60)}(name) Date:${'_'.repeat(60)} ${'_'.repeat(20)}`)],
    ['code word by word', 'the `code` and the ``code`` '.repeat(2000)],
    ['a paragraph of 500 lines', `${lines(500, () => 'The controller keeps a record of all it does.')}`],
    ['a paragraph of many lines and links', lines(500, () => 'It keeps [a record](#records) of *personal* data.')],
    ['underlined headings', lines(8000, () => 'Title\n---')],
    ['comments that end', lines(2000, (n) => `| a <!-- ${n} --> |`)],
    ['HTML that leaves its end tags out', `<ul>\n${lines(500, () => '<li>a<p>b')}</ul>`],
    ['HTML elements one after another', '<b>a</b> <sup>2</sup><br> '.repeat(1000)],
    ['placeholders', 'Dear <name>, your <company> '.repeat(500)],
    ['nothing', ''],
  ])('lets pass %s', (_, markdown) => {
    expect(foundIn(markdown)).toBeUndefined();
  });
});

describe('render', () => {
  it('reports such a text at its place, and does not parse it', () => {
    expect(problems(`Text.\n\n${'>'.repeat(10_000)} x\n`, { lineOffset: 4 })).toEqual(['7:1 markdown-nesting']);
  });

  it('renders what stands as deep in each other as is allowed', () => {
    const deepest = `${'> '.repeat(100)}${'*a '.repeat(100)}${'<u>'.repeat(100)}x${'</u>'.repeat(100)}${' b*'.repeat(100)}\n`;
    expect(problems(deepest)).toEqual([]);
  });
});
