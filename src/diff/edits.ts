/** The words of two texts go in; which stayed and which changed comes out. */
import { diffArrays } from 'diff';
import { matchExactly } from './match-exactly.ts';
import { sentencesOf } from './sentences.ts';
import type { Token } from './tokens.ts';

/** From one word of a text to another, as indexes of its tokens; `end` is behind the last. */
export interface Words {
  readonly start: number;
  readonly end: number;
}

/** Edits cover both texts without a gap; no two of a kind follow one another. */
export interface Edit {
  /** `same`: as many words on both sides, with equal keys. `changed`: taken out of one, put into the other; one may be empty. */
  readonly kind: 'same' | 'changed';
  readonly older: Words;
  readonly newer: Words;
}

export interface Comparison {
  readonly older: readonly Token[];
  readonly newer: readonly Token[];
}

/** Beyond so many edits between two sentences that stayed, all between them counts as changed. */
const MOST_EDITS = 1200;

/** Whole sentences that stayed hold the texts together; the words between them are compared. Near-linear: see `MOST_EDITS`. */
export function editsOf({ older, newer }: Comparison): Edit[] {
  const [before, after] = [sentencesOf(older), sentencesOf(newer)];
  const edits: Edit[] = [];
  let [from, start] = [0, 0];
  const anchors = matchExactly(
    before.map((words) => keyed(older, words)),
    after.map((words) => keyed(newer, words)),
  );
  for (const anchor of anchors) {
    const [one, other] = [before[anchor.older], after[anchor.newer]];
    if (one === undefined || other === undefined) continue;
    edits.push(...compareWords({ older, newer }, { start: from, end: one.start }, { start, end: other.start }));
    edits.push({ kind: 'same', older: one, newer: other });
    [from, start] = [one.end, other.end];
  }
  edits.push(...compareWords({ older, newer }, { start: from, end: older.length }, { start, end: newer.length }));
  return joinEdits(edits);
}

function keyed(tokens: readonly Token[], { start, end }: Words) {
  const sentence = tokens.slice(start, end);
  return { keys: [sentence.map(({ key }) => key).join(' ')], weight: sentence.length };
}

function compareWords(sides: Comparison, older: Words, newer: Words): Edit[] {
  const keysOf = (tokens: readonly Token[], { start, end }: Words) => tokens.slice(start, end).map(({ key }) => key);
  const parts = diffArrays(keysOf(sides.older, older), keysOf(sides.newer, newer), { maxEditLength: MOST_EDITS });
  if (parts === undefined) return [{ kind: 'changed', older, newer }];
  let [from, start] = [older.start, newer.start];
  return parts.map(({ added, removed, value }) => {
    const [end, to] = [start + (removed ? 0 : value.length), from + (added ? 0 : value.length)];
    const kind = added || removed ? 'changed' : 'same';
    const edit: Edit = { kind, older: { start: from, end: to }, newer: { start, end } };
    [from, start] = [to, end];
    return edit;
  });
}

/** Neighbours of a kind become one; empty ones go. */
export function joinEdits(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    if (lengthOf(edit.older) + lengthOf(edit.newer) === 0) continue;
    const last = joined.at(-1);
    if (last?.kind !== edit.kind) joined.push(edit);
    else joined[joined.length - 1] = join(last, edit);
  }
  return joined;
}

function join(first: Edit, last: Edit): Edit {
  return {
    kind: first.kind,
    older: { start: first.older.start, end: last.older.end },
    newer: { start: first.newer.start, end: last.newer.end },
  };
}

export function lengthOf({ start, end }: Words): number {
  return end - start;
}

/** How much the words say, see `Token`. */
export function weigh(tokens: readonly Token[], { start, end }: Words): number {
  let weight = 0;
  for (let at = start; at < end; at += 1) weight += tokens[at]?.weight ?? 0;
  return weight;
}
