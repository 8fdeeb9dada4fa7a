/** Plain text goes in; a question comes out: does a term stand anywhere but where it is defined? */
import type { Language } from '../model/config.ts';
import type { Stretch } from './code-stretches.ts';

/** Whether `term` is used outside of `definitions`; undefined where its script inflects in ways that cannot be told. */
export type IsUsed = (term: string, definitions: readonly Stretch[]) => boolean | undefined;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const INFLECTS_AT_END = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}\p{P}\p{S}\s]+$/u;
const DOES_NOT_INFLECT = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{N}\p{P}\s]+$/u;

/** Letters count alike with and without accents and in either case; words count alike if they begin alike. */
export function termUses(text: string, language: Language): IsUsed {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index: start }) => ({ folded: fold(word), start }));
  const positions = new Map<string, number[]>();
  for (const [index, { folded }] of words.entries()) {
    const known = positions.get(folded);
    if (known === undefined) positions.set(folded, [index]);
    else known.push(index);
  }
  const isEnglish = /^en(?:-|$)/i.test(language);
  return (term, definitions) => {
    const isOutside = (offset: number) => definitions.every(({ start, end }) => offset < start || offset >= end);
    if (DOES_NOT_INFLECT.test(term)) return occurs(text, term, isOutside);
    if (!INFLECTS_AT_END.test(term)) return undefined;
    const [first, ...others] = [...term.matchAll(WORD)].map(([word]) => matcher(word, isEnglish));
    if (first === undefined) return undefined;
    const isHere = (index: number) =>
      others.every((isNext, step) => isNext(words[index + step + 1]?.folded ?? '')) &&
      isOutside(words[index]?.start ?? 0);
    for (const [folded, indexes] of positions) if (first(folded) && indexes.some(isHere)) return true;
    return false;
  };
}

function fold(word: string): string {
  if (/^[ -~]*$/.test(word)) return word.toLowerCase();
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Letters that English puts to the end of a word at most: process, processing. */
const MOST_ADDED = 4;

/** English adds little to a word; other languages change its end, and some put words together. */
function matcher(word: string, isEnglish: boolean): (folded: string) => boolean {
  const folded = fold(word);
  if (word.length > 1 && word === word.toUpperCase()) {
    return (other) => other.startsWith(folded) && other.length <= folded.length + 1;
  }
  if (isEnglish) {
    const short = folded.replace(/s$/, '');
    if (folded.length <= 4) return (other) => [short, `${short}s`, `${short}es`].includes(other);
    const stem = folded.replace(/(?<=.{4})(?:ing|ies|ed|es|er|[sye])$/, '');
    return (other) => other.startsWith(stem) && other.length <= stem.length + MOST_ADDED;
  }
  // Of a short word hardly a letter is sure to stay (день, дня), so that any word may be it.
  if (folded.length <= 4) return (other) => other !== '';
  const stem = folded.slice(0, Math.ceil(folded.length * 0.6));
  return (other) => other.includes(stem);
}

function occurs(text: string, term: string, isOutside: (offset: number) => boolean): boolean {
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) if (isOutside(at)) return true;
  return false;
}
