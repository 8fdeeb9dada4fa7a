/** A block's text goes in; the names in it that its other text, or the whole other edition, does not have come out. */
import type { ChangedText } from './changed-text.ts';
import { type Mention, overlaps } from './find-mentions.ts';
import type { Lexicon } from './lexicon.ts';

/** Words with capitals that do not open a sentence. */
const NAME =
  /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}[\p{L}’'&]*(?![\p{L}\p{N}-])(?:\s+\p{Lu}\p{Ll}[\p{L}’'&]*(?![\p{L}\p{N}-]))*/gu;
const OPENS_SENTENCE = /(?:^|[.!?…:;•|"“«([/\n])\s*$/;
/** In a postal address the street follows it. */
const HOUSE_NUMBER = /\d\p{L}?,?\s+(?:[NSEW]\.?\s+)?$/u;
const LEAST_LETTERS = 3;

export interface Known {
  /** What else was found there. */
  readonly mentions: readonly Mention[];
  readonly isKnown: (name: string, text: 'older' | 'newer') => boolean;
  readonly lexicon: Lexicon;
}

export function newNames(text: ChangedText, side: 'older' | 'newer', { mentions, isKnown, lexicon }: Known): Mention[] {
  const [own, other] = [text[side], side === 'older' ? 'newer' : 'older'] as const;
  const changed = text.changes.map((change) => change[side]);
  return [...own.matchAll(NAME)].flatMap((found): Mention[] => {
    const [words] = found;
    const name = words.replace(lexicon.notInNames ?? '', '');
    const [start, end] = [found.index + words.length - name.length, found.index + words.length];
    const isChanged = changed.some((stretch) => overlaps(stretch, { start, end }));
    const isFound = mentions.some((mention) => overlaps(mention, { start, end }));
    if (!isChanged || isFound || name.length < LEAST_LETTERS || OPENS_SENTENCE.test(own.slice(0, start))) return [];
    if (HOUSE_NUMBER.test(own.slice(0, start))) return [];
    if (lexicon.notNames?.test(name) === true || isKnown(name, other)) return [];
    return [{ kind: 'party', key: name.toLowerCase().replace(/\s+/g, ' '), text: name, start, end }];
  });
}
