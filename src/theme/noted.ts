/** An element of a body's tree goes in; a copy comes out in which what differs from page to page is filled in. */
import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { DATE_NOTE } from '../model/clause.ts';
import type { Printing } from './html.ts';

type Filling = Pick<Printing, 'link' | 'dateNote' | 'notes'>;

/** Copies only what changes: a body is shared by all pages it stands on. */
function complete<N extends RootContent | ElementContent>(node: N, printing: Filling): N {
  if (node.type !== 'element') return node;
  const { [DATE_NOTE]: clause } = node.properties;
  if (typeof clause === 'number') {
    return { ...node, properties: { className: ['clause-date'] }, children: printing.dateNote(clause) };
  }
  const children = withNote(node, node.children, printing).flatMap((child) => noted(child, printing));
  const properties = linked(node, printing);
  if (properties !== node.properties) return { ...node, properties, children };
  const isSame = children.length === node.children.length;
  return isSame && children.every((child, index) => child === node.children[index]) ? node : { ...node, children };
}

/** Its properties, with the address that is printed where it is a link to a page of the site. */
export function linked({ tagName, properties }: Element, { link }: Filling): Properties {
  const { href } = properties;
  const isOurs = tagName === 'a' && typeof href === 'string' && href.startsWith('/');
  return isOurs ? { ...properties, href: link(href) } : properties;
}

const BLOCKS = new Set(['p', 'ul', 'ol', 'dl', 'div', 'table', 'pre', 'blockquote', 'details', 'section']);

/** Whether no words can stand in it. */
export function isClosed({ tagName, properties: { className } }: Element): boolean {
  return ['table', 'pre', 'hr'].includes(tagName) || (Array.isArray(className) && className.includes('table-scroll'));
}

/** With its note behind it, if it stands apart. */
export function noted<N extends RootContent | ElementContent>(node: N, printing: Filling): (N | Element)[] {
  const completed = complete(node, printing);
  const note = node.type === 'element' && isClosed(node) ? printing.notes?.get(node) : undefined;
  if (note === undefined) return [completed];
  return [completed, { type: 'element', tagName: 'p', properties: {}, children: [note] }];
}

/** With its note behind its own words, before the blocks that it holds. */
export function withNote(node: Element, children: ElementContent[], { notes }: Filling): ElementContent[] {
  const note = isClosed(node) ? undefined : notes?.get(node);
  if (note === undefined) return children;
  const words = children.findIndex((child) => child.type === 'text' && child.value.trim() !== '');
  const block = children.findIndex(
    (child, index) => index > words && child.type === 'element' && BLOCKS.has(child.tagName),
  );
  const end = block === -1 ? children.length : block;
  return [...children.slice(0, end), { type: 'text', value: ' ' }, note, ...children.slice(end)];
}
