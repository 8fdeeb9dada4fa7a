/** The inline content of a block goes in; its words come out, read once however often the block is compared. */
import type { ElementContent } from 'hast';
import { lazy } from '../model/lazy.ts';
import { idsIn } from './elements.ts';
import { type Line, lineOf } from './line.ts';
import { textOf } from './pieces.ts';
import { levelSpelling } from './spelling.ts';

export interface InlineWords {
  /** The content: one object for what is the same. */
  readonly inline: readonly ElementContent[];
  /** In one spelling. */
  readonly text: string;
  /** All addresses in it. */
  readonly ids: readonly string[];
  readonly line: () => Line;
}

/** What was read of content that nobody changes, by its first node. */
export type KnownWords = WeakMap<ElementContent, InlineWords>;

/** Content whose nodes are the same objects is the same. */
export function inlineWords(inline: readonly ElementContent[], known?: KnownWords): InlineWords {
  const [first] = inline;
  const words = known === undefined || first === undefined ? undefined : known.get(first);
  if (words?.inline.length === inline.length && inline.every((node, at) => node === words.inline[at])) return words;
  const read = {
    inline,
    text: levelSpelling(textOf(inline)),
    ids: idsIn(inline),
    line: lazy(() => lineOf(inline)),
  };
  if (first !== undefined) known?.set(first, read);
  return read;
}
