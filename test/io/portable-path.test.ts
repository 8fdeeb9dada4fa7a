import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldersAbove, foldersOf, foldName, isContained, isWithin, toPosixPath } from '../../src/io/portable-path.ts';

describe('toPosixPath', () => {
  it('turns backslashes into slashes on Windows, where they separate', () => {
    expect(toPosixPath('C:\\site\\templates\\a.liquid', win32)).toBe('C:/site/templates/a.liquid');
  });

  it('leaves a backslash in a name alone elsewhere', () => {
    expect(toPosixPath('/site/a\\b', posix)).toBe('/site/a\\b');
  });
});

describe('isWithin', () => {
  it.each([
    ['/site', '/site', true],
    ['/site/dist', '/site', true],
    ['/site/..dist', '/site', true],
    ['/site', '/site/dist', false],
    ['/site-2', '/site', false],
    ['/', '/site', false],
    ['/site', '/', true],
  ])('on Unix, of %s and %s says %s', (inner, outer, expected) => {
    expect(isWithin(inner, outer, posix)).toBe(expected);
  });

  it.each([
    ['C:\\site\\dist', 'C:\\site', true],
    ['c:\\SITE\\dist', 'C:\\site', true],
    ['C:\\site', 'C:\\site\\dist', false],
    ['D:\\dist', 'C:\\site', false],
    ['\\\\server\\share\\dist', 'C:\\site', false],
  ])('on Windows, of %s and %s says %s', (inner, outer, expected) => {
    expect(isWithin(inner, outer, win32)).toBe(expected);
  });
});

describe('isContained', () => {
  it.each(['index.html', 'privacy/2020-02-04/index.html', '.nojekyll', '..a/b..'])('admits %s', (path) => {
    expect(isContained(path)).toBe(true);
  });

  it.each(['', '/', '/etc/passwd', '../a', 'a/../b', 'a/..', './a', 'a//b', 'a/', 'a\\b', 'C:/a', 'C:a', 'a\0b'])(
    'refuses %j',
    (path) => {
      expect(isContained(path)).toBe(false);
    },
  );
});

describe('foldName', () => {
  it('makes equal what differs in case or in the form of an accent', () => {
    expect(foldName('E\u0301T\u00c9')).toBe(foldName('\u00e9t\u00e9'));
    expect(foldName('a')).not.toBe(foldName('b'));
  });
});

describe('foldersOf', () => {
  it('names the folders from the outermost inwards', () => {
    expect(foldersOf('a/b/c.html')).toEqual(['a', 'a/b']);
    expect(foldersOf('c.html')).toEqual([]);
  });
});

describe('foldersAbove', () => {
  it('names each folder on the way to any of the paths, once', () => {
    const paths = ['a/b/c.html', 'a/d.html', 'e.html', 'a/b/f/g.html', 'ab/h.html'];
    expect([...foldersAbove(paths)].sort()).toEqual([...new Set(paths.flatMap(foldersOf))].sort());
  });
});
