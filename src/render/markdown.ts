/** Markdown goes in; its syntax tree comes out, with the number every list item was given by its author. */
import type { ListItem, Nodes, Root } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { compileEvents } from './compile-events.ts';
import { parseEvents } from './parse-events.ts';

declare module 'mdast' {
  interface ListItemData {
    /** The number and delimiter as typed: `9.`, `1)`. Only on items of ordered lists. */
    marker?: string;
  }
}

// A single tilde is a range or "about" in a legal text ("5~7"), not a deletion.
const SYNTAX = [gfm({ singleTilde: false })];
const TREE = gfmFromMarkdown();

/** Parses CommonMark 0.31 with GitHub's extensions. Positions count from the start of `markdown`. */
export function parseMarkdown(markdown: string): Root {
  const tree = compileEvents(parseEvents(markdown, SYNTAX), TREE);
  visit(tree, 'list', (list) => {
    if (list.ordered !== true) return;
    for (const item of list.children) keepMarker(item, markdown);
  });
  return tree;
}

/** The syntax tree forgets all numbers but the first, so they are read again from the text. */
function keepMarker(item: ListItem, markdown: string): void {
  const start = startOffset(item);
  const marker = /^\d{1,9}[.)]/.exec(markdown.slice(start, start + 10))?.[0];
  if (marker !== undefined) item.data = { ...item.data, marker };
}

function startOffset(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}
