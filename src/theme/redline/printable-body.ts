/** A rendered text goes in; it comes out as it reads on its page, links led to where they go and dates of clauses said in words. */
import type { ElementContent, Root } from 'hast';
import { type Body, DATE_NOTE } from '../../model/clause.ts';

export interface PrintableOptions {
  /** The page that a site path (`/terms/2020-02-04.md#3`) means, again as a site path. */
  settle(sitePath: string): string;
  /** What is said of the date of a clause, by its index. */
  dateNote(clause: number): string;
}

/** Without this, two texts that read alike could be found different, and two that read differently alike. */
export function printableBody(body: Body, options: PrintableOptions): Body {
  const children = body.tree.children.map((node) => (node.type === 'element' ? printable(node, options) : node));
  const tree: Root = { type: 'root', children };
  const heading = body.heading?.map((node) => printable(node, options));
  return { ...body, tree, ...(heading === undefined ? {} : { heading }) };
}

function printable(node: ElementContent, options: PrintableOptions): ElementContent {
  if (node.type !== 'element') return node;
  const { href, [DATE_NOTE]: clause } = node.properties;
  if (typeof clause === 'number') {
    const value = options.dateNote(clause);
    return { ...node, properties: { className: ['clause-date'] }, children: [{ type: 'text', value }] };
  }
  const children = node.children.map((child) => printable(child, options));
  const isOurs = node.tagName === 'a' && typeof href === 'string' && href.startsWith('/');
  const properties = isOurs ? { ...node.properties, href: options.settle(href) } : node.properties;
  return { ...node, properties, children };
}
