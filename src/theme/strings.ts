/** A theme's files of words and the site's languages go in; the words for each language and what is missing come out. */
import type { Language } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/file.ts';
import { speak, type Words } from './speak.ts';
import { WORDS, type WordKey } from './words.ts';
import { readWords, type WordsFile } from './words-file.ts';

export type { Words } from './speak.ts';

export interface Strings {
  /** `site-words`: errors in the files in use. `theme-words-missing`: a language that has to borrow words, one warning each. */
  readonly diagnostics: readonly Diagnostic[];
  /** The words for pages in `language`, from its own file, a wider language's (`zh-Hans` → `zh`) or English. */
  wordsFor(language: Language): Words;
}

const FALLBACK = 'en';

/** Reads `strings/<lang>.yaml` of a theme (paths relative to `templates/`) for the site's `languages`. */
export function createStrings(files: readonly SourceFile[], languages: readonly Language[]): Strings {
  const sources = new Map(
    files.flatMap((file) => {
      const tag = /^strings\/([^/]+)\.yaml$/.exec(file.path)?.[1];
      return tag === undefined ? [] : [[tag.toLowerCase(), file] as const];
    }),
  );
  const tags = new Set([...languages.flatMap(widen), FALLBACK]);
  const read = new Map(
    [...tags].flatMap((tag) => {
      const file = sources.get(tag);
      return file === undefined ? [] : [[tag, readWords(file)] as const];
    }),
  );
  const collected = languages.map((language) => [language, collect(language, read)] as const);
  const byLanguage = new Map(collected.map(([language, { words }]) => [language, speak(Object.fromEntries(words))]));
  return {
    diagnostics: [
      ...[...read.values()].flatMap(({ diagnostics }) => diagnostics),
      ...checkFallback(read.get(FALLBACK)),
      ...collected.flatMap(([language, { borrowed, own }]) => warn(language, borrowed, own)),
    ],
    wordsFor(language) {
      const words = byLanguage.get(language);
      if (words === undefined) throw new Error(`No words were read for the language ${language}`);
      return words;
    },
  };
}

/** The tag and the wider ones it falls back to, in lower case, English aside (RFC 4647, lookup). */
function widen(language: Language): readonly string[] {
  const subtags = language.toLowerCase().split('-');
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'));
}

interface Collected {
  readonly words: ReadonlyMap<WordKey, string>;
  /** Keys whose words had to be taken from English. */
  readonly borrowed: readonly WordKey[];
  /** The most specific file there is for the language. */
  readonly own: WordsFile | undefined;
}

function collect(language: Language, read: ReadonlyMap<string, WordsFile>): Collected {
  const chain = widen(language).flatMap((tag) => read.get(tag) ?? []);
  const english = read.get(FALLBACK)?.words ?? new Map<WordKey, string>();
  const own = new Map(chain.toReversed().flatMap((file) => [...file.words]));
  const borrowed = [...english.keys()].filter((key) => !own.has(key));
  return { words: new Map([...english, ...own]), borrowed, own: chain[0] };
}

/** English is what every language falls back to, so it must be whole. */
function checkFallback(english: WordsFile | undefined): readonly Diagnostic[] {
  const path = `templates/strings/${FALLBACK}.yaml`;
  const present: ReadonlySet<string> = new Set(english?.words.keys());
  const missing = Object.keys(WORDS).filter((key) => !present.has(key));
  if (missing.length === 0 || (english?.diagnostics.length ?? 0) > 0) return [];
  return [
    {
      ruleId: 'site-words',
      severity: 'error',
      place: { path },
      message: `These words are missing, and there is nothing to fall back on: ${missing.join(', ')}.`,
      hint: 'Copy the missing lines from strings/en.yaml of the default theme.',
    },
  ];
}

function warn(language: Language, borrowed: readonly WordKey[], own: WordsFile | undefined): readonly Diagnostic[] {
  if (borrowed.length === 0 || (own?.diagnostics.length ?? 0) > 0) return [];
  const place = { path: own?.path ?? 'policies/site.yaml' };
  return [
    {
      ruleId: 'theme-words-missing',
      severity: 'warning',
      place,
      message:
        own === undefined
          ? `The theme has no words in the language "${language}"; the interface stands in English there.`
          : `Words are missing in the language "${language}" and stand in English: ${named(borrowed)}.`,
      hint:
        own === undefined
          ? `Add templates/strings/${language}.yaml: copy strings/en.yaml of the default theme and translate it.`
          : `Add them to ${own.path}; strings/en.yaml of the default theme has them all.`,
    },
  ];
}

/** How many of the words that are missing are named. */
const NAMED = 8;

function named(keys: readonly WordKey[]): string {
  const more = keys.length - NAMED;
  return more > 0 ? `${keys.slice(0, NAMED).join(', ')} and ${more} more` : keys.join(', ');
}
