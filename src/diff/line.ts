/** Inline content goes in; a line, whose text can be cut anywhere without losing its mark-up, comes out. */
import type { Element, ElementContent } from 'hast';
import { type Piece, piecesOf, textOf } from './pieces.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface Line {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** From one place of a line's text to another, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function lineOf(inline: readonly ElementContent[]): Line {
  const pieces = piecesOf(inline);
  const text = textOf(inline);
  return { pieces, text, tokens: tokensOf(text) };
}

/** The indexes of the pieces that `stretch` touches: the first, and the one behind the last. */
export function piecesWithin({ pieces, text }: Line, { start, end }: Stretch): [number, number] {
  const first = firstIndex(pieces, (piece) => piece.start + piece.text.length > start || piece.start >= start);
  // What has no text stands before the word that follows it, or at the very end.
  const behind = firstIndex(pieces, (piece) => piece.start >= end && !(end === text.length && piece.start === end));
  return [first, behind];
}

/**
 * The inline content of `stretch`. An element that is cut is repeated in each part; its address is kept only where it begins, and
 * only if `keepsIds`: two texts on one page must not share addresses.
 */
export function cut(line: Line, stretch: Stretch, { keepsIds }: { readonly keepsIds: boolean }): ElementContent[] {
  const content: ElementContent[] = [];
  let open: { readonly mark: Element; readonly element: Element }[] = [];
  const [first, behind] = piecesWithin(line, stretch);
  for (let index = first; index < behind; index += 1) {
    const piece = line.pieces[index];
    if (piece === undefined) continue;
    const depth = open.findIndex(({ mark }, at) => piece.marks[at] !== mark);
    if (depth !== -1) open = open.slice(0, depth);
    for (const mark of piece.marks.slice(open.length)) {
      const isBeginning = piece.start >= stretch.start && line.pieces[index - 1]?.marks[open.length] !== mark;
      const element = { ...withId(mark, keepsIds && isBeginning), children: [] };
      (open.at(-1)?.element.children ?? content).push(element);
      open.push({ mark, element });
    }
    (open.at(-1)?.element.children ?? content).push(shown(piece, stretch, keepsIds));
  }
  return content;
}

function shown(piece: Piece, { start, end }: Stretch, keepsIds: boolean): ElementContent {
  if (piece.node !== undefined) return keepsIds ? piece.node : withoutIds(piece.node);
  const value = piece.text.slice(Math.max(0, start - piece.start), Math.max(0, end - piece.start));
  return { type: 'text', value };
}

/** The same content, to be shown beside a text that has those addresses. */
export function withoutIds(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  return { ...withId(node, false), children: node.children.map(withoutIds) };
}

function withId(element: Element, keepsId: boolean): Element {
  if (keepsId || element.properties.id === undefined) return element;
  const { id: _, ...properties } = element.properties;
  return { ...element, properties };
}

/** By halving: `isReached` is false for some first items and true for all others. */
function firstIndex<Item>(items: readonly Item[], isReached: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isReached(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
