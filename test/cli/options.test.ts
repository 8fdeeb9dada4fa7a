import { InvalidArgumentError } from 'commander';
import { describe, expect, test } from 'vitest';
import { parseBase, parseName, parsePort, parseSite } from '../../src/cli/options.ts';

describe('--base', () => {
  test.each([
    ['/', '/'],
    ['/policies', '/policies/'],
    ['/a/b-c/', '/a/b-c/'],
    ['/v1.2/', '/v1.2/'],
  ])('takes %s', (text, base) => {
    expect(parseBase(text)).toBe(base);
  });

  test.each([
    '',
    'policies',
    '//host/',
    '/a/../b/',
    '/./',
    '/a b/',
    '/a?b',
    '/a#b',
    'https://x/y',
    '/a\\b',
    '/%2e%2e/',
  ])('refuses "%s"', (text) => {
    expect(() => parseBase(text)).toThrow(InvalidArgumentError);
  });

  test('knows what Git Bash makes of a path', () => {
    expect(() => parseBase('C:/Program Files/Git/policies/')).toThrow('MSYS_NO_PATHCONV=1');
  });
});

describe('--site', () => {
  test.each([
    ['https://legal.example.com', 'https://legal.example.com'],
    ['https://legal.example.com/', 'https://legal.example.com'],
    ['http://localhost:4321', 'http://localhost:4321'],
    ['HTTPS://Legal.Example.com', 'https://legal.example.com'],
  ])('takes %s', (text, url) => {
    expect(parseSite(text)).toBe(url);
  });

  test.each([
    '',
    'legal.example.com',
    'ftp://x',
    'https:x',
    'https://',
    'https://a:b@c',
    ' https://x',
    'javascript:alert(1)',
  ])('refuses "%s"', (text) => {
    expect(() => parseSite(text)).toThrow(InvalidArgumentError);
  });

  test('sends a path to --base', () => {
    expect(() => parseSite('https://example.com/policies/')).toThrow(
      'https://example.com; a path below it goes into --base',
    );
  });
});

test('--port takes a port and nothing else', () => {
  expect([parsePort('0'), parsePort('8080'), parsePort('65535')]).toEqual([0, 8080, 65535]);
  for (const text of ['', '-1', '65536', '80.5', '0x50', 'http'])
    expect(() => parsePort(text)).toThrow(InvalidArgumentError);
});

test('a folder or host must have a name: an unset variable means nothing', () => {
  expect(parseName('dist')).toBe('dist');
  expect(() => parseName('')).toThrow(InvalidArgumentError);
  expect(() => parseName(' ')).toThrow(InvalidArgumentError);
});
