import { describe, expect, it } from 'vitest';
import { html, outlineOf, problems } from './rendered.ts';

const lines = (...parts: string[]) => `${parts.join('\n')}\n`;

describe('numbers of lists', () => {
  it.each([
    ['1. one\n2. two', ['1. #1 1', '2. #2 2']],
    ['1) one\n2) two', ['1) #1 1', '2) #2 2']],
    ['7. seven\n8. eight', ['7. #7 7', '8. #8 8']],
    ['2. two\n1. one', ['2. #2 2', '1. #1 1']],
    ['1. a\n1. b', ['1. #1 1', '1. #1~2 1']],
  ])('are the ones typed in %j', (markdown, expected) => {
    expect(outlineOf(markdown)).toEqual(expected);
  });

  it('stand as text, so that they are copied, printed and heard', () => {
    expect(html('9) nine')).not.toContain('<ol');
    expect(html('8) eight\n9) nine')).toContain(
      '<li id="9"><a class="label" href="#9" data-cite="9">9)</a> <div class="text">nine</div></li>',
    );
  });

  it('go on where a paragraph breaks the list', () => {
    expect(outlineOf('1. one\n\n2. two\n\nBetween.\n\n3. three\n')).toEqual(['1. #1 1', '2. #2 2', '3. #3 3']);
  });

  it('let an inserted item stand between its neighbours', () => {
    const charter = lines('9) nine;', '9.1) inserted;', '10) ten;', '11) eleven.');
    expect(outlineOf(charter)).toEqual(['9) #9 9', '9.1) #9.1 9.1', '10) #10 10', '11) #11 11']);
    expect(html(charter).match(/<li /g)).toHaveLength(4);
  });

  it('nest under the item that holds them', () => {
    expect(outlineOf('1. one\n   1. first\n   2. second\n2. two\n')).toEqual([
      '1. #1 1',
      '  1. #1-1 1(1)',
      '  2. #1-2 1(2)',
      '2. #2 2',
    ]);
  });
});

