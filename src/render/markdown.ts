/** Markdown goes in; its syntax tree comes out, with the number every list item was given by its author. */
import type { Root } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { linkBareAddresses } from './bare-addresses.ts';
import { compileEvents } from './compile-events.ts';
import { MARKDOWN_SYNTAX } from './markdown-syntax.ts';
import { unlinkWithinTags } from './nested-links.ts';
import { parseEvents } from './parse-events.ts';

declare module 'mdast' {
  interface ListItemData {
    /** The number and delimiter as typed: `9.`, `1)`. Only on items of ordered lists. */
    marker?: string;
  }
}

/** A syntax tree forgets all numbers of a list but the first. */
const MARKERS: Extension = {
  exit: {
    listItemPrefix(token) {
      const item = this.stack.at(-1);
      const marker = /^\d+[.)]/.exec(this.sliceSerialize(token))?.[0];
      if (item?.type === 'listItem' && marker !== undefined) item.data = { ...item.data, marker };
    },
  },
};

const GFM = gfmFromMarkdown();
const TREE = [...GFM.map(({ transforms: _, ...extension }) => extension), MARKERS];
const TRANSFORMS = GFM.flatMap(({ transforms }) => transforms ?? []).filter((transform) => transform !== null);

/**
 * Looking for addresses in words that are no link yet takes a walk through the tree, and most texts cannot hold any. This is
 * what an address needs, or what may stand for it: a character reference or an escape.
 */
const MAY_HOLD_ADDRESS = /[@&\\]|www|:\/\//i;

/**
 * Parses CommonMark 0.31 with GitHub's extensions. Positions count from the start of `markdown`. Its time grows no faster than
 * the text, but for the texts that `findBomb` finds.
 */
export function parseMarkdown(markdown: string): Root {
  const tree = compileEvents(parseEvents(markdown, MARKDOWN_SYNTAX), TREE);
  if (MAY_HOLD_ADDRESS.test(markdown)) linkBareAddresses(tree, markdown, TRANSFORMS);
  unlinkWithinTags(tree, markdown);
  return tree;
}
