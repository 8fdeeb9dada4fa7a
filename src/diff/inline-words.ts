/** The inline content of a block goes in; its words come out. */
import type { ElementContent } from 'hast';
import { lazy } from '../model/lazy.ts';
import { idsIn } from './elements.ts';
import { type Line, lineOf } from './line.ts';
import { textOf } from './pieces.ts';
import { levelSpelling } from './spelling.ts';

export interface InlineWords {
  /** In one spelling. */
  readonly text: string;
  /** All addresses in it. */
  readonly ids: readonly string[];
  readonly line: () => Line;
}

export function inlineWords(inline: readonly ElementContent[]): InlineWords {
  return { text: levelSpelling(textOf(inline)), ids: idsIn(inline), line: lazy(() => lineOf(inline)) };
}
