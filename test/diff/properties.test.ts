import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/diff/compare.ts';
import { readSide, type SideName } from '../../src/diff/read-side.ts';
import { levelSpelling } from '../../src/diff/spelling.ts';
import type { Body } from '../../src/model/clause.ts';
import type { Redline } from '../../src/model/redline.ts';
import { violationsOf } from '../real/redlines/violations.mjs';
import { rendered } from '../render/rendered.ts';
import { editedText } from './policies.ts';

const RUNS = { numRuns: 60, seed: 20200204 };
/** Both bodies, if neither text is refused. */
const bodies = editedText
  .map((texts) => texts.map((text) => rendered(text).body))
  .filter((pair): pair is [Body, Body] => pair.every((body) => body !== undefined));

/** In one spelling, without spaces. */
const level = ({ blocks }: Redline, side: SideName) =>
  readSide(blocks, side)
    .map(({ text }) => levelSpelling(text).replace(/\s/g, ''))
    .join('');

describe('any redline', () => {
  it('holds both texts to the word', () => {
    fc.assert(
      fc.property(bodies, ([older, newer]) => {
        expect(violationsOf(older, newer, compare(older, newer), readSide)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('of a text with itself has nothing but what stayed', () => {
    fc.assert(
      fc.property(bodies, ([older]) => {
        const { blocks, changes, sameWording } = compare(older, older);
        expect([blocks.filter(({ kind }) => kind !== 'same'), changes, sameWording]).toEqual([[], [], true]);
      }),
      RUNS,
    );
  });

  it('says "the same wording" of no two texts that read otherwise', () => {
    fc.assert(
      fc.property(bodies, ([older, newer]) => {
        const redline = compare(older, newer);
        if (redline.sameWording) expect(level(redline, 'newer')).toBe(level(redline, 'older'));
      }),
      RUNS,
    );
  });

  it('is plain data, the same every time', () => {
    fc.assert(
      fc.property(bodies, ([older, newer]) => {
        const redline = compare(older, newer);
        expect(structuredClone(redline)).toEqual(redline);
        expect(JSON.stringify(compare(structuredClone(older), structuredClone(newer)))).toBe(JSON.stringify(redline));
      }),
      { ...RUNS, numRuns: 30 },
    );
  });

  it('names the other end of each block that moved', () => {
    fc.assert(
      fc.property(bodies, ([older, newer]) => {
        const { blocks } = compare(older, newer);
        for (const [index, { kind, counterpart = -1 }] of blocks.entries()) {
          if (kind !== 'moved-away' && kind !== 'moved-here') continue;
          const other = blocks[counterpart];
          expect([other?.kind, other?.counterpart]).toEqual([
            kind === 'moved-away' ? 'moved-here' : 'moved-away',
            index,
          ]);
        }
      }),
      RUNS,
    );
  });
});
