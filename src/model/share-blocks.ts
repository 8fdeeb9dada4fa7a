/** Trees of texts that repeat each other go in; the same trees come out, in which blocks that are equal are one object. */
import type { Element, ElementContent, Root, RootContent } from 'hast';

/** They hold blocks, each of which is shared by itself, so that one that changed does not part the others. */
const CONTAINERS = new Set(['ul', 'ol', 'li', 'dl', 'div', 'section', 'blockquote', 'details', 'table', 'tbody']);

/**
 * Shares the blocks of one text after the other. What stands twice in one text stays two objects, because something may be said
 * of one of the two places: the second of one text is that of the next. Shared blocks are frozen.
 */
export interface BlockSharing {
  share<Tree extends Root | undefined>(tree: Tree): Tree;
}

export function createBlockSharing(): BlockSharing {
  const known = new Map<string, Element>();
  const numbers = new WeakMap<Element, number>();
  const settle = (key: string, element: Element, met: Map<string, number>): Element => {
    const time = (met.get(key) ?? 0) + 1;
    met.set(key, time);
    const place = `${time} ${key}`;
    const shared = known.get(place);
    if (shared !== undefined) return shared;
    known.set(place, frozen(element));
    numbers.set(element, known.size);
    return element;
  };
  const shareNode = <N extends RootContent>(node: N, met: Map<string, number>): N => {
    // What was shared before is what it was.
    if (node.type !== 'element' || numbers.has(node)) return node;
    if (!CONTAINERS.has(node.tagName)) return settle(JSON.stringify(node), node, met) as N;
    const children: ElementContent[] = node.children.map((child) => shareNode(child, met));
    const parts = children.map((child) => (child.type === 'element' ? numbers.get(child) : JSON.stringify(child)));
    const key = JSON.stringify([node.tagName, node.properties, parts]);
    return settle(key, { ...node, children }, met) as N;
  };
  return {
    share(tree) {
      if (tree === undefined) return tree;
      const met = new Map<string, number>();
      return { ...tree, children: tree.children.map((child) => shareNode(child, met)) };
    },
  };
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
