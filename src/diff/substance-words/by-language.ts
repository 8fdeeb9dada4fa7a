/** The words of legal weight of every language of which they are known. For another one: a file of words, and a line here. */
import { EN } from './en.ts';
import { RU } from './ru.ts';
import type { SubstanceWords } from './words.ts';

/** By primary language subtag (BCP 47). */
export const SUBSTANCE_WORDS: { readonly [language: string]: SubstanceWords } = { en: EN, ru: RU };
