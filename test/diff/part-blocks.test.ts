import { describe, expect, it } from 'vitest';
import { markUp } from '../../src/diff/mark-up.ts';
import { changesOf, compared, formOf, redlined } from './compared.ts';

/** White space at the end of a line is that of either text. */
const lines = (older: string, newer: string) => redlined(older, newer).map((line) => line.trimEnd());

const ONE = 'We keep your name for our records and for those of our auditors.';
const TWO = 'We delete it when you ask us to do so, at the latest after three years.';
const THREE = 'Nobody else gets to know it, whatever happens to our company.';
const WORDS = {
  insertion: '[+',
  insertionEnd: '+]',
  deletion: '[-',
  deletionEnd: '-]',
  rowMovedAway: '[<]',
  rowMovedHere: '[>]',
};

const marked = (older: string, newer: string) =>
  JSON.stringify(markUp(compared(older, newer).blocks, { words: WORDS }));

describe('a paragraph', () => {
  it('that was parted has the same words, and the seam is shown', () => {
    const [older, newer] = [`${ONE} ${TWO}`, `${ONE}\n\n${TWO}`];
    expect(lines(older, newer)).toEqual([`  ${ONE}`, `  {+¶+} ${TWO}`]);
    expect(compared(older, newer).sameWording).toBe(true);
    expect(formOf(older, newer)).toEqual([{ kind: 'parted' }]);
  });

  it('that was joined to the one before is shown within it', () => {
    const [older, newer] = [`${ONE}\n\n${TWO}\n\n${THREE}`, `${ONE} ${TWO}\n\n${THREE}`];
    expect(lines(older, newer)).toEqual([`  ${ONE}`, `  [-¶-] ${TWO}`, `  ${THREE}`]);
    expect(marked(older, newer).match(/"tagName":"p"/g)).toHaveLength(2);
  });

  it('that was parted in three and reworded on the way shows which words changed', () => {
    expect(lines(`${ONE} ${TWO} ${THREE}`, `${ONE}\n\n${TWO.replace('three', 'five')}\n\n${THREE}`)).toEqual([
      `  ${ONE}`,
      `  {+¶+} ${TWO.replace('three', '[-three-]{+five+}')}`,
      `  {+¶+} ${THREE}`,
    ]);
  });

  it('that was parted so that its end was joined to the next shows both seams', () => {
    const long = `${TWO} We tell you so in a letter, which you can keep for as long as you like, wherever you live.`;
    expect(lines(`${ONE} ${long}\n\n${THREE}`, `${ONE}\n\n${long} ${THREE}`)).toEqual([
      `  ${ONE}`,
      `  {+¶+} ${long}`,
      `  [-¶-] ${THREE}`,
    ]);
  });

  it('that stood before its new beginning is found as well', () => {
    const long = `${TWO} ${THREE}`;
    expect(lines(`${ONE} ${long}`, `${ONE}\n\n${long}`)).toEqual([`  ${ONE}`, `  {+¶+} ${long}`]);
  });

  it('that came with a few of the words of another was not parted from it', () => {
    expect(lines(`${ONE} ${TWO}`, `${ONE} ${TWO}\n\nWe sell your name to whoever asks for our records.`)).toEqual([
      `  ${ONE} ${TWO}`,
      '+ We sell your name to whoever asks for our records.',
    ]);
  });

  it('that became a list, and items that became a paragraph, keep their words', () => {
    const list = 'We keep these things:\n\n- the name that you gave us;\n- the address to which we send.';
    const text = 'We keep these things: the name that you gave us; the address to which we send.';
    expect(lines(text, list)).toEqual([
      '  We keep these things:',
      '  • {+¶+} the name that you gave us;',
      '  • {+¶+} the address to which we send.',
    ]);
    expect(lines(list, text)[1]).toBe('  [-¶-] the name that you gave us;');
  });
});

it('gives each part the number that it had within the paragraph', () => {
  const older = 'They are: (i) those who sign for us and for you; (ii) those who are named in the contract.';
  const newer =
    '## A\n\nThey are:\n\ni. those who sign for us and for you;\n\nii. those who are named in the contract.';
  expect(lines(`## A\n\n${older}`, newer).slice(1)).toEqual([
    '  They are:',
    '  {+¶+} {+i.+} [-(i) -]those who sign for us and for you;',
    '  {+¶+} {+ii.+} [-(ii) -]those who are named in the contract.',
  ]);
});

describe('a clause', () => {
  it('that was made of the end of another was split off, and the other changed', () => {
    const [older, newer] = [`## 1. Names\n\n1.1. ${ONE} ${TWO}`, `## 1. Names\n\n1.1. ${ONE}\n\n1.2. ${TWO}`];
    expect(lines(older, newer).slice(1)).toEqual([`  1.1. ${ONE}`, `  {+¶+} {+1.2.+} ${TWO}`]);
    expect(changesOf(older, newer)).toEqual(['changed 1.1 → 1.1', 'split - → 1.2']);
    expect(changesOf(newer, older)).toEqual(['changed 1.1 → 1.1', 'joined 1.2 → -']);
  });

  it('that moved and was parted, or joined, on the way keeps its words', () => {
    const stayed = (number: string) =>
      `${number}. Either of us may end the contract by a letter, and shall say why. ${THREE}`;
    const end = 'No notice is needed in an emergency.';
    const whole = `## 1. Names\n\n1.1. ${ONE} ${end}\n\n${stayed('1.2')}`;
    const apart = `## 1. Names\n\n${stayed('1.1')}\n\n1.2. ${ONE}\n\n1.3. ${end}`;
    const other = stayed('').slice(2);
    expect(lines(whole, apart).slice(1)).toEqual([
      `< 1.1. ${ONE}`,
      `< ${end}`,
      `  [-1.2.-]{+1.1.+} ${other}`,
      `> [-1.1.-]{+1.2.+} ${ONE}`,
      `> {+¶+} {+1.3.+} ${end}`,
    ]);
    expect(changesOf(whole, apart)).toContain('split - → 1.3');
    expect(marked(whole, apart).match(/"tagName":"p"/g)).toHaveLength(4);
    expect(lines(apart, whole).slice(1)).toEqual([
      `> [-1.2.-]{+1.1.+} ${ONE}`,
      `> [-¶-] [-1.3.-] ${end}`,
      `  [-1.1.-]{+1.2.+} ${other}`,
      `< 1.2. ${ONE}`,
      `< 1.3. ${end}`,
    ]);
    expect(changesOf(apart, whole)).toContain('joined 1.3 → -');
  });
});
