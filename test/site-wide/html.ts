/** HTML of a page goes in; what tests ask about it comes out: elements, attributes, text as it reads. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** Elements that stand within a line: their text joins what is before and after. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var'.split(' '),
);
const UNSEEN = new Set(['script', 'style', 'template']);

/** The `html` element of a page (WHATWG HTML, section 13.2). */
export function parsePage(html: string): Element {
  const root = parse(html).childNodes.find(isElement);
  if (root === undefined) throw new Error('No element');
  return root;
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

/** The elements below `root` that pass, in document order. */
export function elementsOf(root: Element, isWanted: (element: Element) => boolean): Element[] {
  return root.childNodes
    .filter(isElement)
    .flatMap((child) => [...(isWanted(child) ? [child] : []), ...elementsOf(child, isWanted)]);
}

/** The first element below `root` of that name. Throws if there is none. */
export function first(root: Element, name: string): Element {
  const [found] = elementsOf(root, ({ tagName }) => tagName === name);
  if (found === undefined) throw new Error(`No ${name}`);
  return found;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(' ').includes(name);
}

/** The text below `node` without what `isLeftOut` names; single spaces, also where a line may not break. */
export function textOf(node: Element, isLeftOut: (element: Element) => boolean = () => false): string {
  return gather(node, isLeftOut).replace(/\s+/g, ' ').trim();
}

function gather(node: Node, isLeftOut: (element: Element) => boolean): string {
  if (isText(node)) return node.value;
  if (!isElement(node) || UNSEEN.has(node.tagName) || isLeftOut(node)) return ' ';
  const text = node.childNodes.map((child) => gather(child, isLeftOut)).join('');
  return INLINE.has(node.tagName) ? text : ` ${text} `;
}

/** Runs of letters and digits, in order. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
