/** A tree and what is known of its blocks go in; the tree of those in which a rule may find something comes out. */
import type { Nodes, Root, RootContent } from 'mdast';
import type { BlockStore } from './block-store.ts';
import { cutBlocks } from './cut-blocks.ts';

export interface Doubt {
  readonly tree: Root;
  /** What `tree` was parsed from, with `store`. */
  readonly markdown: string;
  readonly store: BlockStore;
  /** True if no rule finds anything in a tree. */
  readonly isFaultless: (tree: Root) => boolean;
}

/**
 * Asks `isFaultless` once for each distinct piece of the texts of a store. Where no HTML stands, which may be open from one
 * block to another, rules see no farther than a piece: what can be cut apart holds no definitions either.
 */
export function doubtfulBlocks({ tree, markdown, store, isFaultless }: Doubt): Root {
  const pieces = cutBlocks(markdown);
  if (pieces.length === 1) return tree;
  const doubtful: RootContent[] = [];
  let [end, next] = [0, 0];
  for (const piece of pieces) {
    const first = next;
    end += piece.length;
    while (next < tree.children.length && (tree.children[next]?.position?.start.offset ?? 0) < end) next += 1;
    const known = store.get(piece);
    if (known?.isFaultless === true) continue;
    const children = tree.children.slice(first, next);
    if (children.some(holdsHtml)) return tree;
    if (known !== undefined && isFaultless({ type: 'root', children })) known.isFaultless = true;
    else doubtful.push(...children);
  }
  return { ...tree, children: doubtful };
}

function holdsHtml(node: Nodes): boolean {
  return node.type === 'html' || ('children' in node && node.children.some(holdsHtml));
}
