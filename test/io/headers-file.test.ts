import { describe, expect, it } from 'vitest';
import { headersFor, parseHeadersFile } from '../../src/io/headers-file.ts';

/** The fields that `file` gives to `path`, one line each. */
const fields = (file: string, path: string) =>
  headersFor(parseHeadersFile(file), path).map(({ name, value }) => `${name}: ${value}`);

describe('a path pattern', () => {
  it.each([
    ['/', '/', true],
    ['/', '/privacy/', false],
    ['/privacy/', '/privacy/', true],
    ['/privacy/', '/privacy', false],
    ['/privacy', '/privacy/', false],
    ['/*', '/', true],
    ['/*', '/privacy/2020-02-04/', true],
    ['/privacy/*', '/privacy/', true],
    ['/privacy/*', '/privacy/2020-02-04/text.md', true],
    ['/privacy/*', '/terms/', false],
    ['/*.css', '/assets/theme.abc.css', true],
    ['/*.css', '/assets/themeXcss', false],
    ['/:policy/', '/privacy/', true],
    ['/:policy/', '/privacy/archive/', false],
    ['/:policy/', '//', false],
    ['/:policy/:edition/text.md', '/privacy/2020-02-04/text.md', true],
    ['/a.b+(c)[d]{e}|f^$', '/a.b+(c)[d]{e}|f^$', true],
    ['/a.b', '/axb', false],
    ['/Privacy/', '/privacy/', false],
  ])('%s of %s says %s', (pattern, path, isMatch) => {
    expect(fields(`${pattern}\n  X-A: 1`, path)).toEqual(isMatch ? ['X-A: 1'] : []);
  });
});

describe('a headers file', () => {
  it('gives a path the fields of every block that matches, in order', () => {
    const file = '/*\n  X-A: 1\n  X-B: 2\n/terms/\n  X-C: 3\n/privacy/*\n  X-D: 4\n';
    expect(fields(file, '/privacy/')).toEqual(['X-A: 1', 'X-B: 2', 'X-D: 4']);
  });

  it('joins the values of one field, whatever the case of its name', () => {
    const file = '/*\n  Cache-Control: max-age=0\n  cache-control: no-store\n/a\n  CACHE-CONTROL: private\n';
    expect(fields(file, '/a')).toEqual(['Cache-Control: max-age=0, no-store, private']);
    expect(fields(file, '/b')).toEqual(['Cache-Control: max-age=0, no-store']);
  });

  it('takes a field off that a block above gave', () => {
    const file = '/*\n  X-A: 1\n  X-B: 2\n/a\n  ! x-a\n/a\n  X-B: 3\n';
    expect(fields(file, '/a')).toEqual(['X-B: 2, 3']);
    expect(fields(file, '/b')).toEqual(['X-A: 1', 'X-B: 2']);
  });

  it('keeps colons, commas and quotes in a value', () => {
    const file = `/*\n  Link: <https://a.example/x:y>; rel="next", <b>\n  Content-Security-Policy: default-src 'none'; x`;
    expect(fields(file, '/')).toEqual([
      'Link: <https://a.example/x:y>; rel="next", <b>',
      "Content-Security-Policy: default-src 'none'; x",
    ]);
  });

  it('reads CRLF, tabs, blank lines and comments', () => {
    const file = '# ours\r\n/*\r\n\t# and this\r\n\r\n\tX-A:1\r\n    X-B :  2  \r\n';
    expect(fields(file, '/')).toEqual(['X-A: 1', 'X-B: 2']);
  });

  it('passes over what is no field, what could not be sent, and what stands before the first path', () => {
    const file =
      'X-0: 0\nhttps://acme.example/*\n/*\n  nonsense\n  Bad Name: 1\n  X-A: caf\u0413\n  X-B: \u0007\n  X-C: 1\n';
    expect(fields(file, '/')).toEqual(['X-C: 1']);
  });

  it('gives nothing if it is empty', () => {
    expect(fields('', '/')).toEqual([]);
  });
});
