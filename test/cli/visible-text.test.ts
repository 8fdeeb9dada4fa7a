import { expect, test } from 'vitest';
import { visibleLine, visibleText } from '../../src/cli/visible-text.ts';

test('leaves words of any script, joined emoji and line feeds as they are', () => {
  const text = 'Política, Политика, 政策, سیاست‌نامه, 👩‍⚖️\nnext';
  expect(visibleText(text)).toBe(text);
});

test('spells out what a terminal would obey', () => {
  expect(visibleText('a\u001B[31mb\u0000\u0007\u007F\r')).toBe('a␛[31mb␀␇␡␍');
  expect(visibleText('\u009B31m')).toBe('<U+009B>31m');
});

test('spells out what turns the direction of text or does not show', () => {
  expect(visibleText('\u202Eevil\u2066\u200B\uFEFF\u00AD')).toBe('<U+202E>evil<U+2066><U+200B><U+FEFF><U+00AD>');
  expect(visibleText('a\u2028b')).toBe('a<U+2028>b');
});

test('spells out half a surrogate pair', () => {
  expect(visibleText('a\uD800b')).toBe('a<U+D800>b');
});

test('keeps to one line where that is asked', () => {
  expect(visibleLine('a\nb')).toBe('a␊b');
});
