/** An edition and a key of its front matter go in; the place where one of its texts says it comes out. */
import type { Place } from '../model/diagnostic.ts';
import type { Edition } from '../model/policy.ts';

/** The first of `keys` that any text has; else the first text's file. */
export function placeOfKey({ texts }: Edition, ...keys: readonly string[]): Place {
  const places = keys.flatMap((key) => texts.map(({ keyPlaces }) => keyPlaces[key]));
  return places.find((place) => place !== undefined) ?? { path: texts[0].path };
}
