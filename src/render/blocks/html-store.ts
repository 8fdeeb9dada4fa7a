/** A marked Markdown tree and what was made of its blocks before go in; its finished HTML comes out, each distinct block made once. */
import type { Element, Root, RootContent } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import { frozen } from '../frozen.ts';
import type { SettledLink } from '../links.ts';
import { type BlockKey, keyOf } from './block-key.ts';

/** A tree whose links and tables are settled, with what a body says of it. */
export interface FinishedTree {
  readonly children: readonly RootContent[];
  readonly links: readonly SettledLink[];
  readonly anchors: readonly string[];
}

/** What has been made so far, by `keyOf`. Pass the same one for texts that are likely to repeat each other. */
export type HtmlStore = Map<string, Made>;

interface Made {
  /** Frozen: trees share it. */
  readonly element: Element;
  /** Of its links, in order. */
  readonly targets: readonly string[];
  readonly anchors: readonly string[];
}

export interface HtmlMeans {
  readonly store: HtmlStore;
  /** All that the making depends on but the block. */
  readonly setting: readonly string[];
  /** Makes an element of each block. */
  readonly make: (blocks: MdastRoot) => Root;
  /** Finishes an element before which so many tables stand in its text. */
  readonly finish: (element: Element, tablesBefore: number) => FinishedTree;
}

interface Block extends BlockKey {
  readonly node: MdastRoot['children'][number];
  readonly tablesBefore: number;
}

/** Gives what the whole way gives, or undefined if a block depends on others. */
export function finishWithStore(tree: MdastRoot, means: HtmlMeans): FinishedTree | undefined {
  const blocks = blocksOf(tree, means.setting);
  if (blocks === undefined || !makeMissing(blocks, means)) return undefined;
  const children: RootContent[] = [];
  const links: SettledLink[] = [];
  const anchors: string[] = [];
  for (const { key, positions } of blocks) {
    const made = means.store.get(key);
    if (made === undefined) return undefined;
    if (children.length > 0) children.push({ type: 'text', value: '\n' });
    children.push(made.element);
    for (const [index, target] of made.targets.entries()) links.push({ target, position: positions[index] });
    anchors.push(...made.anchors);
  }
  return { children, links, anchors };
}

/** What stands twice in a text is made twice: something may be said of one of the two places. */
function blocksOf(tree: MdastRoot, setting: readonly string[]): Block[] | undefined {
  const blocks: Block[] = [];
  const times = new Map<string, number>();
  const prefix = JSON.stringify(setting);
  let tablesBefore = 0;
  for (const node of tree.children) {
    const found = keyOf(node);
    if (found === undefined) return undefined;
    const key = `${prefix}${found.tables === 0 ? '' : tablesBefore}${found.key}`;
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    blocks.push({ node, tablesBefore, ...found, key: time === 1 ? key : `${time} ${key}` });
    tablesBefore += found.tables;
  }
  return blocks;
}

/** Makes all at once, because making has a price for each tree; true if each block became an element with all of its links. */
function makeMissing(blocks: readonly Block[], { store, make, finish }: HtmlMeans): boolean {
  const missing = blocks.filter(({ key }) => !store.has(key));
  if (missing.length === 0) return true;
  const made = make({ type: 'root', children: missing.map(({ node }) => node) });
  const elements = made.children.filter((node): node is Element => node.type === 'element');
  if (made.children.length !== 2 * missing.length - 1 || elements.length !== missing.length) return false;
  for (const [index, { key, positions, tablesBefore }] of missing.entries()) {
    const element = elements[index];
    if (element === undefined) return false;
    const { children, links, anchors } = finish(element, tablesBefore);
    const [only] = children;
    if (only?.type !== 'element' || links.length !== positions.length) return false;
    store.set(key, { element: frozen(only), targets: links.map(({ target }) => target), anchors });
  }
  return true;
}
