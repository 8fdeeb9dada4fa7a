/** Trees of texts that repeat each other go in; the same trees come out, in which blocks that are equal are one object. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { frozen } from './frozen.ts';

/** They hold blocks, each of which is shared by itself, so that one that changed does not part the others. */
const CONTAINERS = new Set(['ul', 'ol', 'li', 'dl', 'div', 'section', 'blockquote', 'details', 'table', 'tbody']);

/**
 * Shares the blocks of one text after the other. What stands twice in one text stays two objects, because something may be said
 * of one of the two places: the second of one text is that of the next. Shared blocks are frozen.
 */
export interface BlockSharing {
  share<Tree extends Root | undefined>(tree: Tree): Tree;
}

/** The places at which texts say the same. */
interface Alike {
  readonly elements: Element[];
  /** In which text, and how often in it, it was met last. */
  text: number;
  met: number;
}

export function createBlockSharing(): BlockSharing {
  const known = new Map<string, Alike>();
  const numbers = new WeakMap<Element, number>();
  const keys = new WeakMap<Element, string>();
  let [texts, count] = [0, 0];
  const settle = (key: string, element: Element): Element => {
    const alike = known.get(key) ?? { elements: [], text: texts, met: 0 };
    if (alike.elements.length === 0) known.set(key, alike);
    if (alike.text !== texts) Object.assign(alike, { text: texts, met: 0 });
    const shared = alike.elements[alike.met];
    alike.met += 1;
    if (shared !== undefined) return shared;
    alike.elements.push(frozen(element));
    count += 1;
    numbers.set(element, count);
    return element;
  };
  /** Writing out what a block says takes longer than all else, and texts may bring the same object. */
  const keyOf = (element: Element): string => {
    const known = keys.get(element);
    if (known !== undefined) return known;
    const key = JSON.stringify(element);
    keys.set(element, key);
    return key;
  };
  const shareNode = <N extends RootContent>(node: N): N => {
    if (node.type !== 'element') return node;
    if (!CONTAINERS.has(node.tagName)) return settle(keyOf(node), node) as N;
    const children: ElementContent[] = node.children.map(shareNode);
    const parts = children.map((child) => (child.type === 'element' ? numbers.get(child) : JSON.stringify(child)));
    const key = JSON.stringify([node.tagName, node.properties, parts]);
    return settle(key, { ...node, children }) as N;
  };
  return {
    share(tree) {
      if (tree === undefined) return tree;
      texts += 1;
      return { ...tree, children: tree.children.map(shareNode) };
    },
  };
}
