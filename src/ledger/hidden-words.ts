/** The tree of a text goes in; whether its reader may see other words than are in it comes out. */
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Elements whose content is not shown as words, or only where something else is not. */
const UNSEEN = new Set([
  ...[
    'style',
    'script',
    'template',
    'noscript',
    'iframe',
    'object',
    'embed',
    'svg',
    'math',
    'canvas',
    'video',
    'audio',
  ],
  ...['textarea', 'select', 'datalist', 'dialog', 'map', 'head', 'title', 'noframes', 'noembed', 'img', 'picture'],
]);

/** True if any part of it is taken from sight. */
export function hidesWords(tree: Root): boolean {
  return hiddenIn(tree) > 0 || oddNotes(tree).length > 0;
}

/** How many parts of it are taken from sight. */
export function hiddenIn(tree: Root): number {
  let count = 0;
  visit(tree, 'element', (element) => {
    if (isUnseen(element)) count += 1;
  });
  return count;
}

/** True for an element that a browser does not show, or whose look it takes from a style of its own. */
export function isUnseen({ tagName, properties: { hidden, style, inert } }: Element): boolean {
  return hidden !== undefined || style !== undefined || inert !== undefined || UNSEEN.has(tagName);
}

/** Links to and from notes hold a number or an arrow; as they are no words of the text, nothing else may stand in them. */
export function oddNotes(tree: Root): string[] {
  const odd: string[] = [];
  visit(tree, 'element', (element) => {
    if (!('dataFootnoteRef' in element.properties) && !('dataFootnoteBackref' in element.properties)) return undefined;
    const words = textIn(element);
    if (!/^[\p{N}\p{P}\p{S}\p{M}\s]*$/u.test(words)) odd.push(words);
    return SKIP;
  });
  return odd;
}

/** Where the links of a text lead that leave the site: in order. */
export function outwardIn(tree: Root): string[] {
  const targets: string[] = [];
  visit(tree, 'element', ({ tagName, properties: { href } }) => {
    if (tagName === 'a' && typeof href === 'string' && /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) targets.push(href);
  });
  return targets;
}

function textIn(element: Element): string {
  let words = '';
  visit(element, 'text', ({ value }) => {
    words += value;
  });
  return words.trim();
}
