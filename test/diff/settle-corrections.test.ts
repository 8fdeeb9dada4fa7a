import { describe, expect, it } from 'vitest';
import { compare } from '../../src/diff/compare.ts';
import { plainText } from '../../src/diff/plain-text.ts';
import { settleCorrections } from '../../src/diff/settle-corrections.ts';
import { visibleText } from '../../src/ledger/visible-text.ts';
import type { DeclaredCorrection } from '../../src/model/redline.ts';
import { body } from './compared.ts';

const TEXT =
  '## 1. Data\n\n1.1. We keep logs for 30 days.\n\n1.2. We sell nothing.\n\n## 2. Fees\n\n2.1. Pay within 30 days.\n';
const FIX = { clause: '1.1', was: '3 days', now: '30 days' };

interface Side {
  readonly text: string;
  readonly corrections?: readonly DeclaredCorrection[];
}

/** What changed once corrections are settled, and which of them were undone. */
function settled(
  older: Side,
  newer: Side,
): { changed: string[]; undone: readonly DeclaredCorrection[]; texts: string[] } {
  const { undone, ...bodies } = settleCorrections(
    { body: body(older.text), corrections: older.corrections ?? [] },
    { body: body(newer.text), corrections: newer.corrections ?? [] },
  );
  const { blocks } = compare(bodies.older, bodies.newer);
  return {
    changed: plainText(blocks.filter(({ kind }) => kind !== 'same')).map((line) => line.trim()),
    undone,
    texts: [bodies.older, bodies.newer].map((one) => visibleText(one, '')),
  };
}

describe('a declared correction', () => {
  const before = TEXT.replace('logs for 30', 'logs for 3');

  it('of the newer edition is no change, where the older one reads as it did before', () => {
    const { changed, undone, texts } = settled({ text: before }, { text: TEXT, corrections: [FIX] });
    expect([changed, undone]).toEqual([[], [FIX]]);
    expect(texts[1]).toContain('1.1. We keep logs for 3 days.');
    expect(texts[1]).toContain('2.1. Pay within 30 days.');
  });

  it('of the older edition is no change, where the newer one reads as it did before', () => {
    expect(settled({ text: TEXT, corrections: [FIX] }, { text: before })).toMatchObject({ changed: [], undone: [FIX] });
  });

  it('stays where both texts read as corrected', () => {
    const both = settled({ text: TEXT, corrections: [FIX] }, { text: TEXT });
    expect([both.changed, both.undone]).toEqual([[], []]);
    expect(settled({ text: TEXT }, { text: TEXT, corrections: [FIX] }).undone).toEqual([]);
  });

  it('hides no other change of the same words, in the same clause or in another', () => {
    const other = TEXT.replace('within 30', 'within 3');
    expect(settled({ text: other }, { text: TEXT, corrections: [FIX] })).toMatchObject({
      changed: ['2.1. Pay within [-3-]{+30+} days.'],
      undone: [],
    });
    const rewritten = before.replace('We keep logs', 'We and our partners keep logs');
    expect(settled({ text: rewritten }, { text: TEXT, corrections: [FIX] })).toMatchObject({
      changed: ['1.1. We [-and our partners -]keep logs for 3 days.'],
      undone: [FIX],
    });
  });

  it('that names no clause is undone in one place only', () => {
    const { clause: _, ...anywhere } = FIX;
    const twice = before.replace('within 30', 'within 3');
    expect(settled({ text: before }, { text: TEXT, corrections: [anywhere] }).changed).toEqual([]);
    expect(settled({ text: twice }, { text: TEXT, corrections: [anywhere] })).toMatchObject({ undone: [] });
  });

  it('may have put words in, or struck them out', () => {
    const longer = TEXT.replace('30 days.', 'no more than 30 days.');
    const putIn = { clause: '1.1', was: '', now: 'no more than' };
    expect(settled({ text: TEXT }, { text: longer, corrections: [putIn] })).toMatchObject({
      changed: [],
      undone: [putIn],
    });
    const struck = { clause: '1.1', was: 'no more than', now: '' };
    expect(settled({ text: longer }, { text: TEXT, corrections: [struck] })).toMatchObject({
      changed: [],
      undone: [struck],
    });
  });

  it('may quote the text as it is typed, across emphasis, and may be of a correction', () => {
    const typed = TEXT.replace('30 days.', '**30** days.');
    const quoted = { clause: '1.1', was: '**3** days', now: '**30** days' };
    expect(settled({ text: typed.replace('**30**', '**3**') }, { text: typed, corrections: [quoted] })).toMatchObject({
      changed: [],
      undone: [quoted],
    });
    const chain = [
      { clause: '1.1', was: '3 days', now: '13 days' },
      { clause: '1.1', was: '13 days', now: '30 days' },
    ];
    expect(settled({ text: before }, { text: TEXT, corrections: chain })).toMatchObject({ changed: [], undone: chain });
  });

  it('may be of an address that a link leads to', () => {
    const linked = (to: string) => `## 1. Data\n\nSee [our list](https://a.example/${to}) of partners.\n`;
    const fix = { was: 'https://a.example/lsit', now: 'https://a.example/list' };
    expect(settled({ text: linked('lsit') }, { text: linked('list'), corrections: [fix] })).toMatchObject({
      changed: [],
      undone: [fix],
    });
  });
});
