/** Text in one language, or by language: the schema for it, given the languages of the site. */
import * as z from 'zod';
import type { Language } from '../model/config.ts';
import { lineValue, textValue } from './conversion.ts';
import { isSameLanguage } from './language-tag.ts';

/** Without `languages` (when they could not be read) any language may stand. Keys come out as the site spells them. */
export function localText(languages: readonly Language[] | undefined) {
  return byLanguage(languages, textValue);
}

/** As `localText`, each text on one line. */
export function localLine(languages: readonly Language[] | undefined) {
  return byLanguage(languages, lineValue);
}

function byLanguage(languages: readonly Language[] | undefined, text: typeof textValue) {
  const texts = z.record(z.string(), text).transform((record, context) => {
    const entries = Object.entries(record).map(([key, value]) => {
      const language =
        languages?.find((tag) => isSameLanguage(tag, key)) ?? (languages === undefined ? key : undefined);
      if (language !== undefined) return [language, value] as const;
      context.addIssue({ code: 'custom', path: [key], ...unknownLanguage(key, languages ?? []) });
      return [key, value] as const;
    });
    if (entries.length === 0) {
      const hint = 'Write the text, or the text of each language on a line of its own after its code: “en: …”.';
      context.addIssue({ code: 'custom', message: 'Nothing is written here.', params: { hint } });
    }
    return Object.fromEntries(entries);
  });
  return z.union([text, texts]);
}

function unknownLanguage(key: string, languages: readonly Language[]) {
  return {
    message: `“${key}” is not one of the site’s languages (${languages.join(', ')}).`,
    params: { hint: 'Add it to “languages” in policies/site.yaml, or delete it here.', isAboutKey: true },
  };
}
