/** The texts of one edition go in; what they say together comes out, or where they disagree. */
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { FrontMatter } from './edition-schema.ts';
import type { ReadText } from './edition-text.ts';
import type { Reading } from './reading.ts';

/** At least one, in the order of the site's languages. */
export type Texts = readonly [ReadText, ...ReadText[]];

/** What an edition says once for all its languages. */
export type SharedKey =
  | 'effective'
  | 'published'
  | 'retroactive'
  | 'announcedEffective'
  | 'applies'
  | 'version'
  | 'change'
  | 'status'
  | 'withdrawn';

/** The value of `key` in the first text that has one. `writing` gives what is compared. */
export function agreed<K extends SharedKey>(
  texts: Texts,
  key: K,
  writing: (front: FrontMatter) => string | undefined,
): Reading<NonNullable<FrontMatter[K]>> {
  const [leader, ...others] = texts.filter(({ front }) => front[key] !== undefined);
  const value = leader?.front[key];
  if (leader === undefined || value === undefined) return { diagnostics: [] };
  const different = others.filter(({ front }) => writing(front) !== writing(leader.front));
  const diagnostics = different.map((other): Diagnostic => {
    const related = [{ place: keyPlace(leader, key), message: `“${key}” is ${writing(leader.front)} here.` }];
    return {
      ruleId: 'edition-disagreement',
      severity: 'error',
      place: keyPlace(other, key),
      message: `“${key}” is ${writing(other.front)} here, but ${writing(leader.front)} in another language of this edition.`,
      hint: 'Correct the one that is wrong; or delete this line, and the other language’s counts for both.',
      related,
    };
  });
  return { value, diagnostics };
}

/** Where the first text that says `key` says it. */
export function placeIn(texts: Texts, key: SharedKey): Place {
  return keyPlace(leading(texts, key), key);
}

/** The place of a value within that of `key`, in the first text that says `key`. */
export function placeWithin(texts: Texts, key: SharedKey, ...path: readonly PropertyKey[]): Place {
  return leading(texts, key).placeOf([key, ...path], 'value');
}

function leading(texts: Texts, key: SharedKey): ReadText {
  return texts.find(({ front }) => front[key] !== undefined) ?? texts[0];
}

function keyPlace({ text }: ReadText, key: SharedKey): Place {
  return text.keyPlaces[key] ?? { path: text.path };
}
