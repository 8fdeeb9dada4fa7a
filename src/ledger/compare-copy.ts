/** The words of a published text and those of a copy go in; what the copy is of it, and where they differ, come out. */
import { diffArrays } from 'diff';
import type { ReadWord } from './plain-reading.ts';

/** `same`: word for word. `part`: a stretch of it. `around`: the whole of it, other words before or after it. */
export type Likeness =
  | { readonly kind: 'same' | 'part' | 'around' }
  /** The share of the copy's runs of three words that the text has too, 0 to 1. */
  | { readonly kind: 'other'; readonly share: number };

/** Words around a place. */
const CONTEXT = 6;

/** Fewer characters than this could stand anywhere. */
const SHORTEST_PART = 24;

/** Words compared beyond this many differences would take long, and tell nothing. */
const MOST_DIFFERENCES = 3000;

export interface Difference {
  /** The fragment of the clause in the published text. */
  readonly anchor: string;
  readonly before: string;
  /** In the published text only. */
  readonly removed: string;
  /** In the copy only. */
  readonly added: string;
  readonly after: string;
}

/** How words are spaced does not count: it is lost in copying. */
export function likenessOf(published: readonly ReadWord[], copy: readonly ReadWord[]): Likeness {
  const own = squeeze(copy);
  const bare = published.filter(({ role }) => role !== 'made');
  for (const all of [published, bare]) {
    const whole = squeeze(all);
    // On a page something may stand between title and text.
    const untitled = squeeze(all.filter(({ role }) => role !== 'title'));
    if (own === whole) return { kind: 'same' };
    if (own.length >= SHORTEST_PART && whole.includes(own)) return { kind: 'part' };
    if (untitled !== '' && own.includes(untitled)) return { kind: 'around' };
  }
  const [known, found] = [runsOf(bare), runsOf(copy)];
  const shared = [...found].filter((run) => known.has(run)).length;
  return { kind: 'other', share: found.size === 0 ? 0 : shared / Math.max(found.size, known.size / 20) };
}

/** In the order of the text; undefined if they are too many to tell. */
export function differencesOf(published: readonly ReadWord[], copy: readonly ReadWord[]): Difference[] | undefined {
  const wordsOf = (words: readonly ReadWord[]) => words.map(({ word }) => word);
  const hunks = diffArrays(wordsOf(published), wordsOf(copy), { maxEditLength: MOST_DIFFERENCES });
  if (hunks === undefined) return undefined;
  const differences: Difference[] = [];
  let [at, before] = [0, ''];
  for (let index = 0; index < hunks.length; index += 1) {
    const { value = [], added, removed } = hunks[index] ?? {};
    if (!added && !removed) {
      at += value.length;
      before = value.slice(-CONTEXT).join(' ');
      continue;
    }
    const next = hunks[index + 1];
    const pair = next !== undefined && (next.added || next.removed) ? next : undefined;
    if (pair !== undefined) index += 1;
    const [gone, come] = removed ? [value, pair?.value ?? []] : [pair?.value ?? [], value];
    const isMade =
      gone.length > 0 &&
      come.length === 0 &&
      published.slice(at, at + gone.length).every(({ role }) => role === 'made');
    const after = hunks[index + 1]?.value.slice(0, CONTEXT).join(' ') ?? '';
    if (!isMade && gone.join('') !== come.join('')) {
      const anchor = anchorOf(published, { at, gone: gone.length, come: come.length });
      differences.push({ anchor, before, removed: gone.join(' '), added: come.join(' '), after });
    }
    at += gone.length;
  }
  return differences;
}

/**
 * The clause of the first word that is gone. Words that only came belong to the clause whose words stand before them: what follows
 * the last word of one clause is its end, not the beginning of the next. A clause that went as a whole may be found as the last word
 * of the one before and all of its own but its last, which is the same word: it is the clause that went.
 */
function anchorOf(published: readonly ReadWord[], place: { at: number; gone: number; come: number }): string {
  const { at, gone, come } = place;
  if (gone === 0) return published[at === 0 ? 0 : at - 1]?.anchor ?? '';
  let start = at;
  while (come === 0 && start < at + gone && published[start]?.word === published[start + gone]?.word) {
    start += 1;
    if (published[start]?.anchor !== published[start - 1]?.anchor) return published[start]?.anchor ?? '';
  }
  return published[at]?.anchor ?? '';
}

function squeeze(words: readonly ReadWord[]): string {
  return words.map(({ word }) => word).join('');
}

function runsOf(words: readonly ReadWord[]): Set<string> {
  return new Set(words.slice(2).map(({ word }, index) => `${words[index]?.word} ${words[index + 1]?.word} ${word}`));
}
