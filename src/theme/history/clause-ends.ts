/** A text's tree and the fragments of its clauses go in; the element in which the own words of each clause end comes out. */
import type { Element, RootContent } from 'hast';
import type { Body } from '../../model/clause.ts';
import { isClass } from '../redline/hast.ts';

/** They hold no others of their kind. */
const LEAVES = new Set(['p', 'pre', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'dd', 'summary', 'hr']);

interface Walk {
  readonly anchors: ReadonlySet<string>;
  readonly ends: Map<string, Element>;
  current: string | undefined;
}

/** A clause ends where the first clause within it begins. One that is nothing but a heading has no end: there is nothing below it. */
export function clauseEnds({ tree, clauses }: Pick<Body, 'tree' | 'clauses'>): Map<string, Element> {
  const walk: Walk = { anchors: new Set(clauses.map(({ anchor }) => anchor)), ends: new Map(), current: undefined };
  readAll(tree.children, walk);
  return walk.ends;
}

function readAll(nodes: readonly RootContent[], walk: Walk): void {
  for (const node of nodes) if (node.type === 'element' && !('dataFootnotes' in node.properties)) read(node, walk);
}

function read(element: Element, walk: Walk): void {
  const { tagName, children } = element;
  const outer = walk.current;
  enter(element, walk);
  if (LEAVES.has(tagName) || isClass(element, 'table-scroll')) {
    for (const child of children) if (child.type === 'element') enterAll(child, walk);
    if (!/^h[1-6]$/.test(tagName)) end(element, walk);
  } else {
    // An item, or the text of a clause, may hold words directly, and blocks behind them.
    if (holdsWords(element)) end(element, walk);
    readAll(children, walk);
  }
  // What follows an item of a list is not the item's.
  if (tagName === 'li') walk.current = outer;
}

function enter({ properties: { id } }: Element, walk: Walk): void {
  if (typeof id === 'string' && walk.anchors.has(id)) walk.current = id;
}

function enterAll(element: Element, walk: Walk): void {
  enter(element, walk);
  for (const child of element.children) if (child.type === 'element') enterAll(child, walk);
}

function end(element: Element, { current, ends }: Walk): void {
  if (current !== undefined) ends.set(current, element);
}

function holdsWords(element: Element): boolean {
  if (element.tagName !== 'li' && !isClass(element, 'text')) return false;
  return element.children.some((child) => child.type === 'text' && child.value.trim() !== '');
}
