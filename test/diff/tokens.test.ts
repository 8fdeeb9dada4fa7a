import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../src/diff/tokens.ts';

const keys = (text: string) => tokensOf(text).map(({ key }) => key);

describe('tokensOf', () => {
  it.each([
    ['Pay €1,000.50 by 31.12.2025.', ['Pay', '€1,000.50', 'by', '31.12.2025', '.']],
    [
      'See https://a.example/b?c=1, or a.b@c.example!',
      ['See', 'https://a.example/b?c=1', ',', 'or', 'a.b@c.example', '!'],
    ],
    ['third-party and/or AT&T (e.g. them)', ['third-party', 'and/or', 'AT&T', '(', 'e.g.', 'them', ')']],
    ['It isn’t 5–7%', ['It', "isn't", '5-7%']],
    ['从https://a.example开始', ['从', 'https://a.example', '开', '始']],
    ['第30条のデータ', ['第', '30', '条', 'の', 'データ']],
  ])('parts %s', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it('leaves out nothing but white space, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const tokens = tokensOf(text);
        expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.trim() === '' ? '' : text);
        for (const { start, wordEnd, end } of tokens) {
          expect(text.slice(start, wordEnd).trim()).not.toBe('');
          expect(text.slice(wordEnd, end).trim()).toBe('');
        }
      }),
    );
  });

  it.each(['a+', 'a.', '1 ', '1 000 ', 'http://', 'a@', '-', 'ก'])('takes linear time for %s repeated', (part) => {
    const cpu = (count: number) => {
      const before = process.cpuUsage();
      tokensOf(part.repeat(count));
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    expect(cpu(100_000)).toBeLessThan(1500);
  });
});
