/** Edits go in; sentences of which more than half changed, in several places, come out as replaced whole. */
import { type Comparison, type Edit, joinEdits, lengthOf, weigh } from './edits.ts';
import { endsSentence } from './sentences.ts';

/** Fewer changes than this are easily read, however long they are. */
const MANY = 3;
const HALF = 0.5;
/** With less than this taken out, or put in, a sentence was lengthened, or shortened, and its words are worth keeping. */
const SUBSTANTIAL = 0.25;

export function replaceSentences(edits: readonly Edit[], sides: Comparison): Edit[] {
  return joinEdits(
    sentencesOfBoth(edits, sides).flatMap((chunk) => (isMostlyNew(chunk, sides) ? [whole(chunk)] : chunk)),
  );
}

/** Parts the edits where a sentence ends in both texts. */
function sentencesOfBoth(edits: readonly Edit[], { older, newer }: Comparison): Edit[][] {
  const chunks: Edit[][] = [];
  let chunk: Edit[] = [];
  const close = (): void => {
    if (chunk.length > 0) chunks.push(chunk);
    chunk = [];
  };
  for (const edit of edits) {
    if (edit.kind === 'changed') {
      chunk.push(edit);
      const isEnd = [older, newer].every((tokens, side) => {
        const words = side === 0 ? edit.older : edit.newer;
        return lengthOf(words) > 0 && endsSentence(tokens, words.end - 1);
      });
      if (isEnd) close();
      continue;
    }
    let from = 0;
    for (let at = 0; at < lengthOf(edit.older); at += 1) {
      if (!endsSentence(older, edit.older.start + at) || !endsSentence(newer, edit.newer.start + at)) continue;
      chunk.push(part(edit, from, at + 1));
      close();
      from = at + 1;
    }
    if (from < lengthOf(edit.older)) chunk.push(part(edit, from, lengthOf(edit.older)));
  }
  close();
  return chunks;
}

function part({ older, newer }: Edit, from: number, to: number): Edit {
  return {
    kind: 'same',
    older: { start: older.start + from, end: older.start + to },
    newer: { start: newer.start + from, end: newer.start + to },
  };
}

function isMostlyNew(chunk: readonly Edit[], sides: Comparison): boolean {
  const changed = chunk.filter(({ kind }) => kind === 'changed');
  if (changed.length < MANY) return false;
  const all = whole(chunk);
  const [before, after] = [weigh(sides.older, all.older), weigh(sides.newer, all.newer)];
  const deleted = changed.reduce((sum, edit) => sum + weigh(sides.older, edit.older), 0);
  const inserted = changed.reduce((sum, edit) => sum + weigh(sides.newer, edit.newer), 0);
  const kept = before - deleted;
  if (deleted < SUBSTANTIAL * before || inserted < SUBSTANTIAL * after) return false;
  return kept < HALF * Math.max(before, after);
}

function whole(chunk: readonly Edit[]): Edit {
  const [first, last] = [chunk[0], chunk.at(-1)];
  return {
    kind: 'changed',
    older: { start: first?.older.start ?? 0, end: last?.older.end ?? 0 },
    newer: { start: first?.newer.start ?? 0, end: last?.newer.end ?? 0 },
  };
}
