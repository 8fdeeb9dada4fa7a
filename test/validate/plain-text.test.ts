import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/validate/plain-text.ts';

const words = (markdown: string) => plainText(markdown).trim().replace(/\s+/g, ' ');

describe('plainText', () => {
  it('leaves words and takes marks, addresses and tags away', () => {
    expect(words('## *Last updated:* [**1 March** 2026](https://acme.example/a_(b) "Title")')).toBe(
      'Last updated: 1 March 2026',
    );
    expect(words('The “<a id="s">**Service**</a>” of [Acme][acme]\n\n[acme]: https://acme.example')).toBe(
      'The “ Service ” of Acme',
    );
    expect(words('One <!-- two\nthree --> four <!-- five')).toBe('One four');
  });

  it('takes code away, where words stand for themselves', () => {
    expect(words('One `two` three\n\n```\nfour\n```\n')).toBe('One three');
  });

  it('keeps notes, and the marks that part what is said', () => {
    expect(words('> a | b\n\n- c[^1]\n\n[^1]: d')).toBe('> a | b - c ^1 ^1 : d');
  });

  it('never moves what it keeps', () => {
    const pieces = fc.array(
      fc.constantFrom('word ', '*', '`', '[', '](', ')', '<a ', '>', '\n', '# ', '<!--', '-->', '```\n', '"'),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const markdown = parts.join('');
        const text = plainText(markdown);
        expect(text).toHaveLength(markdown.length);
        for (let index = 0; index < text.length; index += 1) {
          if (text[index] !== markdown[index]) expect([text[index], markdown[index] === '\n']).toEqual([' ', false]);
        }
      }),
    );
  });
});
