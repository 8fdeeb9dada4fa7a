/** A rendered text goes in; it comes out as it reads on its page, links led to where they go and dates of clauses said in words. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { type Body, DATE_NOTE } from '../../model/clause.ts';

export interface PrintableOptions {
  /** The page that a site path (`/terms/2020-02-04.md#3`) means, again as a site path. */
  settle(sitePath: string): string;
  /** What is said of the date of a clause, by its index. */
  dateNote(clause: number): string;
}

/** Without this, two texts that read alike could be found different, and two that read differently alike. */
export function printableBody(body: Body, options: PrintableOptions): Body {
  const printed = (node: RootContent): RootContent[] => (node.type === 'element' ? printable(node, options) : [node]);
  const tree: Root = { type: 'root', children: body.tree.children.flatMap(printed) };
  const heading = body.heading?.flatMap((node) => printable(node, options));
  return { ...body, tree, ...(heading === undefined ? {} : { heading }) };
}

function printable(node: ElementContent, options: PrintableOptions): ElementContent[] {
  if (node.type !== 'element') return [node];
  const { href, [DATE_NOTE]: clause } = node.properties;
  if (typeof clause === 'number') return dateNote(node, options.dateNote(clause));
  const children = node.children.flatMap((child) => printable(child, options));
  const isOurs = node.tagName === 'a' && typeof href === 'string' && href.startsWith('/');
  const properties = isOurs ? { ...node.properties, href: options.settle(href) } : node.properties;
  // What reads alike everywhere stays the one object that it is in all texts.
  const isSame = children.length === node.children.length && children.every((child, at) => child === node.children[at]);
  return [isSame && !isOurs ? node : { ...node, properties, children }];
}

/** Parted from the clause: the last word of that is none of the note's. */
function dateNote(node: Element, value: string): ElementContent[] {
  const note: Element = { ...node, properties: { className: ['clause-date'] }, children: [{ type: 'text', value }] };
  return [{ type: 'text', value: ' ' }, note];
}
