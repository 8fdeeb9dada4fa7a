import { describe, expect, test } from 'vitest';
import { linesOf, sourceFrame } from '../../src/cli/source-frame.ts';
import { widthOf } from '../../src/cli/text-width.ts';

const WIDE = 80;

/** The two lines of a frame as they stand on the screen. */
function drawn(
  source: string,
  place: { line: number; column?: number; endLine?: number; endColumn?: number },
  width = WIDE,
) {
  const frame = sourceFrame(linesOf(source), { path: 'a.md', ...place }, width);
  return frame === undefined
    ? undefined
    : [`${frame.gutter}${frame.line}`, `${' '.repeat(frame.gutter.length)}${frame.mark}`];
}

test('sets a mark under the columns meant', () => {
  expect(drawn('---\ntitle: Privacy\neffective: 2020-02-30\n', { line: 3, column: 12, endColumn: 22 })).toEqual([
    '3 | effective: 2020-02-30',
    '               ^^^^^^^^^^',
  ]);
});

test('marks one character where the place has no end', () => {
  expect(drawn('abc', { line: 1, column: 2 })).toEqual(['1 | abc', '     ^']);
});

test('marks the rest of the line where the place ends on a later one', () => {
  expect(drawn('ab cde\nf', { line: 1, column: 4, endLine: 2, endColumn: 2 })).toEqual(['1 | ab cde', '       ^^^']);
});

test('marks the end of a line where something is missing', () => {
  expect(drawn('title:', { line: 1, column: 7 })).toEqual(['1 | title:', '          ^']);
  expect(drawn('', { line: 1, column: 1 })).toEqual(['1 | ', '    ^']);
  expect(drawn('ab', { line: 1, column: 99 })).toEqual(['1 | ab', '      ^']);
});

test('shows the line without a mark where no column is known', () => {
  expect(drawn('a\nb', { line: 2 })).toEqual(['2 | b', '    ']);
});

test('shows nothing where the line does not exist or is not known', () => {
  expect(drawn('a', { line: 7 })).toBeUndefined();
  expect(sourceFrame(['a'], { path: 'a.md' }, WIDE)).toBeUndefined();
});

test('counts lines as editors do, whatever ends them', () => {
  expect(linesOf('a\r\nb\rc\nd')).toEqual(['a', 'b', 'c', 'd']);
});

describe('characters of other widths', () => {
  test('a tab goes to the next stop', () => {
    expect(drawn('a\tbc', { line: 1, column: 3 })).toEqual(['1 | a   bc', '        ^']);
    expect(drawn('\tab', { line: 1, column: 1 })).toEqual(['1 |     ab', '    ^^^^']);
  });

  test('a wide character takes two cells, before the mark and under it', () => {
    expect(drawn('政策: x', { line: 1, column: 5 })).toEqual(['1 | 政策: x', '          ^']);
    expect(drawn('a政策', { line: 1, column: 2, endColumn: 4 })).toEqual(['1 | a政策', '     ^^^^']);
  });

  test('a character of several units is marked whole, whichever unit is named', () => {
    expect(drawn('👩‍⚖️ x', { line: 1, column: 3 })).toEqual(['1 | 👩‍⚖️ x', '    ^^']);
    expect(drawn('e\u0301x', { line: 1, column: 3 })).toEqual(['1 | e\u0301x', '     ^']);
  });

  test('a control character is spelled out, never sent to the terminal', () => {
    expect(drawn('a\u001B[2Jb\u202Ec', { line: 1, column: 2 })).toEqual(['1 | a␛[2Jb<U+202E>c', '     ^']);
    expect(drawn('b\u202Ec', { line: 1, column: 2 })).toEqual(['1 | b<U+202E>c', '     ^^^^^^^^']);
  });
});

describe('a line wider than the terminal', () => {
  const line = `${'a'.repeat(100)}XYZ${'b'.repeat(100)}`;

  test('is cut around the mark, with an ellipsis on each side', () => {
    // 40 cells less the gutter are 36, less two ellipses 34: a third of it, 11, stand before the mark.
    expect(drawn(line, { line: 1, column: 101, endColumn: 104 }, 40)).toEqual([
      `1 | …${'a'.repeat(11)}XYZ${'b'.repeat(20)}…`,
      `${' '.repeat(4 + 1 + 11)}^^^`,
    ]);
  });

  test('is cut on the right only where the mark stands near its beginning', () => {
    expect(drawn(line, { line: 1, column: 3 }, 40)).toEqual([`1 | ${'a'.repeat(34)}…`, '      ^']);
  });

  test('shows as much as fits where the mark stands at its end', () => {
    expect(drawn(line, { line: 1, column: 204 }, 40)).toEqual([`1 | …${'b'.repeat(34)}`, `${' '.repeat(4 + 1 + 34)}^`]);
  });

  test('has its mark cut where the mark is wider still', () => {
    const [text = '', mark = ''] = drawn(line, { line: 1, column: 50, endColumn: 200 }, 40) ?? [];
    expect(widthOf(text)).toBeLessThanOrEqual(40);
    expect(mark).toBe(`${' '.repeat(4 + 1 + 11)}${'^'.repeat(23)}`);
  });

  test('never splits a surrogate pair or grows beyond the terminal', () => {
    const emoji = '😀'.repeat(500);
    for (let column = 1; column <= 1000; column += 37) {
      const [text = ''] = drawn(emoji, { line: 1, column }, 41) ?? [];
      expect(text).toMatch(/^1 \| …?😀+…?$/u);
      expect(widthOf(text)).toBeLessThanOrEqual(41);
    }
  });

  test('costs nothing to speak of, even at five megabytes', () => {
    const start = performance.now();
    drawn('x'.repeat(5_000_000), { line: 1, column: 2_500_000, endColumn: 4_000_000 });
    expect(performance.now() - start).toBeLessThan(500);
  });
});
