import { describe, expect, it } from 'vitest';
import type { Numbering } from '../../src/model/config.ts';
import { readNumeral, writeNumeral } from '../../src/render/numerals.ts';
import { outlineOf, rendered } from './rendered.ts';

const decimal: Numbering = { kind: 'decimal' };
const lettered: Numbering = { kind: 'styles', styles: ['a.', '1.', 'A.', 'i.'] };
const nested = ['1. one', '   1. first', '      1. deep', '   1. second', '1. two', ''].join('\n');

describe('automatic numbering', () => {
  it('counts nested lists in decimals', () => {
    expect(outlineOf(nested, decimal)).toEqual([
      '1. #1 1',
      '  1.1. #1.1 1.1',
      '    1.1.1. #1.1.1 1.1.1',
      '  1.2. #1.2 1.2',
      '2. #2 2',
    ]);
  });

  it('counts each depth in its own style', () => {
    expect(outlineOf(nested, lettered)).toEqual([
      'a. #a a',
      '  1. #a-1 a(1)',
      '    A. #a-1-a a(1)(a)',
      '  2. #a-2 a(2)',
      'b. #b b',
    ]);
  });

  it('starts where its author starts', () => {
    expect(outlineOf('3. c\n4. d\n', lettered)).toEqual(['c. #c c', 'd. #d d']);
  });

  it('reports a typed number that disagrees', () => {
    const problems = (markdown: string) =>
      rendered(markdown, {}, lettered).diagnostics.map(({ ruleId, place }) => `${place?.line} ${ruleId}`);
    expect(problems('1. one\n2. two\n4. four\n')).toEqual(['3 numbering-disagrees']);
    expect(problems('1. one\n2. (c) two\n')).toEqual(['2 numbering-disagrees']);
    expect(problems('1. one\n2. two\n')).toEqual([]);
  });
});

describe('numerals', () => {
  it.each(['digit', 'lower-roman', 'upper-roman', 'lower-latin', 'upper-latin', 'lower-cyrillic'] as const)(
    'in %s are read as they are written',
    (style) => {
      for (let value = 1; value <= 50; value += 1) {
        const readings = readNumeral(writeNumeral({ style, value }));
        expect(readings).toContainEqual({ style, value });
      }
    },
  );

  it.each(['iiii', 'ic', 'abc', 'Ab', '12345', ''])('are not %j', (text) => {
    expect(readNumeral(text)).toEqual([]);
  });
});
