import { describe, expect, it } from 'vitest';
import { html, problems, rendered } from './rendered.ts';

describe('allowed HTML', () => {
  it.each([
    ['<dl><dt>Term</dt><dd>Meaning</dd></dl>', '<dl><dt>Term</dt><dd>Meaning</dd></dl>'],
    ['m<sup>2</sup> and H<sub>2</sub>O', '<p>m<sup>2</sup> and H<sub>2</sub>O</p>'],
    ['<abbr title="European Union">EU</abbr>', '<p><abbr title="European Union">EU</abbr></p>'],
    ['<span lang="la">ipso facto</span>', '<p><span lang="la">ipso facto</span></p>'],
    ['one<br>two', '<p>one<br>two</p>'],
    ['<a href="/z/">x@y.example</a>', '<p><a href="/z/">x@y.example</a></p>'],
    ['<a name="old"></a>Text', '<p><a id="old"></a>Text</p>'],
    ['Text<!-- a remark for colleagues -->', '<p>Text</p>'],
  ])('renders %s', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  it('keeps a whole table written in HTML', () => {
    const table = '<table>\n<tr><th scope="row">Name</th><td colspan="2">Cell</td></tr>\n</table>\n';
    expect(html(table)).toMatch(/<th scope="row">Name<\/th><td colspan="2">Cell<\/td>/);
  });
});

describe('HTML that may not be published', () => {
  it.each([
    ['Dear <your company>, hello', '1:6 html-element'],
    ['<script>alert(1)</script>', '1:1 html-element'],
    ['<iframe src="https://x.example"></iframe>', '1:1 html-element'],
    ['<p style="color:red">x</p>', '1:1 html-attribute'],
    ['<p onclick="x()">x</p>', '1:1 html-attribute'],
    ['<a href="javascript:alert(1)">x</a>', '1:1 link-scheme'],
    ['<a href="java&#x73;cript:alert(1)">x</a>', '1:1 link-scheme'],
    ['a <ins>new</ins> word', '1:3 html-redline'],
    ['<img src="https://x.example/a.png">', '1:1 html-image'],
    ['![A map](map.png)', '1:1 html-image'],
    ['text <b>bold', '1:6 html-unclosed'],
    ['text</b>', '1:5 html-unopened'],
    ['one <b>two\n\nthree</b>', '1:5 html-across-blocks'],
    ['<a href="#1">\n\n# Title\n\n</a>', '1:1 html-across-blocks'],
    ['[<x@y.example>](/z)', '1:2 link-in-link'],
    ['<a href="#1">see [y](/z)</a>', '1:18 link-in-link'],
    ['[see <a href="/z">y</a>](/z)', '1:6 link-in-link'],
    ['<a href="#1">see <a name="y">y</a></a>', '1:18 link-in-link'],
    ['<p class="x\n', '1:1 html-unfinished'],
    ['<!DOCTYPE html>', '1:1 html-declaration'],
    ['<!ELEMENT lost words>', '1:1 html-declaration'],
    ['<?php\nlost words\n?>', '1:1 html-instruction'],
    ['a <?lost words?> b', '1:3 html-instruction'],
    ['<![CDATA[ lost words ]]>', '1:1 html-cdata'],
    ['a <![CDATA[ lost words ]]>', '1:3 html-cdata'],
    ['<!-- a remark\n\nlost words\n', '1:1 html-comment-unclosed'],
    ['> - <!-- a remark', '1:5 html-comment-unclosed'],
    ['<!-- a remark --!> words -->', '1:1 html-comment-unclosed'],
    ['<div>\n</3 lost words>\n</div>', '2:1 html-unfinished'],
  ])('is refused in %j, where it stands', (markdown, expected) => {
    expect(problems(markdown)).toContain(expected);
    expect(rendered(markdown).body).toBeUndefined();
  });

  it.each(['<!-- a -->', '<!-->', '<!--->', '<!-- a\n\nb -->', 'a <!-- b --> c'])(
    'is no comment such as %j',
    (markdown) => {
      expect(problems(markdown)).toEqual([]);
    },
  );

  it('is found in later lines of a block and inside lists, at its column', () => {
    expect(problems('<div>\n  <blink>x</blink>\n</div>\n')).toContain('2:3 html-element');
    expect(problems('- item\n\n  > <blink>x\n')).toContain('3:5 html-element');
  });

  it('counts lines from the start of the file', () => {
    expect(problems('<blink>', { lineOffset: 5 })).toContain('6:1 html-element');
  });

  it('is reported wholly in one run', () => {
    expect(
      problems('<blink>x</blink>\n\n<marquee>y</marquee>\n').filter((p) => p.endsWith('html-element')),
    ).toHaveLength(2);
  });
});

describe('words between the cells of a table', () => {
  it.each([
    ['<table><tr><td>a</td>moved</tr></table>', '1:22 html-table-text'],
    ['<table>\n<tr><td>a</td></tr>\n\nmoved\n\n</table>', '4:1 html-table-text'],
    ['<table>\n<!-- <td> --> moved\n<tr><td>a</td></tr></table>', '2:15 html-table-text'],
    ['<table><tr><td><table>moved<tr><td>a</td></tr></table></td></tr></table>', '1:23 html-table-text'],
  ])('are refused in %j', (markdown, expected) => {
    expect(problems(markdown)).toEqual([expected]);
  });

  it('are let pass in cells and captions, however they are ended', () => {
    expect(
      problems('<table>\n<caption>c</caption>\n<tr><th>a<td>b\n<tr><td>\n\n*c*\n\n</td></tr>\n</table>\n\nafter\n'),
    ).toEqual([]);
  });
});

describe('a reference without its semicolon', () => {
  it('would change words, and is refused', () => {
    expect(problems('<p>a=1&section=2</p>')).toEqual(['1:7 character-reference']);
    expect(problems('<p>&copy 2020</p>')).toEqual(['1:4 character-reference']);
  });

  it('is only text in Markdown, and no reference before other words', () => {
    expect(problems('a=1&section=2 &copy 2020\n\n<p>R&D &amp; x & y</p>\n')).toEqual([]);
    expect(html('a=1&section=2')).toContain('a=1&#x26;section=2');
  });
});

it.each(['dl', 'div', 'table', 'p'])('cannot put a <%s> into a heading, a link or emphasis', (tag) => {
  expect(problems(`# One <${tag}>two</${tag}>`)).toContain('1:7 html-in-line');
  expect(problems(`One **two <${tag}>three</${tag}>**`)).toContain('1:11 html-in-line');
  expect(problems(`One [two <${tag}>three</${tag}>](#x)`)).toContain('1:10 html-in-line');
});

it('refuses the end of a paragraph that never began where an empty one cannot stand', () => {
  expect(problems('# One </p>two')).toEqual(['1:7 html-in-line']);
  expect(problems('One [two </p>three](https://a.example)')).toEqual(['1:10 html-in-line']);
  expect(problems('One.</p>\n\nTwo.')).toEqual([]);
});

describe('an address that an author sets in HTML', () => {
  it('is given once to the page, and a second time is warned of', () => {
    const markdown = 'One<a name="x"></a>\n\nTwo<a id="x"></a>';
    expect(problems(markdown)).toEqual(['3:4 html-id-repeated']);
    expect(html(markdown).match(/id="x"/g)).toHaveLength(1);
    expect(problems('<a id="y" name="y"></a>One')).toEqual([]);
  });

  it.each(['page:text', 'fn-1', 'fnref-1-2', 'footnote-label'])(
    'cannot be %s, which is one of the page’s own',
    (id) => {
      expect(problems(`One<a name="${id}"></a>`)).toEqual(['1:4 html-id-reserved']);
    },
  );
});
