import { expect, it } from 'vitest';
import { findMentions } from '../../../src/diff/substance/find-mentions.ts';
import { lexiconOf } from '../../../src/diff/substance/lexicon.ts';

it('finds words of several words whatever white space and apostrophes stand in them, as the text spells them', () => {
  const { negations } = lexiconOf('en');
  const spaces = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((one) =>
    /\s/.test(one),
  );
  expect(spaces.length).toBeGreaterThan(20);
  for (const space of spaces) {
    const words = `other${space}than`;
    const found = findMentions(`Nobody ${words} we${space}don’t.`, negations);
    expect(found.map(({ text }) => text)).toEqual(['Nobody', words, 'don’t']);
  }
});
