/** A misspelt name and the names there are go in; the one most likely meant comes out. */
import { distance } from 'fastest-levenshtein';

/** The member of `known` that `name` was most likely meant to be; undefined if none is near. Case, `-` and `_` do not count. */
export function suggest(name: string, known: readonly string[]): string | undefined {
  const wanted = simplified(name);
  const isNear = (candidate: string) => {
    const other = simplified(candidate);
    const isLonger = other.length >= 4 && wanted.startsWith(other);
    const errors = Math.max(1, Math.floor(Math.min(wanted.length, other.length) / 2.5));
    return isLonger || sorted(wanted) === sorted(other) || distance(wanted, other) <= errors;
  };
  return known
    .filter(isNear)
    .toSorted((a, b) => distance(wanted, simplified(a)) - distance(wanted, simplified(b)))
    .at(0);
}

/** `Did you mean “effective”?`, or nothing. */
export function didYouMean(name: string, known: readonly string[]): string {
  const found = suggest(name, known);
  return found === undefined ? '' : `Did you mean “${found}”?`;
}

function simplified(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

function sorted(text: string): string {
  return [...text].sort().join('');
}
