/** The stem of an edition's file goes in; the edition's id and the language of this text come out. */
import type { Language } from '../model/config.ts';
import { isLanguageTag } from './language-tag.ts';

export interface EditionName {
  readonly id: string;
  /** As the file's name spells it; absent for the site's default language. */
  readonly language?: Language;
}

/** `2020-02-04.ru` is Russian, `2020-02-04` and `2020-02-04.2` are in the default language. */
export function readEditionName(stem: string): EditionName {
  const dot = stem.lastIndexOf('.');
  const suffix = stem.slice(dot + 1);
  return dot > 0 && isLanguageTag(suffix) ? { id: stem.slice(0, dot), language: suffix } : { id: stem };
}
