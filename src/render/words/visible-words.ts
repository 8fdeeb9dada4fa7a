/** A page's body goes in; the characters that a reader sees come out, but for those that rendering itself adds to notes. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { partsWords } from './tags.ts';
import { createWordWriter, type WordStream, type WordWriter } from './word-stream.ts';

/** The heading above the notes at the end of a text. */
const NOTES_HEADING = 'footnote-label';

export interface VisibleBody {
  readonly tree: Root;
  /** The text's own opening title, taken out of the tree: it is read first. */
  readonly heading?: readonly ElementContent[];
}

/** `capacity` is the expected number of UTF-16 units. */
export function visibleWords({ tree, heading = [] }: VisibleBody, capacity: number): WordStream {
  const words = createWordWriter(capacity);
  readNodes(heading, words);
  words.part();
  readNodes(tree.children, words);
  return words.finish();
}

function readNodes(nodes: readonly RootContent[], words: WordWriter): void {
  for (const node of nodes) {
    if (node.type === 'text') {
      const { value } = node;
      for (let at = 0; at < value.length; at += 1) words.put(value.charCodeAt(at), 0);
    } else if (node.type === 'element' && !isWay(node)) {
      const isApart = partsWords(node.tagName);
      if (isApart) words.part();
      readNodes(ownChildren(node), words);
      if (isApart) words.part();
    }
  }
}

/** The number that leads to a note and the arrow that leads back are made, not written. */
function isWay({ tagName, properties }: Element): boolean {
  return tagName === 'a' && ('dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties);
}

/** What an element holds, but for the heading that is put above the notes. */
function ownChildren({ tagName, properties, children }: Element): ElementContent[] {
  if (tagName !== 'section' || !('dataFootnotes' in properties)) return children;
  return children.filter((child) => child.type !== 'element' || child.properties.id !== NOTES_HEADING);
}
