/** The words of a site's languages go in; what a page says that leads to another address comes out. */
import type { Language } from '../model/config.ts';
import type { Strings } from './strings.ts';

export function movedWords(strings: Strings) {
  return (language: Language) => {
    const { say } = strings.wordsFor(language);
    return { title: say('page-moved'), leadsTo: say('page-moved-to') };
  };
}
