import { describe, expect, it } from 'vitest';
import { readText } from '../../src/parse/source-text.ts';

const encoder = new TextEncoder();
const read = (...parts: (string | number[])[]) => {
  const bytes = parts.flatMap((part) => (typeof part === 'string' ? [...encoder.encode(part)] : part));
  return readText({ path: 'a.md', bytes: Uint8Array.from(bytes) }, 'edition');
};
const first = (...parts: (string | number[])[]) => read(...parts).diagnostics[0];

describe('readText', () => {
  it('drops the byte order mark and turns CRLF and CR into LF', () => {
    expect(read([0xef, 0xbb, 0xbf], 'a\r\nb\rc\n\r\n').value?.text).toBe('a\nb\nc\n\n');
  });

  it('keeps text of any script, marks of direction and no-break spaces as they are', () => {
    const text = 'Ж\u00a0 עברית\u200f 漢字 😀 \u2028 \ufffd\n\t';
    expect(read(text)).toEqual({ value: { path: 'a.md', text, family: 'edition' }, diagnostics: [] });
  });

  it.each<[string, (string | number[])[], { line: number; column: number }]>([
    ['Latin-1', ['one\ntwo caf', [0xe9], ' x'], { line: 2, column: 8 }],
    ['a character cut off by the end of the file', ['one\r\nдва', [0xd0]], { line: 2, column: 4 }],
    ['a character cut off by the next one', ['a', [0xe2, 0x82], 'b'], { line: 1, column: 2 }],
    ['the very first byte', [[0xff], 'a'], { line: 1, column: 1 }],
    ['an overlong form', ['a\n\n', [0xc0, 0xaf]], { line: 3, column: 1 }],
    ['half a surrogate pair', ['ab', [0xed, 0xa0, 0x80]], { line: 1, column: 3 }],
    ['a byte after a replacement character that is meant', ['\ufffd', [0xff]], { line: 1, column: 2 }],
    ['a byte after two UTF-16 units', ['😀', [0x80]], { line: 1, column: 3 }],
  ])('finds the place of invalid UTF-8: %s', (_, parts, place) => {
    const { value, diagnostics } = read(...parts);
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ ruleId: 'edition-encoding', severity: 'error', place });
  });

  it('finds the place of a wrong byte far into a large file', () => {
    const line = 'Some words of a policy.\n';
    expect(first(line.repeat(40_000), 'x', [0xfe])?.place).toEqual({ path: 'a.md', line: 40_001, column: 2 });
  });

  it.each([
    ['UTF-16', [0xff, 0xfe, 0x41, 0x00], 'UTF-16'],
    ['a Word document', [0x50, 0x4b, 0x03, 0x04, 0x14], 'Word document'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], 'PDF'],
  ])('knows %s when it sees one', (_, bytes, words) => {
    expect(first(bytes)?.message).toContain(words);
  });

  it('points at a NUL character', () => {
    expect(first('one\nt\0wo')).toMatchObject({ severity: 'error', place: { line: 2, column: 2 } });
  });

  it.each(['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'])(
    'refuses the bidirectional control %j and gives its code',
    (character) => {
      const code = `U+${character.charCodeAt(0).toString(16).toUpperCase()}`;
      const found = first(`pay ${character}nothing`);
      expect(found).toMatchObject({ severity: 'error', place: { line: 1, column: 5, endColumn: 6 } });
      expect(found?.message).toContain(code);
    },
  );

  it.each(['\ufffe', '\uffff', '\ufdd0', '\u{10ffff}'])(
    'refuses %j, which is no character and no feed can hold',
    (sign) => {
      const source = { path: 'a.md', bytes: new TextEncoder().encode(`One ${sign}two`) };
      expect(readText(source, 'edition').diagnostics).toMatchObject([
        { ruleId: 'edition-encoding', severity: 'error', place: { line: 1, column: 5 } },
      ]);
    },
  );

  it('reports a character once, with its further places', () => {
    const { diagnostics } = read('a\u202eb\nc\u202e\u202e\u2066');
    expect(diagnostics.map(({ place }) => `${place?.line}:${place?.column}`)).toEqual(['1:2', '2:4']);
    expect(diagnostics[0]?.message).toContain('3 times');
    expect(diagnostics[0]?.related?.map(({ place }) => `${place.line}:${place.column}`)).toEqual(['2:2', '2:3']);
  });

  it('warns of what is left of a lost dash, and still gives the text', () => {
    const { value, diagnostics } = read('2010\u00962020');
    expect(value?.text).toBe('2010\u00962020');
    expect(diagnostics).toMatchObject([{ severity: 'warning', place: { line: 1, column: 5 } }]);
  });

  it('counts problems of site.yaml as problems of configuration', () => {
    const { diagnostics } = readText({ path: 'site.yaml', bytes: Uint8Array.from([0xff]) }, 'site');
    expect(diagnostics[0]?.ruleId).toBe('site-encoding');
  });
});
