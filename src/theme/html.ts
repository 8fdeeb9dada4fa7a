/** A body's tree goes in; the HTML of one page comes out, its links relative to that page. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { DATE_NOTE } from '../model/clause.ts';

const compiler = unified().use(rehypeStringify).freeze();

export interface Printing {
  /** Turns a site path (`/terms/#3`) into the address to print. */
  link(sitePath: string): string;
  /** What is said of the date of a clause, by its index. */
  dateNote(clause: number): ElementContent[];
  /** What is put at the end of an element of the tree, behind its words. */
  readonly notes?: ReadonlyMap<Element, ElementContent>;
}

/** Serialises `nodes` for one page. */
export function toHtml(nodes: readonly (RootContent | ElementContent)[], printing: Printing): string {
  const tree: Root = { type: 'root', children: nodes.flatMap((node) => noted(node, printing)) };
  return compiler.stringify(tree);
}

/** Copies only what changes: a body is shared by all pages it stands on. */
function complete<N extends RootContent | ElementContent>(node: N, printing: Printing): N {
  if (node.type !== 'element') return node;
  const { href, [DATE_NOTE]: clause } = node.properties;
  if (typeof clause === 'number') {
    return { ...node, properties: { className: ['clause-date'] }, children: printing.dateNote(clause) };
  }
  const children = withNote(
    node,
    node.children.flatMap((child) => noted(child, printing)),
    printing,
  );
  if (node.tagName === 'a' && typeof href === 'string' && href.startsWith('/')) {
    return { ...node, properties: { ...node.properties, href: printing.link(href) }, children };
  }
  const isSame = children.length === node.children.length;
  return isSame && children.every((child, index) => child === node.children[index]) ? node : { ...node, children };
}

const BLOCKS = new Set(['p', 'ul', 'ol', 'dl', 'div', 'table', 'pre', 'blockquote', 'details', 'section']);

/** In these no words can stand. */
function isClosed({ tagName, properties: { className } }: Element): boolean {
  return ['table', 'pre', 'hr'].includes(tagName) || (Array.isArray(className) && className.includes('table-scroll'));
}

/** With its note behind it, if it stands apart. */
function noted<N extends RootContent | ElementContent>(node: N, printing: Printing): (N | Element)[] {
  const completed = complete(node, printing);
  const note = node.type === 'element' && isClosed(node) ? printing.notes?.get(node) : undefined;
  if (note === undefined) return [completed];
  return [completed, { type: 'element', tagName: 'p', properties: {}, children: [note] }];
}

/** With its note behind its own words, before the blocks that it holds. */
function withNote(node: Element, children: ElementContent[], { notes }: Printing): ElementContent[] {
  const note = isClosed(node) ? undefined : notes?.get(node);
  if (note === undefined) return children;
  const words = children.findIndex((child) => child.type === 'text' && child.value.trim() !== '');
  const block = children.findIndex(
    (child, index) => index > words && child.type === 'element' && BLOCKS.has(child.tagName),
  );
  const end = block === -1 ? children.length : block;
  return [...children.slice(0, end), { type: 'text', value: ' ' }, note, ...children.slice(end)];
}
