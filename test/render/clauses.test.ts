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

  it('go on with another sign behind them', () => {
    expect(outlineOf('7. seven\n8. eight\n9) nine\n10) ten\n')).toEqual([
      ...['7. #7 7', '8. #8 8', '9) #9 9', '10) #10 10'],
    ]);
    expect(outlineOf('1. one\n\n1) first\n2) second\n\n2. two\n')).toEqual([
      ...['1. #1 1', '  1) #1-1 1(1)', '  2) #1-2 1(2)', '2. #2 2'],
    ]);
  });

  it('are not swallowed by the item before for want of an empty line', () => {
    const text = '1. one\n    2. two\n    3. three\n4. four\n';
    expect(outlineOf(text)).toEqual(['1. #1 1', '2. #2 2', '3. #3 3', '4. #4 4']);
    expect(html(text)).toContain('<div class="text">one</div></li>');
  });

  it('begin again behind other text, beside the numbers before and not below them', () => {
    const text = '## 1. Terms\n\nA means:\n\ni. x\n\nii. y\n\nB means:\n\ni. z\n\nii. w\n';
    expect(outlineOf(text)).toEqual([
      ...['1. #1 1', '  i. #1-i 1(i)', '  ii. #1-ii 1(ii)', '  i. #1-i~2 1(i)', '  ii. #1-ii~2 1(ii)'],
    ]);
    expect(problems(text)).toEqual([]);
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
    expect(outlineOf('п. 3.3.1 передать товар;\n\nп. 3.3.2 принять товар.\n')).toEqual([
      ...['п. 3.3.1 #п-3.3.1 п. 3.3.1', 'п. 3.3.2 #п-3.3.2 п. 3.3.2'],
    ]);
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

describe('labels of other hands and languages', () => {
  it('may have a number sign between name and number', () => {
    expect(outlineOf('## Приложение №1 к уставу\n')).toEqual(['Приложение №1 #приложение-1 Приложение №1']);
    expect(outlineOf('## Приложение N 2 к уставу\n')).toEqual(['Приложение N 2 #приложение-2 Приложение N 2']);
    expect(outlineOf('## Annex No. 2: Fees\n')).toEqual(['Annex No. 2: #annex-2 Annex No. 2']);
    expect(outlineOf('## Anlage Nr. 3\n')).toEqual(['Anlage Nr. 3 #anlage-3 Anlage Nr. 3']);
    expect(outlineOf('## Annexe n° 4 – Prix\n')).toEqual(['Annexe n° 4 – #annexe-4 Annexe n° 4 –']);
  });

  it('may be Chinese numerals, with or without a blank behind them', () => {
    const text =
      '## 第二章 责任\n\n第三条　甲方。\n\n一、甲；\n\n（一）子；\n\n（二）丑。\n\n二、乙。\n\n第四条　乙方。\n';
    expect(outlineOf(text)).toEqual([
      '第二章 #第二章 第二章',
      '  第三条 #第三条 第三条',
      '    一、 #第三条-一 第三条(一)',
      '      （一） #第三条-一-一 第三条(一)(一)',
      '      （二） #第三条-一-二 第三条(一)(二)',
      '    二、 #第三条-二 第三条(二)',
      '  第四条 #第四条 第四条',
    ]);
    expect(html('一、甲方。\n\n二、乙方。\n')).toContain('>一、</a> <div class="text"><p>甲方。</p>');
  });

  it('may be Japanese or Korean articles, also inserted ones', () => {
    expect(outlineOf('## 第3条（目的）\n\n## 第３条の２ 定義\n')).toEqual([
      '第3条 #第3条 第3条',
      '第３条の２ #第３条の２ 第３条の２',
    ]);
    expect(outlineOf('## 제3조 목적\n\n## 제3조의2(정의)\n')).toEqual([
      '제3조 #제3조 제3조',
      '제3조의2 #제3조의2 제3조의2',
    ]);
  });

  it('may be followed by Chinese text at once', () => {
    expect(outlineOf('1、甲。\n\n2、乙。\n')).toEqual(['1、 #1 1', '2、 #2 2']);
    expect(outlineOf('1.甲。\n\n2.乙。\n')).toEqual(['1. #1 1', '2. #2 2']);
    expect(outlineOf('（１）甲。\n\n（２）乙。\n')).toEqual(['（１） #1 1', '（２） #2 2']);
  });

  it('may be mistyped in a heading', () => {
    expect(outlineOf('## Статьи 42. Финансирование\n')).toEqual(['Статьи 42. #статья-42 Статьи 42']);
    expect(outlineOf('### Статья 51.** Исключена.\n')).toEqual(['Статья 51. #статья-51 Статья 51']);
    expect(outlineOf('### 1.2.1. Revisions\n\n### 1.2.2.Relevant Dates\n')).toEqual([
      '    1.2.1. #1.2.1 1.2.1',
      '    1.2.2. #1.2.2 1.2.2',
    ]);
    expect(html('## 1.Scope\n')).toContain('>1.</a> Scope</h2>');
  });

  it('may be a range of clauses that are gone, which leaves no gap', () => {
    const text = '4\\. Four.\n\n5—7. Repealed.\n\n8\\. Eight.\n';
    expect(outlineOf(`1\\. One.\n\n2–3. Repealed.\n\n${text}`)).toEqual([
      ...['1. #1 1', '2–3. #2–3 2–3', '4. #4 4', '5—7. #5—7 5—7', '8. #8 8'],
    ]);
    expect(problems(`1\\. One.\n\n2–3. Repealed.\n\n${text}`)).toEqual([]);
  });

  it('may stand alone below a heading where other sections go on with the next', () => {
    const text = '## Members\n\nA. They join.\n\nB. They leave.\n\n## Speaking\n\nA. Only the chair speaks.\n';
    expect(outlineOf(text)).toEqual([
      ...['- #members', '  A. #members-a a', '  B. #members-b b', '- #speaking', '  A. #speaking-a a'],
    ]);
  });
});

describe('what only looks like a label', () => {
  it.each([
    '2026-03-01 is the day.',
    '01.03.2026 is the day.',
    '1.3.2026 tritt sie in Kraft.',
    'Offices open at\n9.30 and close at 17.00.',
    'Call us:\n8 (800) 555-35-35.',
    'Call us:\n+49.30.1234567',
    'It needs:\n2.4.1 or later.',
    'It takes time:\n5-7 days.',
    '5-7. Mai 2026',
    'No. 5 Main Street',
    '№ 5 по улице Мира',
    'Annex No. 2 applies.',
    'Статьи 42 и 43 применяются.',
    '第三条规定的数据。\n第四条规定的数据。',
    '一、二线城市',
    '3.5万人',
    '二〇二六年三月一日',
    '## 18F and 19G',
    '## 2.0 of the software',
    '## 3.x versions',
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

describe('lists in HTML', () => {
  const list =
    '<ol type="A" start="3">\n<li>three\n<ol type="i">\n<li>deep</li>\n</ol>\n</li>\n<li value="9">nine</li>\n<li>ten</li>\n</ol>\n';

  it('say their numbers as values and are clauses', () => {
    expect(
      [...html(list).matchAll(/<li value="(\d+)" id="([^"]+)"/g)].map(([, value, id]) => `${value} ${id}`),
    ).toEqual([...['3 c', '1 c-i', '9 i', '10 j']]);
    expect(outlineOf(list)).toEqual(['C. #c c', '  i. #c-i c(i)', 'I. #i i', 'J. #j j']);
  });

  it('belong to the clause before them and stand between their neighbours', () => {
    expect(outlineOf(`## 1. Use\n\n1.1. One:\n\n${list}\n1.2. Two.\n`)).toEqual([
      '1. #1 1',
      '  1.1. #1.1 1.1',
      '    C. #1.1-c 1.1(c)',
      '      i. #1.1-c-i 1.1(c)(i)',
      '    I. #1.1-i 1.1(i)',
      '    J. #1.1-j 1.1(j)',
      '  1.2. #1.2 1.2',
    ]);
  });

  it('keep the address that their author set', () => {
    expect(outlineOf('<ol><li id="mine">a</li><li>b</li></ol>')).toEqual(['1. #mine 1', '2. #2 2']);
  });

  it('count down, and on behind z', () => {
    expect(outlineOf('<ol reversed><li>a</li><li>b</li></ol>')).toEqual(['2. #2 2', '1. #1 1']);
    expect(outlineOf('<ol type="a" start="26"><li>a</li><li>b</li><li>c</li></ol>')).toEqual([
      ...['z. #z z', 'aa. #aa aa', 'ab. #ab ab'],
    ]);
  });

  it('leave notes alone', () => {
    expect(outlineOf('Text[^1].\n\n[^1]: Note.\n')).toEqual([]);
  });
});
