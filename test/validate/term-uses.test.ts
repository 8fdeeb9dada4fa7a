import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termUses } from '../../src/validate/term-uses.ts';

const word = fc.stringMatching(/^[A-Za-z]{1,12}$/);
const russian = fc.stringMatching(/^[А-Яа-яЁё]{1,12}$/);

describe('termUses', () => {
  it('finds a term that is repeated as it is defined, in any case', () => {
    const term = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(term, fc.constantFrom('en', 'en-GB', 'de'), (written, language) => {
        const text = `“${written}” means that. A ${written.toLowerCase()} ends.`;
        const definition = { start: 0, end: written.length + 2 };
        expect(termUses(text, language)(written, [definition])).toBe(true);
      }),
    );
    fc.assert(
      fc.property(russian, (written) => {
        const text = `«${written}» – то. И ${written.toLowerCase()}.`;
        expect(termUses(text, 'ru')(written, [{ start: 0, end: written.length + 2 }])).toBe(true);
      }),
    );
  });

  it('does not count the definition itself', () => {
    expect(termUses('“Living Standard” means a text.', 'en')('Living Standard', [{ start: 0, end: 17 }])).toBe(false);
  });

  it('wants the words of a term together and in order', () => {
    const text = 'Standards of living. A late fee. Fees are late.';
    expect(termUses(text, 'en')('Living Standard', [])).toBe(false);
    expect(termUses(text, 'en')('Late Fees', [])).toBe(true);
  });

  it('does not take a longer English word for a short term', () => {
    expect(termUses('You apply for an appendix.', 'en')('App', [])).toBe(false);
    expect(termUses('Apps and an app’s icon.', 'en')('App', [])).toBe(true);
  });

  it('cannot tell where a script inflects in its own ways', () => {
    expect(termUses('المستخدمون', 'ar')('المستخدم', [])).toBeUndefined();
  });
});
