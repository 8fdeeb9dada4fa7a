/** Inline content goes in; its text, in pieces that know their mark-up, comes out. */
import type { Element, ElementContent } from 'hast';
import { hasClass } from './elements.ts';

/** A stretch of text under one and the same mark-up. */
export interface Piece {
  readonly text: string;
  /** Where it begins in the text, in UTF-16 units. */
  readonly start: number;
  /** The elements around it, the outermost first. */
  readonly marks: readonly Element[];
  /** An element that stands for itself: a line break, a note's number, a box to tick, an empty place with an address. */
  readonly node?: Element;
}

/** Stands in the text for what is shown there but is no text of the author's: a note's number, the way back from a note. */
export const STAND_IN = '\uFFFC';

export function piecesOf(inline: readonly ElementContent[]): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  const add = (piece: Omit<Piece, 'start'>): void => {
    pieces.push({ start, ...piece });
    start += piece.text.length;
  };
  const read = (nodes: readonly ElementContent[], marks: readonly Element[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') {
        if (node.value !== '') add({ text: node.value, marks });
      } else if (node.type === 'element') {
        const text = standInOf(node);
        if (text === undefined) read(node.children, [...marks, node]);
        else add({ text, marks, node });
      }
    }
  };
  read(inline, []);
  return pieces;
}

function standInOf(element: Element): string | undefined {
  const { tagName, properties, children } = element;
  if (tagName === 'br') return '\n';
  if (tagName === 'input') return properties.checked === true ? '☑' : '☐';
  if (isNoteReference(element) || 'dataFootnoteBackref' in properties) return STAND_IN;
  return children.length === 0 ? '' : undefined;
}

/** The address of the note that `element` refers to, without `#`. */
export function noteOf(element: Element): string | undefined {
  const [link] = element.children;
  if (!isNoteReference(element) || link?.type !== 'element') return undefined;
  return String(link.properties.href).slice(1);
}

function isNoteReference({ tagName, children: [link] }: Element): boolean {
  return tagName === 'sup' && link?.type === 'element' && 'dataFootnoteRef' in link.properties;
}

/** The text of `inline`, as its pieces make it up. */
export function textOf(inline: readonly ElementContent[]): string {
  let text = '';
  for (const node of inline) {
    if (node.type === 'text') text += node.value;
    else if (node.type === 'element') text += standInOf(node) ?? textOf(node.children);
  }
  return text;
}

/** True for the number of a clause, which is no part of its text. */
export function isLabel(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && (node.tagName === 'a' || node.tagName === 'span') && hasClass(node, 'label');
}
