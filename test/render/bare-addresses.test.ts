import { describe, expect, it } from 'vitest';
import { html, problems } from './rendered.ts';

describe('a problem behind or before an address that stands bare', () => {
  it.each([
    ['T[C][]www.', '1:2 reference-undefined'],
    ['\n\nT[C][]www.', '3:2 reference-undefined'],
    ['[http://3.\n{%%}', '2:1 dialect-liquid'],
    ['a\\*b [C][] www.a.\n  more [D][] http://3.', '2:8 reference-undefined'],
    ['> |www.\n> more [D][] x', '2:8 reference-undefined'],
    ['**a [C][]www.**', '1:5 reference-undefined'],
  ])('in %j is at %s', (markdown, expected) => {
    expect(problems(markdown)).toContain(expected);
  });
});

it('links the address as GitHub does', () => {
  expect(html('(www.acme.example/a_b), x_www.acme.example and a@acme.example')).toBe(
    '<p>(<a href="http://www.acme.example/a_b" rel="noreferrer noopener external">www.acme.example/a_b</a>), ' +
      'x_<a href="http://www.acme.example" rel="noreferrer noopener external">www.acme.example</a> and <a href="mailto:a@acme.example">a@acme.example</a></p>',
  );
});

it('marks the whole text where a line end is written as a reference', () => {
  expect(problems('&#10;[u][]')).toEqual(['1:1 reference-undefined']);
});