describe('typed labels', () => {
  it('make clauses of paragraphs, by depth', () => {
    expect(outlineOf('## 1. Scope\n\n1.1. We.\n\n1.1.1. You.\n\n1.1.2. They.\n\n1.2. All.\n')).toEqual([
      '1. #1 1',
      '  1.1. #1.1 1.1',
      '    1.1.1. #1.1.1 1.1.1',
      '    1.1.2. #1.1.2 1.1.2',
      '  1.2. #1.2 1.2',
    ]);
  });

  it('make clauses of lines that Markdown would run together', () => {
    const text = lines('The notice says:', '(a) who we are;', '(b) what we keep; and', '(c) for how long.');
    expect(outlineOf(text)).toEqual(['(a) #a a', '(b) #b b', '(c) #c c']);
    expect(html(text)).toContain('<p>The notice says:</p>');
  });

  it('may be letters, Roman numbers and Cyrillic letters, each in a sequence of its own', () => {
    expect(outlineOf('a) x\n\nb) y\n')).toEqual(['a) #a a', 'b) #b b']);
    expect(outlineOf('i. x\n\nii. y\n\niii. z\n')).toEqual(['i. #i i', 'ii. #ii ii', 'iii. #iii iii']);
    expect(outlineOf('а) икс\n\nб) игрек\n')).toEqual(['а) #а а', 'б) #б б']);
  });

  it('read i) as a letter after h) and as a number at the start', () => {
    const letters = 'abcdefghij'
      .split('')
      .map((letter) => `${letter}) text`)
      .join('\n\n');
    expect(outlineOf(letters)).toContain('i) #i i');
    expect(outlineOf(letters)).toHaveLength(10);
    expect(outlineOf('(a) x\n\n(i) y\n\n(ii) z\n\n(b) w\n')).toEqual([
      '(a) #a a',
      '  (i) #a-i a(i)',
      '  (ii) #a-ii a(ii)',
      '(b) #b b',
    ]);
  });

  it('cite a. > 1. > A. as lawyers do', () => {
    const text = '## 2. Use\n\na. x\n\nb. y\n\n1. p\n2. q\n\nA. s\n\nB. t\n\nc. z\n';
    expect(outlineOf(text)).toEqual([
      '2. #2 2',
      '  a. #2-a 2(a)',
      '  b. #2-b 2(b)',
      '    1. #2-b-1 2(b)(1)',
      '    2. #2-b-2 2(b)(2)',
      '      A. #2-b-2-a 2(b)(2)(a)',
      '      B. #2-b-2-b 2(b)(2)(b)',
      '  c. #2-c 2(c)',
    ]);
  });

  it('may carry the name of the unit', () => {
    expect(outlineOf('## Article 3. Use\n\n1. x\n2. y\n\n## Article 4. Term\n')).toEqual([
      'Article 3. #article-3 Article 3',
      '  1. #article-3-1 Article 3(1)',
      '  2. #article-3-2 Article 3(2)',
      'Article 4. #article-4 Article 4',
    ]);
    expect(outlineOf('## § 5 Widerruf\n')).toEqual(['§ 5 #5 § 5']);
    expect(outlineOf('### Статья 29.1. Исключена\n')).toEqual(['Статья 29.1. #статья-29.1 Статья 29.1']);
  });

  it('may be written bold', () => {
    expect(html('**1.1.** We.\n\n**1.2.** You.\n')).toContain(
      '<a class="label" href="#1.1" data-cite="1.1">1.1.</a> <div class="text"><p>We.</p>',
    );
    expect(html('**(a) Title.** x\n\n**(b) Other.** y\n')).toContain('<p><strong>Title.</strong> x</p>');
  });

  it('keep a heading’s own address as a second one', () => {
    expect(html('## 1. Scope of this policy\n')).toBe(
      '<h2 id="1-scope-of-this-policy"><a class="label" href="#1" data-cite="1" id="1">1.</a> Scope of this policy</h2>',
    );
  });

  it('keep their address beside one that the author fixed', () => {
    const ids = (markdown: string) => [...html(markdown).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids('1.1. Transfer. {#data-transfer}\n\n1.2. Other.\n')).toEqual(['1.1', 'data-transfer', '1.2']);
    expect(ids('## 1. Use {#use-of-data}\n')).toEqual(['1-use', 'use-of-data', '1']);
    expect(ids('1. one {#item}\n2. two\n')).toEqual(['1', 'item', '2']);
    expect(html('A plain paragraph. {#here}\n')).toBe('<p id="here">A plain paragraph.</p>');
    expect(html('## Transfers {#moved}\n')).toBe('<h2 id="transfers"><span id="moved"></span>Transfers</h2>');
  });

  it('refuse an address that belongs to another place', () => {
    expect(problems('## 1. A {#x}\n\n## 2. B {#x}\n')).toEqual(['3:1 anchor-repeated']);
    expect(problems('## 1. A\n\n## 2. B {#1}\n')).toEqual(['3:1 anchor-repeated']);
  });

  it('need no stop between them where one follows the other', () => {
    expect(outlineOf('1.3. three\n1.4. four\n')).toEqual(['  1.3. #1.3 1.3', '  1.4. #1.4 1.4']);
    expect(outlineOf('(a) one\n(b) two\n')).toEqual(['(a) #a a', '(b) #b b']);
    expect(outlineOf('9) nine\n9.1) between\n10) ten\n')).toEqual(['9) #9 9', '9.1) #9.1 9.1', '10) #10 10']);
    expect(outlineOf('## Section 1. Foo\n\n1.1. A.\n1.3. C.\n').slice(1)).toEqual([
      '  1.1. #1.1 1.1',
      '  1.3. #1.3 1.3',
    ]);
  });
});

describe('what only looks like a label', () => {
  it.each([
    'The fee is\n3.5 million euros.',
    '3.5 million people use it.',
    '2014. április 15.',
    '15. März 2014 trat sie in Kraft.',
    '1. Januar 2020 tritt sie in Kraft.',
    '1986. A great year.',
    'Section 6.3.2 limits the period.',
    'A. Smith wrote this.',
    'CLI. If you open an account',
    '88 Colin Street',
    'see the rules in (a) and\n(b) above',
    '## 20 years in business',
    '## 3.5 million users',
  ])('%j stays text', (markdown) => {
    expect(outlineOf(markdown).filter((clause) => !clause.trimStart().startsWith('-'))).toEqual([]);
    const words = html(markdown)
      .replace(/<[^>]+>/g, '')
      .trim();
    expect(words).toBe(markdown.replace(/^#+ /, ''));
  });

  it('keeps the lines of a paragraph together when they are not clauses', () => {
    expect(html('It costs:\n7.5 euros.\n')).toBe('<p>It costs:\n7.5 euros.</p>');
  });
});

describe('anchors', () => {
  it('are found in any script and are never shared', () => {
    expect(outlineOf('## Права\n\n## Права\n\n## حقوق\n\n## 权利\n\n## !!!\n')).toEqual([
      '- #права',
      '- #права-1',
      '- #حقوق',
      '- #权利',
      '- #section',
    ]);
  });

  it('leave alone what the author set in HTML', () => {
    const ids = [...html('<a id="scope"></a>\n\n## Scope\n').matchAll(/id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids).toEqual(['scope', 'scope-1']);
  });
});
