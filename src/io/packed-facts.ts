/** What is known of a policy's texts goes in; the same as a few strings and numbers comes out, and back, with strings that are equal being one. */
import type { BodyLink } from '../model/clause.ts';
import type { Place } from '../model/diagnostic.ts';
import type { TextFacts } from '../model/policy-work.ts';

/** Plain data. Editions name the same anchors and pages over and over. */
export interface PackedFacts {
  /** Each once. */
  readonly strings: readonly string[];
  /** Strings by their places among these, and how many there are of what follows. */
  readonly numbers: Uint32Array;
}

/** Compiles only as long as nothing is forgotten. */
type Nothing = Readonly<Record<string, never>>;

/** They are counted from 1: 0 stands for one that is not known. */
const NUMBERS = ['line', 'column', 'endLine', 'endColumn'] as const;

export function packFacts(texts: readonly TextFacts[]): PackedFacts {
  const places = new Map<string, number>();
  const numbers: number[] = [];
  const add = (text: string) => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    numbers.push(place);
  };
  for (const { path, words, anchors, links, ...rest } of texts) {
    rest satisfies Nothing;
    add(path);
    add(words);
    numbers.push(anchors.length);
    for (const anchor of anchors) add(anchor);
    numbers.push(links.length);
    for (const { target, place, ...others } of links) {
      others satisfies Nothing;
      add(target);
      addPlace(place, { numbers, add });
    }
  }
  return { strings: [...places.keys()], numbers: Uint32Array.from(numbers) };
}

function addPlace(place: Place, { numbers, add }: { readonly numbers: number[]; add(text: string): void }): void {
  const { path, line: _line, column: _column, endLine: _endLine, endColumn: _endColumn, ...rest } = place;
  rest satisfies Nothing;
  add(path);
  numbers.push(...NUMBERS.map((key) => place[key] ?? 0));
}

export function unpackFacts({ strings, numbers }: PackedFacts): TextFacts[] {
  let at = 0;
  const number = () => numbers[at++] ?? 0;
  const text = () => strings[number()] ?? '';
  const place = (): Place => {
    const found: { -readonly [Key in keyof Place]: Place[Key] } = { path: text() };
    for (const key of NUMBERS) {
      const count = number();
      if (count > 0) found[key] = count;
    }
    return found;
  };
  const link = (): BodyLink => ({ target: text(), place: place() });
  const several = <Item>(one: () => Item): Item[] => Array.from({ length: number() }, one);
  const texts: TextFacts[] = [];
  while (at < numbers.length) {
    const [path, words] = [text(), text()];
    texts.push({ path, words, anchors: several(text), links: several(link) });
  }
  return texts;
}
