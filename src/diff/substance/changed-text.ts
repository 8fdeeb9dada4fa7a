/** The runs of a block go in; both texts of it, and the stretches in which they differ, come out. */
import type { Run } from '../../model/redline.ts';
import { textOf } from '../pieces.ts';
import { bagOf, similarityOf } from '../similarity.ts';
import { tokensOf } from '../tokens.ts';
import type { Stretch } from './find-mentions.ts';

/** One or both may be empty stretches. */
export interface Change {
  readonly older: Stretch;
  readonly newer: Stretch;
}

export interface ChangedText {
  readonly older: string;
  readonly newer: string;
  /** Changes with hardly a word between them are one. */
  readonly changes: readonly Change[];
  /** True for a heading: capitals in it are no sign of a name. */
  readonly isTitle: boolean;
}

export function changedText(runs: readonly Run[], isTitle: boolean): ChangedText {
  let [older, newer] = ['', ''];
  const changes: Change[] = [];
  for (const run of runs) {
    const [from, start] = [older.length, newer.length];
    const text = textOf(run.nodes);
    if (run.kind === 'same' || run.kind === 'restyled') {
      older += run.older === undefined ? text : textOf(run.older);
      newer += text;
      continue;
    }
    if (run.kind === 'deleted') older += text;
    else newer += text;
    const change = { older: { start: from, end: older.length }, newer: { start, end: newer.length } };
    const last = changes.at(-1);
    if (last !== undefined && isNear(newer.slice(last.newer.end, start))) {
      changes[changes.length - 1] = join(last, change);
    } else changes.push(change);
  }
  return { older, newer, changes, isTitle };
}

/** A sentence's end parts changes, however near. */
function isNear(between: string): boolean {
  return !/[.!?;:]\s/.test(between) && (between.match(/\S+/g) ?? []).length <= 2;
}

function join(one: Change, other: Change): Change {
  return {
    older: { start: one.older.start, end: other.older.end },
    newer: { start: one.newer.start, end: other.newer.end },
  };
}

/** In words: so many put in or taken out at once are a passage, whole sentence or not. */
const LONG = 8;
const LEAST_SENTENCE = 3;
const LEAST_REWRITTEN = 7;
/** From 0 to 1: below it, a sentence that took another's place says something else. */
const UNLIKE = 0.4;

/** The part of `change` on each side that came or went as a whole, not as another wording of what is on the other side. */
export function passagesOf({ older, newer }: ChangedText, change: Change): { older?: Stretch; newer?: Stretch } {
  const [gone, came] = [
    older.slice(change.older.start, change.older.end),
    newer.slice(change.newer.start, change.newer.end),
  ];
  const [taken, put] = [wordCount(gone), wordCount(came)];
  if (put === 0) return isPassage(older, change.older, taken) ? { older: change.older } : {};
  if (taken === 0) return isPassage(newer, change.newer, put) ? { newer: change.newer } : {};
  const isRewritten =
    Math.min(taken, put) >= (opensSentence(older, change.older.start) ? LEAST_REWRITTEN : LONG) &&
    similarityOf(bagOf(tokensOf(gone)), bagOf(tokensOf(came))) < UNLIKE;
  return isRewritten ? { older: change.older, newer: change.newer } : {};
}

function isPassage(text: string, { start, end }: Stretch, words: number): boolean {
  if (words >= LONG) return true;
  const isSentence = opensSentence(text, start) && /[.!?…]["'”’»)\]]*\s*$/.test(text.slice(start, end));
  return isSentence && words >= LEAST_SENTENCE;
}

function opensSentence(text: string, start: number): boolean {
  return /(?:^|[.!?…:;]["'”’»)\]]*\s*)$/.test(text.slice(0, start));
}

/** An address is one word; in a script without spaces two characters are about one. */
export function wordCount(text: string): number {
  const unspaced = (text.match(/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/gu) ?? []).length;
  return (text.match(/[\p{L}\p{N}]\S*/gu) ?? []).length + Math.floor(unspaced / 2);
}
