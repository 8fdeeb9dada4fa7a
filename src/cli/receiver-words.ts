/** The theme's words go in; the sentences of the receiver's own pages come out, in the visitor's language where there is one. */
import path from 'node:path';
import { createStrings } from '../index.ts';
import { readTheme } from '../io/read.ts';
import { RECEIVER_WORDS, type ReceiverWords } from '../model/receiver-words.ts';
import { during } from './fault.ts';
import { DEFAULT_THEME } from './make-site.ts';

const FALLBACK = 'en';
const KEYS = Object.keys(RECEIVER_WORDS);

/** `root`: the folder whose `templates/` may hold words of the site's own; without it, those that come with the program. */
export async function readReceiverWords(
  root = path.dirname(DEFAULT_THEME),
): Promise<(languages: readonly string[]) => ReceiverWords> {
  const { files } = await during('reading the templates', () => readTheme({ defaultTheme: DEFAULT_THEME, root }));
  const tags = files.flatMap((file) => /^strings\/([^/]+)\.yaml$/.exec(file.path)?.[1] ?? []);
  const strings = createStrings(files, tags);
  return (languages) => {
    const wanted = languages.flatMap((language) => [language, language.replace(/-.*$/, '')]);
    const isWanted = (tag: string) => (name: string) => tag.toLowerCase() === name.toLowerCase();
    const language = wanted.flatMap((name) => tags.find((tag) => isWanted(tag)(name)) ?? [])[0] ?? FALLBACK;
    const { words } = strings.wordsFor(language);
    const sentences = Object.fromEntries(KEYS.map((key) => [key, words[key] ?? key]));
    return { ...(sentences as Record<keyof typeof RECEIVER_WORDS, string>), language };
  };
}
