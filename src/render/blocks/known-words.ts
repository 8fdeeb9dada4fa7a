/** The pieces of a text and the elements of its page go in; whether both say the same comes out, each distinct one read once. */
import type { Element, Root, RootContent } from 'hast';
import { isSame } from '../words/differences.ts';
import { sourceWords } from '../words/source-words.ts';
import { type VisibleBody, visibleWords } from '../words/visible-words.ts';
import { countWords, joinStreams, type WordStream } from '../words/word-stream.ts';
import { cutBlocks } from './cut-blocks.ts';

/** What has been read so far. Pass the same one for texts that are likely to repeat each other. */
export interface WordStore {
  readonly pieces: Map<string, { readonly words: WordStream; readonly count: number }>;
  /** Only of what nobody can change. */
  readonly elements: WeakMap<Element, WordStream>;
}

export function createWordStore(): WordStore {
  return { pieces: new Map(), elements: new WeakMap() };
}

/**
 * How many words a source holds, if its page says the same; undefined says that the whole of both must be read. Words end where
 * pieces do, and nothing that a word stream leaves out goes from one word to the next.
 */
export function countKnownWords(markdown: string, body: VisibleBody, store: WordStore): number | undefined {
  const cut = cutBlocks(markdown);
  if (cut.length === 1) return undefined;
  const pieces = cut.map((piece) => pieceWords(piece, store));
  const page = [
    visibleWords({ ...body, tree: { type: 'root', children: [] } }, 64),
    // Line ends stand between elements.
    ...body.tree.children.filter((node) => !isBlank(node)).map((node) => elementWords(node, store)),
  ];
  if (!isSame(joinStreams(pieces.map(({ words }) => words)), joinStreams(page))) return undefined;
  return pieces.reduce((sum, { count }) => sum + count, 0);
}

function pieceWords(piece: string, { pieces }: WordStore) {
  const known = pieces.get(piece);
  if (known !== undefined) return known;
  const words = sourceWords(piece);
  const read = { words, count: countWords(words) };
  pieces.set(piece, read);
  return read;
}

function elementWords(node: RootContent, { elements }: WordStore): WordStream {
  const known = node.type === 'element' ? elements.get(node) : undefined;
  if (known !== undefined) return known;
  const tree: Root = { type: 'root', children: [node] };
  const words = visibleWords({ tree }, 64);
  if (node.type === 'element' && Object.isFrozen(node)) elements.set(node, words);
  return words;
}

function isBlank(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
