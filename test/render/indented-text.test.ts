import { describe, expect, it } from 'vitest';
import { html, outlineOf, problems, rendered } from './rendered.ts';

const CLAUSES = 'The notice says:\n\n    (a) who we are and where;\n\n    (b) what we keep.\n';

describe('text pasted with four spaces before it', () => {
  it('is text, with a warning where it stands', () => {
    expect(html('First.\n\n    We pass on **your name** to nobody.\n')).toContain(
      '<p>We pass on <strong>your name</strong> to nobody.</p>',
    );
    expect(problems('First.\n\n    We pass on your name to nobody.\n')).toEqual(['3:1 code-by-accident']);
    expect(html('第一段。\n\n    本政策适用于所有用户。\n')).toContain('<p>本政策适用于所有用户。</p>');
  });

  it('keeps its labels as clauses', () => {
    expect(outlineOf(CLAUSES)).toEqual(['(a) #a a', '(b) #b b']);
    expect(outlineOf('a. One.\n\nb. Two:\n\n    i. x\n    ii. y\n\nc. Three.\n')).toEqual([
      ...['a. #a a', 'b. #b b', '  i. #b-i b(i)', '  ii. #b-ii b(ii)', 'c. #c c'],
    ]);
  });

  it('keeps lists in it, and text indented further', () => {
    const text =
      'Text:\n\n    i. A statement with these:\n\n       1. the name;\n       2. the address;\n\n            Deeper still stands this sentence.\n\n    ii. A document.\n';
    expect(outlineOf(text)).toEqual(['i. #i i', '  1. #i-1 i(1)', '  2. #i-2 i(2)', 'ii. #ii ii']);
    expect(html(text)).not.toContain('<code>');
  });

  it('is found in quotes and list items', () => {
    expect(html('> Text.\n>\n>     These are words in sentences.\n')).not.toContain('<code>');
    expect(html('- Item.\n\n      These are words in sentences.\n')).not.toContain('<code>');
  });

  it('leads to the notes and addresses of the whole text', () => {
    const out = html(
      'A.\n\n    See [the terms][t], [T] and this note[^1], all of them.\n\n[t]: ../terms/\n\n[^1]: Note.\n',
    );
    expect(out.match(/href="\/terms\/"/g)).toHaveLength(2);
    expect(out).toContain('href="#fn-1"');
  });

  it('is checked like all text, at its line and column', () => {
    const text =
      'A.\n\n    Words stand in front of it <blink>and many others stand behind it</blink>.\n    [More words](javascript:x) stand here, so that they are many.\n';
    expect(problems(text)).toEqual(expect.arrayContaining(['3:32 html-element', '4:5 link-scheme']));
    expect(problems('A.\n\n\tOne two three four &#150; five.\n')).toContain('3:21 character-reference');
  });

  it('keeps the lines of an address apart', () => {
    expect(html('Write to:\n\n    Acme Limited Company\n    10 Main Street\n    London\n')).toContain(
      '<p>Acme Limited Company<br>\n10 Main Street<br>\nLondon</p>',
    );
  });

  it('is numbered where the policy counts', () => {
    const text = '1. one\n\nText:\n\n    1. first of these\n    1. second of these\n\nMore.\n\n1. last\n';
    const { diagnostics } = rendered(text, {}, { kind: 'styles', styles: ['a.'] });
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['code-by-accident']);
  });
});

describe('code', () => {
  it.each([
    'Text:\n\n    const a = f(b); // one two\n',
    'Text:\n\n    <Directory "/var/www"> Options=None </Directory>\n',
    'Text:\n\n    ls -la\n',
    '```\nfour words stand here\n```\n',
  ])('stays code in %j', (markdown) => {
    expect(html(markdown)).toContain('<pre><code>');
    expect(problems(markdown)).toEqual([]);
  });

  it('within code within code is looked into so deep and no deeper', () => {
    const nested = (depth: number) =>
      Array.from({ length: depth }, (_, level) => `${' '.repeat(4 * (depth - level))}some words in a sentence`).join(
        '\n\n',
      );
    expect(html(`Text.\n\n${nested(8)}\n`)).not.toContain('<pre>');
    expect(html(`Text.\n\n${nested(40)}\n`).match(/<pre>/g)).toHaveLength(1);
  });
});
