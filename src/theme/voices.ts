/** The planned site and the words of its languages go in; what speaks each language comes out. */
import type { Language } from '../model/config.ts';
import type { Site } from '../model/site.ts';
import { type DateFormat, loadDateFormat } from './dates.ts';
import type { Voice } from './statements.ts';
import type { Strings } from './strings.ts';

/** Gives the voice of a language of the site; throws for any other. */
export async function loadVoices(site: Pick<Site, 'config'>, strings: Strings): Promise<(language: Language) => Voice> {
  const formats = await Promise.all(site.config.languages.map(loadDateFormat));
  const dates = new Map<Language, DateFormat>();
  for (const [index, language] of site.config.languages.entries()) {
    const format = formats[index];
    if (format !== undefined) dates.set(language, format);
  }
  return (language) => {
    const format = dates.get(language);
    if (format === undefined) throw new Error(`No dates were loaded for the language ${language}`);
    return { language, words: strings.wordsFor(language), dates: format };
  };
}
