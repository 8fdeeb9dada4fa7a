import { describe, expect, it } from 'vitest';
import { compare } from '../../src/diff/compare.ts';
import { plainText } from '../../src/diff/plain-text.ts';
import { readSide } from '../../src/diff/read-side.ts';
import { summarize } from '../../src/diff/summarize.ts';
import { rendered } from '../render/rendered.ts';
import { body, changesOf, compared, formOf, redlined } from './compared.ts';

describe('compare', () => {
  it('says that texts which differ in quotes alone have the same wording, and keeps both spellings', () => {
    const { sameWording, blocks, changes } = compared('The "Service" is ours.\n', 'The “Service” is ours.\n');
    expect(sameWording).toBe(true);
    expect(changes).toEqual([]);
    expect(readSide(blocks, 'older')[0]?.text).toBe('The "Service" is ours.');
    expect(readSide(blocks, 'newer')[0]?.text).toBe('The “Service” is ours.');
  });

  it('says of one changed word that the wording is not the same', () => {
    expect(compared('We may.\n', 'We shall.\n').sameWording).toBe(false);
  });

  it('gives plain data', () => {
    const redline = compared('# A\n\n1. One.\n\n| a |\n|-|\n| b |\n', '# A\n\n1. Two.\n\n| a |\n|-|\n| c |\n');
    expect(structuredClone(redline)).toEqual(redline);
    expect(JSON.parse(JSON.stringify(redline))).toEqual(redline);
  });

  it('does not pair paragraphs that have nothing in common', () => {
    const older = 'Keep.\n\nWe never sell personal data to anyone.\n\nEnd.\n';
    const newer = 'Keep.\n\nDisputes go before the courts of Vienna.\n\nEnd.\n';
    expect(redlined(older, newer)).toEqual([
      '  Keep.',
      '- We never sell personal data to anyone.',
      '+ Disputes go before the courts of Vienna.',
      '  End.',
    ]);
  });

  it('pairs what is left alone between paragraphs that changed, but not names of a list', () => {
    const text = (verb: string, middle: string) =>
      `We ${verb} the data that you gave us.\n\n${middle}\n\nWe ${verb} the data of your friends.`;
    const [one, other] = [
      'Our staff makes clear what is allowed.',
      'The leaders make clear and enforce what is allowed.',
    ];
    expect(redlined(text('keep', one), text('hold', other))[1]).toBe(
      '  [-Our staff makes clear-]{+The leaders make clear and enforce+} what is allowed.',
    );
    expect(
      redlined(text('keep', 'Clicky. Web analytics.'), text('hold', 'Mailer. Sends letters.')).slice(1, 3),
    ).toEqual(['- Clicky. Web analytics.', '+ Mailer. Sends letters.']);
  });

  it('pairs a paragraph with the long one it became', () => {
    const long = `We keep logs for a year. ${'They are stored safely in Austria and nowhere else at all. '.repeat(20)}`;
    expect(redlined('We keep logs for a year.\n', long)[0]).toMatch(/^ {2}We keep logs for a year\.\{\+ They are/);
  });

  it('shows a moved section at both ends, each knowing the other, and marks what changed on the way', () => {
    const [fees, law, ending] = [
      '## Fees\n\nWe charge five euros a month for the service.\n',
      '## Law\n\nAustrian law governs these terms and all that follows from them, wherever you live.\n',
      '## Ending\n\nEither party may end the contract with a notice of thirty days in writing to the other party.\n',
    ];
    const older = [fees, law, ending].join('\n');
    const newer = [law, ending, fees.replace('five', 'six')].join('\n');
    const { blocks } = compared(older, newer);
    expect(redlined(older, newer)).toEqual([
      '< ## Fees',
      '< We charge five euros a month for the service.',
      '  ## Law',
      '  Austrian law governs these terms and all that follows from them, wherever you live.',
      '  ## Ending',
      '  Either party may end the contract with a notice of thirty days in writing to the other party.',
      '> ## Fees',
      '> We charge [-five-]{+six+} euros a month for the service.',
    ]);
    expect([0, 1, 6, 7].map((index) => blocks[index]?.counterpart)).toEqual([6, 7, 0, 1]);
    expect(changesOf(older, newer)).toEqual(['moved Fees → Fees', 'changed Fees → Fees']);
  });

  it('tells a clause that only got another number from one that changed', () => {
    const older = '1. We collect your name.\n2. We store it in Austria.\n3. We delete it after 30 days.\n';
    const newer =
      '1. We collect your name.\n2. You may object.\n3. We store it in Austria.\n4. We delete it after 90 days.\n';
    expect(redlined(older, newer)).toEqual([
      '  • 1. We collect your name.',
      '+ • 2. You may object.',
      '  • [-2.-]{+3.+} We store it in Austria.',
      '  • [-3.-]{+4.+} We delete it after [-30-]{+90+} days.',
    ]);
    expect(changesOf(older, newer)).toEqual(['added - → 2', 'renumbered 2 → 3', 'changed 3 → 4', 'renumbered 3 → 4']);
    expect(compared(older, newer).blocks[2]?.kind).toBe('changed');
  });

  it('takes a number as part of the wording, but not the stop or bracket behind it', () => {
    expect(compared('1. We collect.\n', '2. We collect.\n').sameWording).toBe(false);
    expect(compared('1. We collect.\n', '1) We collect.\n').sameWording).toBe(true);
    expect(formOf('1. We collect.\n', '1) We collect.\n')).toEqual([{ kind: 'label', older: '1.', newer: '1)' }]);
  });

  it('compares the titles of both texts, and leaves out that of one alone, for a page shows a title anyway', () => {
    const titled = (title: string) => rendered(`# ${title}\n\nText.\n`, { title }).body ?? body('');
    const older = titled('Privacy notice');
    expect(plainText(compare(older, titled('Privacy policy')).blocks)[0]).toBe('  Privacy [-notice-]{+policy+}');
    expect(compare(older, body('Text.\n')).sameWording).toBe(true);
  });

  it('keeps a heading in other words the same if what follows stayed', () => {
    const [older, newer] = ['## Fees\n\nWe charge five euros.\n', '## What it costs\n\nWe charge five euros.\n'];
    expect(redlined(older, newer)[0]).toBe('  ## [-Fees-]{+What it costs+}');
  });

  it('does not hang on blocks that repeat', () => {
    const older = 'Reserved.\n\n'.repeat(800);
    const newer = `${'Reserved.\n\n'.repeat(500)}New.\n\n${'Reserved.\n\n'.repeat(299)}`;
    const lines = redlined(older, newer);
    expect(lines.filter((line) => line.startsWith('+ '))).toEqual(['+ New.']);
    expect(lines.filter((line) => line.startsWith('- '))).toEqual(['- Reserved.']);
  });

  it('counts what happened to clauses', () => {
    const older = '1. We collect your name.\n2. We store it in Austria.\n3. We delete it after 30 days.\n';
    const newer =
      '1. We collect your name.\n2. You may object.\n3. We store it in Austria.\n4. We delete it after 90 days.\n';
    expect(summarize(compared(older, newer))).toEqual({
      added: 1,
      removed: 0,
      split: 0,
      joined: 0,
      moved: 0,
      changed: 1,
      form: 0,
      renumbered: 2,
    });
  });
});
