import path from 'node:path';
import { expect, test } from 'vitest';
import { shownFolder, shownPath } from '../../src/cli/shown-path.ts';

const { posix, win32 } = path;

test('names a file as seen from the working folder', () => {
  expect(shownPath('/a/b/policies/x.md', { from: '/a/b', platform: posix })).toBe('policies/x.md');
  expect(shownPath('/a/x.md', { from: '/a/b', platform: posix })).toBe('../x.md');
  expect(shownFolder('/a/b', { from: '/a/b', platform: posix })).toBe('./');
});

test('writes slashes on Windows, and keeps another drive whole', () => {
  expect(shownPath('C:\\a\\policies\\x.md', { from: 'C:\\a', platform: win32 })).toBe('policies/x.md');
  expect(shownPath('D:\\a\\x.md', { from: 'C:\\a', platform: win32 })).toBe('D:/a/x.md');
});

test('takes a backslash for what it is elsewhere: a letter of a name', () => {
  expect(shownPath('/a/x\\y.md', { from: '/a', platform: posix })).toBe('x\\y.md');
});
