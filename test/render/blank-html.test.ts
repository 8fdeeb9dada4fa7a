import { expect, it } from 'vitest';
import { withoutComments, withoutTags } from '../../src/render/blank-html.ts';

it('puts blanks in the place of what is closed, and leaves the rest as it is', () => {
  expect(withoutComments('a<!-- b -->c<!--d-->e <!-- f')).toBe('a          c        e <!-- f');
  expect(withoutTags('a<b>c</b> < d')).toBe('a   c     < d');
  expect([withoutComments('<!-- a'), withoutTags('a < b')]).toEqual(['<!-- a', 'a < b']);
});

it('follows none of a million that are never closed to the end of the text', () => {
  const flood = '<!-- a '.repeat(1_000_000);
  expect(withoutComments(flood)).toBe(flood);
  expect(withoutTags(flood)).toBe(flood);
});
