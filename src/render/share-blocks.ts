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
  const keyOf = createKeys(numbers);
  const shared = new WeakSet<Root>();
  let [texts, count] = [0, 0];
  const settle = (key: string, element: Element, children: readonly ElementContent[]): Element => {
    const alike = known.get(key) ?? { elements: [], text: texts, met: 0 };
    if (alike.elements.length === 0) known.set(key, alike);
    if (alike.text !== texts) Object.assign(alike, { text: texts, met: 0 });
    const before = alike.elements[alike.met];
    alike.met += 1;
    if (before !== undefined) return before;
    const settled = frozen(children === element.children ? element : { ...element, children: [...children] });
    alike.elements.push(settled);
    count += 1;
    numbers.set(settled, count);
    return settled;
  };
  const shareNode = <N extends RootContent>(node: N): N => {
    if (node.type !== 'element') return node;
    const children = CONTAINERS.has(node.tagName) ? node.children.map(shareNode) : node.children;
    return settle(keyOf(node, children), node, children) as N;
  };
  return {
    share(tree) {
      // What was shared before is what it was.
      if (tree === undefined || shared.has(tree)) return tree;
      texts += 1;
      const made = { ...tree, children: tree.children.map(shareNode) };
      shared.add(made);
      return made;
    },
  };
}

/** What elements say, written out: that takes longer than all else, and texts may bring the same element again. */
function createKeys(numbers: WeakMap<Element, number>) {
  const written = new WeakMap<Element, { readonly key: string; readonly children: readonly ElementContent[] }>();
  return (element: Element, children: readonly ElementContent[]): string => {
    const before = written.get(element);
    if (before?.children.every((child, index) => child === children[index])) return before.key;
    const parts = children.map((child) => (child.type === 'element' ? (numbers.get(child) ?? child) : child));
    const key = JSON.stringify([element.tagName, element.properties, parts]);
    written.set(element, { key, children });
    return key;
  };
}
