/** A body's tree goes in; the HTML of one page comes out, its links relative to that page. */
import type { ElementContent, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { DATE_NOTE } from '../model/clause.ts';

const compiler = unified().use(rehypeStringify).freeze();

export interface Printing {
  /** Turns a site path (`/terms/#3`) into the address to print. */
  link(sitePath: string): string;
  /** What is said of the date of a clause, by its index. */
  dateNote(clause: number): ElementContent[];
}

/** Serialises `nodes` for one page. */
export function toHtml(nodes: readonly (RootContent | ElementContent)[], printing: Printing): string {
  const tree: Root = { type: 'root', children: nodes.map((node) => complete(node, printing)) };
  return compiler.stringify(tree);
}

/** Copies only what changes: a body is shared by all pages it stands on. */
function complete<N extends RootContent | ElementContent>(node: N, printing: Printing): N {
  if (node.type !== 'element') return node;
  const { href, [DATE_NOTE]: clause } = node.properties;
  if (typeof clause === 'number') {
    return { ...node, properties: { className: ['clause-date'] }, children: printing.dateNote(clause) };
  }
  const children = node.children.map((child) => complete(child, printing));
  if (node.tagName === 'a' && typeof href === 'string' && href.startsWith('/')) {
    return { ...node, properties: { ...node.properties, href: printing.link(href) }, children };
  }
  return children.every((child, index) => child === node.children[index]) ? node : { ...node, children };
}
