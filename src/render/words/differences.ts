/** The words of a source and of its page go in; every place where they part comes out, in the order of the source. */
import { textOf, type WordStream } from './word-stream.ts';

/** A place where the two sides differ. One of `lost` and `added` may be empty, not both. */
export interface Difference {
  /** Words of the source that the page lacks here, parted by blanks. */
  readonly lost: string;
  /** Words that the page has here and the source lacks, parted by blanks. */
  readonly added: string;
  /** Offsets in the Markdown: of the lost words or, if there are none, of the word after which words were added. */
  readonly start: number;
  readonly end: number;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** So many words in a row must agree before both sides count as together again. */
const ANCHOR = 3;

/** True if both sides hold the same characters in the same order, and no two words of the source run together on the page. */
export function isSame(source: WordStream, page: WordStream): boolean {
  return source.codes.length === page.codes.length && agreeing(source, page) === source.codes.length;
}

export function findDifferences(source: WordStream, page: WordStream): Difference[] {
  const prefix = startOfDifference(source, page);
  const suffix = lengthAfterDifference(source, page, prefix);
  const left = wordsOf(source, prefix, source.codes.length - suffix);
  const right = wordsOf(page, prefix, page.codes.length - suffix);
  const before = wordsOf(source, wordStart(source, prefix - 1), prefix)[0];
  return align(left, right).map(({ from, to, pageFrom, pageTo }) => {
    const lost = left.slice(from, to);
    const place = lost.length > 0 ? lost : [left[from - 1] ?? before ?? left[from]];
    return {
      lost: join(lost),
      added: join(right.slice(pageFrom, pageTo)),
      start: place[0]?.start ?? 0,
      end: place.at(-1)?.end ?? 0,
    };
  });
}

/** How many characters agree from the start. */
function agreeing(source: WordStream, page: WordStream): number {
  const end = Math.min(source.codes.length, page.codes.length);
  let at = 0;
  while (at < end && isAlike(source, at, page, at)) at += 1;
  return at;
}

/** The page may part what the source writes as one (a label set apart), but not the other way round. */
function isAlike(source: WordStream, at: number, page: WordStream, pageAt: number): boolean {
  return source.codes[at] === page.codes[pageAt] && (source.begins[at] ?? 0) <= (page.begins[pageAt] ?? 0);
}

/** The last place up to which all agrees and where both sides begin a word. */
function startOfDifference(source: WordStream, page: WordStream): number {
  let at = agreeing(source, page);
  while (at > 0 && !(isWordStart(source, at) && isWordStart(page, at))) at -= 1;
  return at;
}

/** How many characters agree from the end, back to the first place where both sides begin a word. */
function lengthAfterDifference(source: WordStream, page: WordStream, prefix: number): number {
  const [left, right] = [source.codes.length, page.codes.length];
  const most = Math.min(left, right) - prefix;
  let suffix = 0;
  while (suffix < most && isAlike(source, left - suffix - 1, page, right - suffix - 1)) suffix += 1;
  while (suffix > 0 && !(isWordStart(source, left - suffix) && isWordStart(page, right - suffix))) suffix -= 1;
  return suffix;
}

function isWordStart({ begins }: WordStream, at: number): boolean {
  return at >= begins.length || begins[at] === 1;
}

function wordStart(stream: WordStream, from: number): number {
  let at = Math.max(0, from);
  while (at > 0 && !isWordStart(stream, at)) at -= 1;
  return at;
}

function wordsOf({ codes, origins, begins }: WordStream, from: number, to: number): Word[] {
  const words: Word[] = [];
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (end < to && begins[end] === 0) end += 1;
    const text = textOf(codes.subarray(start, end));
    words.push({ text, start: origins[start] ?? 0, end: (origins[end - 1] ?? 0) + 1 });
    start = end;
  }
  return words;
}

function join(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}

interface Gap {
  readonly from: number;
  readonly to: number;
  readonly pageFrom: number;
  readonly pageTo: number;
}

/** Walks both sides; where they part, goes on where they are together again after the fewest words. */
function align(left: readonly Word[], right: readonly Word[]): Gap[] {
  const places = placesOf(right);
  const gaps: Gap[] = [];
  let [from, pageFrom] = [0, 0];
  while (from < left.length || pageFrom < right.length) {
    if (left[from]?.text === right[pageFrom]?.text) {
      from += 1;
      pageFrom += 1;
      continue;
    }
    const [lost, added] = nextAgreement({ left, right, places, from, pageFrom });
    gaps.push({ from, to: from + lost, pageFrom, pageTo: pageFrom + added });
    from += lost;
    pageFrom += added;
  }
  return gaps;
}

interface Search {
  readonly left: readonly Word[];
  readonly right: readonly Word[];
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly from: number;
  readonly pageFrom: number;
}

/** How many words to pass over on either side. */
function nextAgreement({ left, right, places, from, pageFrom }: Search): [number, number] {
  let best: [number, number] = [left.length - from, right.length - pageFrom];
  for (let lost = 0; from + lost < left.length && lost < best[0] + best[1]; lost += 1) {
    const place = firstFrom(places.get(anchorAt(left, from + lost)) ?? [], pageFrom);
    if (place !== undefined && lost + place - pageFrom < best[0] + best[1]) best = [lost, place - pageFrom];
  }
  return best;
}

/** Where each run of words stands, in rising order. */
function placesOf(words: readonly Word[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const index of words.keys()) {
    const anchor = anchorAt(words, index);
    const known = places.get(anchor);
    if (known === undefined) places.set(anchor, [index]);
    else known.push(index);
  }
  return places;
}

function anchorAt(words: readonly Word[], at: number): string {
  return join(words.slice(at, at + ANCHOR));
}

function firstFrom(places: readonly number[], least: number): number | undefined {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return places[low];
}
