import { expect, test } from 'vitest';
import { paintFor } from '../../src/cli/paint.ts';

function isColoured(env: Record<string, string>, isTTY: boolean): boolean {
  return paintFor({ isTTY, write: () => {} }, env).error('x') !== 'x';
}

test('colours for a terminal only', () => {
  expect(isColoured({}, true)).toBe(true);
  expect(isColoured({}, false)).toBe(false);
  expect(isColoured({ TERM: 'dumb' }, true)).toBe(false);
});

test('obeys NO_COLOR unless it is empty', () => {
  expect(isColoured({ NO_COLOR: '1' }, true)).toBe(false);
  expect(isColoured({ NO_COLOR: '' }, true)).toBe(true);
});

test('obeys FORCE_COLOR above all', () => {
  expect(isColoured({ FORCE_COLOR: '1', NO_COLOR: '1' }, false)).toBe(true);
  expect(isColoured({ FORCE_COLOR: '0' }, true)).toBe(false);
  expect(isColoured({ FORCE_COLOR: '', NO_COLOR: '1' }, true)).toBe(false);
});
