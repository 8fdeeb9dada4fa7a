import { expect, test } from 'vitest';
import { widthOf } from '../../src/cli/text-width.ts';

test.each([
  ['plain letters', 'abc', 3],
  ['Cyrillic and accents', 'Жё', 2],
  ['a letter with a combining accent', 'e\u0301', 1],
  ['Han, kana, Hangul and fullwidth forms', '政あ한Ａ', 8],
  ['halfwidth katakana', 'ｱ', 1],
  ['an ideographic space', '\u3000', 2],
  ['a joined emoji', '👩‍⚖️', 2],
  ['a sign made an emoji', '⚖️', 2],
  ['a flag', '🇷🇺', 2],
  ['typographic signs of law', '§–“”№', 5],
])('measures %s', (_, text, width) => {
  expect(widthOf(text)).toBe(width);
});
