import { describe, expect, it } from 'vitest';
import { authoritativeMissing } from '../../../src/validate/rules/authoritative-missing.ts';
import { policy } from '../../builders.ts';
import { askOfPolicy, placed } from '../diagnosed.ts';

const site = { languages: ['en', 'ru'] } as const;
const ask = (authoritative: string | undefined, language: string) => {
  const config = authoritative === undefined ? {} : { authoritative };
  return askOfPolicy(authoritativeMissing, { ...policy([placed('2026-03-01', {}, { language })]), config }, { site });
};

describe('authoritative-missing', () => {
  it.each([
    ['ru', 'en', 'policies/privacy/2026-03-01.ru.md'],
    ['en', 'ru', 'policies/privacy/2026-03-01.md'],
  ])('warns if the text in %s is missing, and names its file', (authoritative, language, file) => {
    const found = ask(authoritative, language);
    expect(found).toMatchObject([{ ruleId: 'authoritative-missing', severity: 'warning', place: { line: 2 } }]);
    expect(found[0]?.hint).toContain(file);
  });

  it('is content where the text is there, or no language prevails', () => {
    expect(ask('ru', 'ru')).toEqual([]);
    expect(ask(undefined, 'ru')).toEqual([]);
  });
});
