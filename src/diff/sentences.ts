/** The words of a text go in; its sentences come out. */
import type { Words } from './edits.ts';
import type { Token } from './tokens.ts';

const ENDS: ReadonlySet<string> = new Set(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।']);
const FULL_WIDTH: ReadonlySet<string> = new Set(['。', '！', '？']);
const CLOSES: ReadonlySet<string> = new Set(['"', "'", ')', ']', '」', '』', '）']);

/** They follow one another and cover all tokens; the last may have no end. An abbreviation may end one too soon, which harms nothing. */
export function sentencesOf(tokens: readonly Token[]): Words[] {
  const sentences: Words[] = [];
  let start = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!endsSentence(tokens, at)) continue;
    sentences.push({ start, end: at + 1 });
    start = at + 1;
  }
  if (start < tokens.length) sentences.push({ start, end: tokens.length });
  return sentences;
}

/** True if a sentence ends with token `at`: with its stop, or with the quote or bracket behind that. */
export function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const next = tokens[at + 1];
  const isClosed = CLOSES.has(token.key);
  const stop = isClosed ? tokens[at - 1] : token;
  if (stop === undefined || !ENDS.has(stop.key)) return false;
  if (next === undefined) return true;
  return token.end > token.wordEnd || (FULL_WIDTH.has(stop.key) && !CLOSES.has(next.key));
}
