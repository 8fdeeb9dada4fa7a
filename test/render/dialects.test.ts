import { describe, expect, it } from 'vitest';
import { html, problems } from './rendered.ts';

describe('what another program would understand', () => {
  it.each([
    ['{% if x %} text', '1:1 dialect-liquid'],
    ['Para\n{: .note }', '2:1 dialect-kramdown'],
    ['::: note\ntext', '1:1 dialect-container'],
    ['import X from "y"', '1:1 dialect-mdx'],
    ['{/* remark */}', '1:1 dialect-mdx'],
    ['##Title', '1:1 heading-without-space'],
    ['[text][name]', '1:1 reference-undefined'],
    ['text[^1]', '1:5 reference-undefined'],
    ['This sentence ends.\n---', '1:1 heading-by-accident'],
    ['left **over', '1:6 markup-left-over'],
    ['a\u200Bb', '1:2 invisible-character'],
  ])('is reported in %j', (markdown, expected) => {
    expect(problems(markdown)).toEqual([expected]);
  });
});

describe('asterisks between numbers', () => {
  it('would vanish as emphasis, and are refused', () => {
    expect(problems('It is 2*3*4 cm.')).toEqual(['1:8 emphasis-in-word']);
    expect(html('It is 2\\*3\\*4 cm, 2 * 3 * 4, and 2*3.')).toBe('<p>It is 2*3*4 cm, 2 * 3 * 4, and 2*3.</p>');
  });

  it('are warned of between letters, and are emphasis at the edge of a word', () => {
    expect(problems('a*b c*d')).toEqual(['1:2 emphasis-in-word']);
    expect(html('a*b c*d')).toContain('<em>');
    expect(problems('*a*b and c**d**, **1.** *2*')).toEqual([]);
  });
});

describe('a quotation', () => {
  it('that more likely says "more than" is warned of', () => {
    expect(problems('Age:\n> 18 years')).toEqual(['2:1 quote-by-accident']);
    expect(problems('Age:\n\n> 18 years are quoted.')).toEqual([]);
    expect(problems('He says:\n> Words.')).toEqual([]);
  });
});

describe('words behind the mark of a block of code', () => {
  it('would vanish, and are refused', () => {
    expect(problems('``` All of this vanishes\ncode\n```')).toEqual(['1:1 code-words']);
  });

  it('may be the name of a language, or settings of a program', () => {
    expect(problems('```js\nx\n```\n\n```js title="a b c" {1,2}\nx\n```')).toEqual([]);
    expect(html('```DNS Zone\nx\n```')).toContain('<pre>');
  });
});

describe('Markdown between the tags of HTML', () => {
  it('is printed as it stands, and warned of', () => {
    expect(problems('<p>a **b** c</p>')).toEqual(['1:6 markup-left-over']);
    expect(problems('<div>\n<p>see [t](../terms/)</p>\n</div>')).toEqual(['2:8 markup-left-over']);
    expect(problems('<div>\n\na **b** [t](../terms/)\n\n</div>')).toEqual([]);
  });
});
