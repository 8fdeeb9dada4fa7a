/** A text and patterns go in; what the patterns find in it, in order and without overlap, comes out. */
import type { SubstanceKind } from '../../model/substance.ts';
import type { Pattern } from './pattern.ts';

/** A place in a text, in UTF-16 units; `end` is behind it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Mention extends Stretch {
  readonly kind: SubstanceKind;
  readonly key: string;
  readonly text: string;
}

/** Where two patterns find the same words, the earlier one has them. */
export function findMentions(text: string, patterns: readonly Pattern[]): Mention[] {
  const level = levelText(text);
  const mentions: Mention[] = [];
  const isTaken = new Uint8Array(level.length);
  for (const { kind, pattern, sign, keyOf } of patterns) {
    if (sign?.test(level) === false) continue;
    for (const found of level.matchAll(pattern)) {
      const [words] = found;
      const [start, end] = [found.index, found.index + words.length];
      if (words === '' || isTaken[start] === 1 || isTaken[end - 1] === 1) continue;
      isTaken.fill(1, start, end);
      mentions.push({ kind, key: keyOf(found), text: text.slice(start, end).trim(), start, end });
    }
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** In characters: no phrase that is looked for is longer. */
const NEAR = 30;

/** As `findMentions`, for what is in or close to `stretches`, which are in order: the rest of a long text is not read. */
export function findMentionsNear(text: string, stretches: readonly Stretch[], patterns: readonly Pattern[]): Mention[] {
  const wide: Stretch[] = [];
  for (const stretch of stretches) {
    const start = Math.max(0, text.lastIndexOf(' ', Math.max(0, stretch.start - NEAR)));
    const next = text.indexOf(' ', stretch.end + NEAR);
    const end = next === -1 ? text.length : next;
    const last = wide.at(-1);
    if (last !== undefined && start <= last.end)
      wide[wide.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else wide.push({ start, end });
  }
  return wide.flatMap(({ start, end }) =>
    findMentions(text.slice(start, end), patterns).map((mention) => ({
      ...mention,
      start: mention.start + start,
      end: mention.end + start,
    })),
  );
}

/** One spelling of spaces and apostrophes, of the same length. */
function levelText(text: string): string {
  // A plain space needs no other in its place.
  return text.replace(/[^\S ]/g, ' ').replace(/[’‘ʼ]/g, "'");
}

export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}
