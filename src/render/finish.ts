/** A marked Markdown tree goes in; the finished HTML of a body comes out: links and tables settled, the page's title apart. */
import type { Element, ElementContent, Root } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import type { Clause } from '../model/clause.ts';
import type { Anchors } from './anchors.ts';
import { finishWithStore, type HtmlStore } from './blocks/html-store.ts';
import { settleHtmlHeadings, takeTitle } from './headings.ts';
import { settleHtmlLists } from './html-lists.ts';
import { type SettledLink, settleLinks } from './links.ts';
import { wrapTables } from './tables.ts';
import { type RenderWords, toHast } from './to-hast.ts';
import { visit } from './visit.ts';

export interface FinishOptions {
  /** The slug of the text's policy: links are resolved from its folder. */
  readonly policy: string;
  readonly words: RenderWords;
}

export interface FinishedBody {
  readonly tree: Root;
  /** What the marked title holds, if there is one. */
  readonly heading?: readonly ElementContent[];
  readonly links: readonly SettledLink[];
  readonly anchors: readonly string[];
  /** Those of Markdown and HTML, in the order of the text. */
  readonly clauses: readonly Clause[];
}

export interface Marked {
  readonly markdown: MdastRoot;
  /** The clauses marked in `markdown`. */
  readonly clauses: readonly Clause[];
  readonly anchors: Anchors;
  /** Lines of the file before the Markdown begins. */
  readonly lineOffset: number;
}

/** With a store, what is made of a block is kept; the body is the same without one. */
export function finish(marked: Marked, options: FinishOptions, store?: HtmlStore): FinishedBody {
  return (store === undefined ? undefined : finishBlocks(marked, options, store)) ?? finishWhole(marked, options);
}

function finishWhole({ markdown, clauses, anchors, lineOffset }: Marked, options: FinishOptions): FinishedBody {
  const tree = toHast(markdown, options.words);
  const heading = takeTitle(tree, markdown);
  settleHtmlHeadings(tree, anchors);
  const all = settleHtmlLists(tree, { clauses, anchors, lineOffset });
  const links = settleLinks(tree, options.policy);
  wrapTables(tree, options.words.table);
  return body({ tree: withoutPositions(tree), links, clauses: all, anchors: anchorsOf(tree) }, heading);
}

/** Headings and lists need no settling where no HTML is. */
function finishBlocks(
  { markdown, clauses }: Marked,
  options: FinishOptions,
  store: HtmlStore,
): FinishedBody | undefined {
  const { policy, words } = options;
  const [title, ...others] = markdown.children;
  const isTitled = title?.type === 'heading' && title.data?.isTitle === true;
  const finished = finishWithStore(isTitled ? { type: 'root', children: others } : markdown, {
    store,
    setting: [policy, words.table],
    make: (blocks) => toHast(blocks, words),
    finish: (element, tablesBefore) => finishElement(element, options, tablesBefore),
  });
  if (finished === undefined) return undefined;
  const { children, links, anchors } = finished;
  const made = isTitled ? toHast({ type: 'root', children: [title] }, words).children : [];
  const heading = made[0]?.type === 'element' ? made[0].children : undefined;
  const tree: Root = {
    type: 'root',
    children: isTitled && children.length > 0 ? [{ type: 'text', value: '\n' }, ...children] : [...children],
  };
  return body({ tree, links, clauses, anchors }, heading);
}

function finishElement(element: Element, { policy, words }: FinishOptions, tablesBefore: number) {
  const tree: Root = { type: 'root', children: [element] };
  const links = settleLinks(tree, policy);
  wrapTables(tree, words.table, tablesBefore);
  return { children: withoutPositions(tree).children, links, anchors: anchorsOf(tree) };
}

function body(finished: FinishedBody, heading: readonly ElementContent[] | undefined): FinishedBody {
  if (heading === undefined) return finished;
  const within = anchorsOf({ type: 'root', children: [...heading] });
  return { ...finished, heading, anchors: [...within, ...finished.anchors] };
}

function anchorsOf(tree: Root): string[] {
  const anchors: string[] = [];
  visit(tree, 'element', ({ properties }) => {
    if (typeof properties.id === 'string') anchors.push(properties.id);
  });
  return anchors;
}

/** Positions are of no use once problems are placed, and make up most of a tree's size. */
function withoutPositions(tree: Root): Root {
  visit(tree, (node) => {
    delete node.position;
  });
  return tree;
}
