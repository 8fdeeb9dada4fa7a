import { describe, expect, it } from 'vitest';
import { codeStretches } from '../../src/validate/code-stretches.ts';

const code = (markdown: string) => codeStretches(markdown).map(({ start, end }) => markdown.slice(start, end));

describe('codeStretches', () => {
  it('finds spans on one line', () => {
    expect(code('a `b` c ``d `e` f`` `g')).toEqual(['`b`', '`e`']);
    expect(code('``a b`` c')).toEqual(['``a b``']);
  });

  it('finds fenced blocks, also in lists and quotes, and one that is not closed', () => {
    expect(code('a\n```text\n[DATE]\n```\nb')).toEqual(['```text\n[DATE]\n```']);
    expect(code('> ~~~\n> x\n> ~~~\nb')).toEqual(['> ~~~\n> x\n> ~~~']);
    expect(code('- a\n  ```\n  x\n  ````\nb `c`')).toEqual(['  ```\n  x\n  ````', '`c`']);
    expect(code('a\n~~~\nx\n```\ny')).toEqual(['~~~\nx\n```\ny']);
  });

  it('takes three backticks that close on their line for a span', () => {
    expect(code('```a``` b\nc')).toEqual(['```a```']);
  });
});
