import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPlainWords } from '../../src/theme/plain-words.ts';
import { THEME } from './views.ts';

const read = (text: string) => {
  const words = readPlainWords(text);
  return words === undefined ? undefined : Object.fromEntries(words);
};

describe('readPlainWords', () => {
  it.each(THEME.filter(({ path }) => path.endsWith('.yaml')))('reads all of $path as YAML does', ({ bytes }) => {
    const text = new TextDecoder().decode(bytes);
    expect(read(text)).toEqual(parse(text, { schema: 'failsafe' }));
  });

  it.each([
    ['a value on the next line', 'home:\n  All policies'],
    ['a value that goes on', 'home: All\n  policies'],
    ['an empty value', 'home:'],
    ['an escape', 'home: "All\\npolicies"'],
    ['a comment behind a text', 'home: All # policies'],
    ['a colon', 'home: All: policies'],
    ['a mark of YAML', 'home: &all policies'],
    ['a key said twice', 'home: All\nhome: Policies'],
    ['lines of Windows', 'home: All\r\narchive: Archive\r\n'],
    ['a tab', 'home: All\tpolicies'],
    ['a list', '- home'],
    ['nothing', ''],
  ])('leaves %s to YAML', (_, text) => {
    expect(read(text)).toBeUndefined();
  });

  it('never reads what YAML reads otherwise', () => {
    const marks =
      'a·home·: ·:· ·"·\'·#· #·{·}·[·]·,·-·- ·|·>·&·*·!·%·@·`·?·? ·~·\\·\t·\r·\n·\n ·---·...·(·)·\u00a0·\u2028·ё·😀';
    const part = fc.constantFrom(...marks.split('·'));
    const value = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
    const line = fc.oneof(
      value.map((text) => `home: ${text}`),
      value.map((text) => `archive: "${text}"`),
      value.map((text) => `# ${text}`),
      value,
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 3 }), (lines) => {
        const text = lines.join('\n');
        const words = read(text);
        if (words !== undefined) expect(words).toEqual(parse(text, { schema: 'failsafe' }));
      }),
      { numRuns: 3000 },
    );
  });
});
