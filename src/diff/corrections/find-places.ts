/** A corrected text, another text of the same policy and what a correction replaced go in; the places come out where the other text reads as the corrected one did before. */
import type { Stretch } from './flat-text.ts';

export interface Place extends Stretch {
  /** What stood there. */
  readonly words: string;
}

export interface Replacement {
  readonly was: string;
  readonly now: string;
}

/** In words, on either side, the most first: so much of what stands around has to be the same. */
const CONTEXTS = [6, 5, 4, 3, 2];

/** Words that stand in more places say nothing of which is meant, and would take long to look at. */
const MOST_PLACES = 40;

/** `text` and `other` are the words of a `FlatText`; `within` is a stretch of `text`. */
export function findPlaces(text: string, other: string, { was, now }: Replacement, within: Stretch): Place[] {
  const isWithin = ({ start, end }: Stretch) => start >= within.start && end <= within.end;
  if (now === '')
    return few(occurrences(other, was))
      .flatMap((one) => struckOut(text, other, one))
      .filter(isFirst)
      .filter(isWithin);
  return few(occurrences(text, now).filter(isWithin)).flatMap((one) => putInstead(text, other, { ...one, was }));
}

function few(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches.length > MOST_PLACES ? [] : stretches;
}

function isFirst({ start }: Place, index: number, all: readonly Place[]): boolean {
  return all.findIndex((one) => one.start === start) === index;
}

function putInstead(text: string, other: string, { start, end, was }: Stretch & { readonly was: string }): Place[] {
  if (!readsAs(text, { start, end }, { was, other })) return [];
  // Of two spaces one goes with what was put in.
  const isSpaced = was === '' && text[end] === ' ' && /\s/.test(text[start - 1] ?? '');
  return [{ start, end: isSpaced ? end + 1 : end, words: was }];
}

/** True if `other` has `was` where `text` has the stretch. What is around it tells the place. */
function readsAs(text: string, { start, end }: Stretch, { was, other }: { was: string; other: string }): boolean {
  const now = text.slice(start, end);
  const contexts = CONTEXTS.map((count) => ({ left: leftOf(text, start, count), right: rightOf(text, end, count) }));
  const sides = [
    ...contexts,
    ...contexts.map(({ left }) => ({ left, right: '' })),
    ...contexts.map(({ right }) => ({ left: '', right })),
  ];
  for (const { left, right } of sides) {
    const isWas = joined(left, was, right).some((words) => other.includes(words));
    const isNow = other.includes(left + now + right);
    if (isWas || isNow) return !isNow;
  }
  return false;
}

function joined(left: string, words: string, right: string): string[] {
  if (words !== '') return [left + words + right];
  return left === '' || right === ''
    ? []
    : [left + right, `${left.trimEnd()} ${right.trimStart()}`, left.trimEnd() + right.trimStart()];
}

/** Nothing of it is left in `text`: the stretch of `other` in which it stands tells between which words it stood. */
function struckOut(text: string, other: string, { start, end }: Stretch): Place[] {
  const was = other.slice(start, end);
  for (const count of CONTEXTS) {
    const [left, right] = [leftOf(other, start, count), rightOf(other, end, count)];
    if (text.includes(left + was + right)) return [];
    const [before, after] = [left.trimEnd(), right.trimStart()];
    const words = other.slice(start - (left.length - before.length), end + (right.length - after.length));
    for (const glue of [' ', '']) {
      const at = text.indexOf(before + glue + after);
      if (at !== -1 && before + after !== '') return [placeAt(text, at + before.length, { glue, words })];
    }
  }
  return [];
}

/** There has to be something to put words in place of. */
function placeAt(text: string, at: number, { glue, words }: { glue: string; words: string }): Place {
  if (glue !== '') return { start: at, end: at + glue.length, words };
  const isAtStart = /\s/.test(text[at - 1] ?? '\n');
  return isAtStart
    ? { start: at, end: at + 1, words: words + (text[at] ?? '') }
    : { start: at - 1, end: at, words: (text[at - 1] ?? '') + words };
}

/** Whole words and numbers only. */
function occurrences(text: string, words: string): Stretch[] {
  const found: Stretch[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const isCut = isWordly(text[at - 1], text[at]) || isWordly(text[end - 1], text[end]);
    if (!isCut) found.push({ start: at, end });
  }
  return found;
}

function isWordly(one = '', other = ''): boolean {
  return /[\p{L}\p{N}]/u.test(one) && /[\p{L}\p{N}]/u.test(other);
}

/** The words before `at` in its block, with the line feed if that is all of them. */
function leftOf(text: string, at: number, count: number): string {
  let start = at;
  for (let words = 0; words < count && text[start - 1] !== '\n'; words += 1) {
    while (text[start - 1] === ' ') start -= 1;
    while (start > 0 && !/\s/.test(text[start - 1] ?? '\n')) start -= 1;
  }
  return text.slice(text[start - 1] === '\n' ? start - 1 : start, at);
}

function rightOf(text: string, at: number, count: number): string {
  let end = at;
  for (let words = 0; words < count && text[end] !== '\n'; words += 1) {
    while (text[end] === ' ') end += 1;
    while (end < text.length && !/\s/.test(text[end] ?? '\n')) end += 1;
  }
  return text.slice(at, text[end] === '\n' ? end + 1 : end);
}
