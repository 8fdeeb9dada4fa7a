import { describe, expect, it } from 'vitest';
import { wordRedline } from '../../src/ledger/word-redline.ts';

const counted = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('wordRedline', () => {
  it('marks the words that differ, with some around them', () => {
    expect(wordRedline('a b c d e f within 30 days g h i j k', 'a b c d e f within 60 days g h i j k')).toEqual([
      '… d e f within [-30-]{+60+} days g h i …',
    ]);
  });

  it('tells what was only put in or taken out, at the edges too', () => {
    expect(wordRedline('not a b', 'a b')).toEqual(['[-not-] a b']);
    expect(wordRedline('a b', 'a b not')).toEqual(['a b {+not+}']);
  });

  it('gives a line to each place that stands alone, and counts what would be too many', () => {
    const words = counted(1, 100).map(String);
    const changed = (step: number) => words.map((word, index) => (index % step === 5 ? 'x' : word)).join(' ');
    expect(wordRedline(words.join(' '), changed(50))).toEqual([
      '… 2 3 4 5 [-6-]{+x+} 7 8 9 10 …',
      '… 52 53 54 55 [-56-]{+x+} 57 58 59 60 …',
    ]);
    expect(wordRedline(words.join(' '), changed(10)).at(-1)).toBe('… and 5 more');
  });

  it('begins another line where changes stand close together for long', () => {
    const words = counted(1, 24).map(String);
    const changed = words.map((word, index) => (index % 2 === 0 ? 'x' : word)).join(' ');
    const lines = wordRedline(words.join(' '), changed);
    expect(lines.map((line) => line.match(/\{\+/g)?.length)).toEqual([3, 3, 3, 3]);
    expect(lines[1]).toBe('… 6 [-7-]{+x+} 8 [-9-]{+x+} 10 [-11-]{+x+} 12 …');
  });

  it('says nothing of equal texts', () => {
    expect(wordRedline('a b', 'a b')).toEqual([]);
  });
});
