/** The theme's words go in; the sentences of the receiver's own pages come out, in the visitor's language where there is one. */
import path from 'node:path';
import { parse } from 'yaml';
import { readTheme } from '../io/read.ts';
import { RECEIVER_WORDS, type ReceiverWords } from '../model/receiver-words.ts';
import { DEFAULT_THEME } from './default-theme.ts';
import { during } from './fault.ts';

const FALLBACK = 'en';
const KEYS = Object.keys(RECEIVER_WORDS) as (keyof typeof RECEIVER_WORDS)[];

/**
 * `root`: the folder whose `templates/` may hold words of the site's own; without it, those that come with the program.
 * They are not checked again: a build does. What is missing stands in English.
 */
export async function readReceiverWords(
  root = path.dirname(DEFAULT_THEME),
): Promise<(languages: readonly string[]) => ReceiverWords> {
  const { files } = await during('reading the templates', () => readTheme({ defaultTheme: DEFAULT_THEME, root }));
  const sources = new Map(
    files.flatMap(({ path: name, bytes }) => {
      const tag = /^strings\/([^/]+)\.yaml$/.exec(name)?.[1]?.toLowerCase();
      return tag === undefined ? [] : [[tag, bytes] as const];
    }),
  );
  const read = new Map<string, ReceiverWords>();
  const wordsIn = (tag: string): ReceiverWords => {
    const words = read.get(tag) ?? sentencesOf(tag, sources);
    read.set(tag, words);
    return words;
  };
  return (languages) => {
    const wanted = languages.flatMap((language) => [language, language.replace(/-.*$/, '')]);
    return wordsIn(wanted.map((tag) => tag.toLowerCase()).find((tag) => sources.has(tag)) ?? FALLBACK);
  };
}

function sentencesOf(language: string, sources: ReadonlyMap<string, Uint8Array>): ReceiverWords {
  const [own, english] = [language, FALLBACK].map((tag) => sentencesIn(sources.get(tag)));
  const sentences = KEYS.map((key) => [key, own?.[key] ?? english?.[key] ?? key] as const);
  return { ...(Object.fromEntries(sentences) as Record<keyof typeof RECEIVER_WORDS, string>), language };
}

function sentencesIn(bytes: Uint8Array | undefined): { readonly [key: string]: string } {
  if (bytes === undefined) return {};
  const document: unknown = parse(new TextDecoder().decode(bytes), { schema: 'failsafe', logLevel: 'silent' });
  if (typeof document !== 'object' || document === null) return {};
  const entries = Object.entries(document).filter(([, value]) => typeof value === 'string' && value !== '');
  return Object.fromEntries(entries);
}
