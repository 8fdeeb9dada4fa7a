/** Text that should be a language tag goes in; whether it is one, and how it is spelled, comes out (BCP 47). */
import { parse } from 'bcp-47';
import type { Language } from '../model/config.ts';
import { type Converted, converted } from './conversion.ts';

/** True if `text` is a tag that begins with a language of two or three letters. Case does not count. */
export function isLanguageTag(text: string): boolean {
  return /^[a-z]{2,3}(-|$)/i.test(text) && Boolean(parse(text, { normalize: false }).language);
}

/** True if both tags name one language: tags are compared without regard to case. */
export function isSameLanguage(a: Language, b: Language): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** A language tag as site.yaml spells it. */
export const languageValue = converted((text): Converted<Language> => {
  if (isLanguageTag(text)) return { value: text };
  const cured = text.trim().replaceAll('_', '-');
  return {
    message: `“${text}” is not a language tag.`,
    hint: isLanguageTag(cured)
      ? `Write “${cured}”.`
      : 'Write the short code of the language: “en” for English, “ru” for Russian, “pt-BR” for the Portuguese of Brazil.',
  };
});
