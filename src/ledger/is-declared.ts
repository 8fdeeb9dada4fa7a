/** What differs and the corrections declared go in; whether they say all that was changed comes out. */
import type { TextEntry } from '../model/ledger.ts';
import { sha256 } from '../model/sha256.ts';
import type { ClauseDifference } from './clause-changes.ts';
import { shortDigest } from './clause-digests.ts';
import { collapse } from './visible-text.ts';

type Corrections = TextEntry['corrections'];

/** In UTF-16 units that may be hashed: past it, a correction is taken at its word. */
const MOST_WORK = 30_000_000;

/** True if `corrections` say all that was changed in a clause. */
export function isDeclared({ was, now = '' }: ClauseDifference, corrections: Corrections): boolean {
  // A clause that was not there had no words.
  const digest = was ?? shortDigest('');
  return leadsBack(now, corrections, (words) => shortDigest(words) === digest);
}

/** True if `corrections` say all that was changed in the words of a whole text, which had the digest `was`: for where clauses were parted or joined. */
export function isDeclaredInText({ was, now }: { was: string; now: string }, corrections: Corrections): boolean {
  return leadsBack(now, corrections, (words) => sha256(words) === was);
}

/**
 * The old words are not kept, but their digest is: where `now` of a correction stands, its `was` is put back, and the result must be
 * what was sealed. Each correction may concern one place, all of them, or none.
 */
function leadsBack(present: string, corrections: Corrections, isSealed: (words: string) => boolean): boolean {
  let work = 0;
  for (const before of undone(present, corrections)) {
    if (isSealed(collapse(before))) return true;
    work += before.length;
    if (work > MOST_WORK) return true;
  }
  return false;
}

/** Every text that `words` can have been before `corrections`, those that were made last being undone first. */
export function* undone(
  words: string,
  corrections: readonly Pick<Corrections[number], 'was' | 'now'>[],
): Generator<string> {
  const last = corrections.at(-1);
  if (last === undefined) {
    yield words;
    return;
  }
  const earlier = corrections.slice(0, -1);
  yield* undone(words, earlier);
  for (const before of undoneOnce(words, collapse(last.was), collapse(last.now))) yield* undone(before, earlier);
}

function* undoneOnce(words: string, was: string, now: string): Generator<string> {
  if (now === '') {
    yield* withPutBack(words, was);
    return;
  }
  const places: number[] = [];
  for (let at = words.indexOf(now); at !== -1; at = words.indexOf(now, at + 1)) places.push(at);
  for (const at of places) yield words.slice(0, at) + was + words.slice(at + now.length);
  if (places.length > 1) yield words.replaceAll(now, () => was);
}

/** Words that were struck out can have stood between any two, or been part of either. */
function* withPutBack(words: string, was: string): Generator<string> {
  for (let at = 0; at !== -1; at = nextEdge(words, at)) {
    const [start, end] = [words.slice(0, at), words.slice(at)];
    yield `${start} ${was} ${end}`;
    yield `${start}${was}${end}`;
    yield `${start} ${was}${end}`;
    yield `${start}${was} ${end}`;
  }
}

/** The next beginning or end of a word after `at`, or the end of the text; -1 after that. */
function nextEdge(words: string, at: number): number {
  if (at >= words.length) return -1;
  const edge = /(?<=\s)(?=\S)|(?<=\S)(?=\s)|(?<=[\p{L}\p{N}])(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])/gu;
  edge.lastIndex = at + 1;
  return edge.exec(words)?.index ?? words.length;
}
