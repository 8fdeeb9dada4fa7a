/** An HTML tree goes in; the words that its reader sees come out, however they are marked up. */
import type { Element, ElementContent, RootContent } from 'hast';
import { type Body, NOTES } from '../model/clause.ts';

/** Elements that may begin or end within a word; at the edges of all others a word ends. */
export const INSIDE_WORDS = new Set([
  ...['a', 'abbr', 'b', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'q', 's', 'samp', 'small'],
  ...['span', 'strong', 'sub', 'sup', 'u', 'var', 'wbr'],
]);

/** Set apart from the words around them in a way that changes what is read: 10⁶ is not 106, and struck words do not count. */
const MARKS: { readonly [tagName: string]: string } = { sub: '_', sup: '^', s: '~' };

/** Takes what a reader meets, in order. */
export interface Listener {
  text(words: string): void;
  enter?(element: Element): void;
  leave?(element: Element): void;
}

/**
 * The words of a text: its title, then the rest, labels of clauses, tables and notes among them; white space collapsed, NFC. Left
 * out is what rendering adds to notes (their heading, their numbers, the ways back), so that it may be worded otherwise one day.
 */
export function visibleText({ tree, heading }: Pick<Body, 'tree' | 'heading'>, title: string): string {
  const words: string[] = [];
  const listener = { text: (text: string) => words.push(text) };
  hear(heading ?? [{ type: 'text', value: title }], listener);
  words.push(' ');
  hear(tree.children, listener);
  return collapse(words.join(''));
}

/** Tells `listener` all that is visible in `nodes`. */
export function hear(nodes: readonly RootContent[], listener: Listener): void {
  for (const node of nodes) {
    if (node.type === 'text') listener.text(node.value);
    else if (node.type === 'element' && !isMade(node)) hearElement(node, listener);
  }
}

/** One blank for any run of white space, none at the ends; Unicode Normalization Form C (UAX #15). */
export function collapse(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

function hearElement(element: Element, listener: Listener): void {
  const { tagName, properties, children } = element;
  const edge = INSIDE_WORDS.has(tagName) ? '' : ' ';
  const mark = MARKS[tagName];
  listener.enter?.(element);
  listener.text(edge);
  if (tagName === 'li' && properties.value !== undefined) listener.text(`${String(properties.value)}. `);
  if (tagName === 'input') listener.text(properties.checked === true ? '[x]' : '[ ]');
  if (mark !== undefined && !isEmpty(children)) listener.text(`${mark}{`);
  hear(children, listener);
  if (mark !== undefined && !isEmpty(children)) listener.text('}');
  listener.text(edge);
  listener.leave?.(element);
}

/** The number that leads to a note, the arrow that leads back, and the heading above the notes. */
function isMade({ tagName, properties }: Element): boolean {
  if (properties.id === NOTES) return true;
  return tagName === 'a' && ('dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties);
}

function isEmpty(nodes: readonly ElementContent[]): boolean {
  return nodes.every((node) => {
    if (node.type === 'text') return node.value.trim() === '';
    return node.type !== 'element' || isMade(node) || isEmpty(node.children);
  });
}
