/** Nodes of a body's tree go in; the HTML of one page comes out, its links relative to that page; what other pages have alike is made once. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { DATE_NOTE } from '../model/clause.ts';
import { isClosed, linked, noted, withNote } from './noted.ts';
import { startTag, textHtml } from './tags.ts';

const compiler = unified().use(rehypeStringify).freeze();

export interface Printing {
  /** Turns a site path (`/terms/#3`) into the address to print. */
  link(sitePath: string): string;
  /** What is said of the date of a clause, by its index. */
  dateNote(clause: number): ElementContent[];
  /** What is put at the end of an element of the tree, behind its words. */
  readonly notes?: ReadonlyMap<Element, ElementContent>;
  /** What was printed before; the HTML is the same without it. */
  readonly kept?: KeptHtml;
}

/** Of frozen elements, which stand on many pages. */
export type KeptHtml = WeakMap<Element, KeptElement>;

interface KeptElement {
  readonly blanks: Blanks;
  /** By what was filled in. */
  readonly html: Map<string, string>;
}

/** What in an element is filled in page by page. */
interface Blanks {
  readonly links: readonly string[];
  readonly dates: readonly number[];
  /** At which a note might stand. */
  readonly ends: readonly Element[];
}

type Node = RootContent | ElementContent;

/** They hold blocks, each of which is kept by itself. */
const CONTAINERS = new Set(['ul', 'ol', 'li', 'dl', 'div', 'section', 'blockquote', 'details']);

export function createKeptHtml(): KeptHtml {
  return new WeakMap();
}

/** Serialises `nodes` for one page. */
export function toHtml(nodes: readonly Node[], printing: Printing): string {
  const out: Out = [];
  print(nodes, { printing, kept: printing.kept }, out);
  return out.join('');
}

/** Pieces of HTML, put together at once: a string that grows piece by piece is a tree of them until somebody reads it. */
type Out = string[];

interface Means {
  readonly printing: Printing;
  /** Absent within what is kept as a whole. */
  readonly kept: KeptHtml | undefined;
}

function print(nodes: readonly Node[], means: Means, out: Out): void {
  const { printing, kept } = means;
  for (const node of nodes) {
    if (node.type === 'text') out.push(textHtml(node.value));
    else if (node.type !== 'element') out.push(stringify([node]));
    else if (kept !== undefined && Object.isFrozen(node)) out.push(keptHtml(node, printing, kept));
    else printElement(node, means, out);
  }
}

function keptHtml(element: Element, printing: Printing, kept: KeptHtml): string {
  const known = kept.get(element) ?? { blanks: blanksOf(element), html: new Map() };
  kept.set(element, known);
  const filled = fillingOf(known.blanks, printing);
  const before = known.html.get(filled);
  if (before !== undefined) return before;
  const out: Out = [];
  printElement(element, { printing, kept }, out);
  const html = out.join('');
  known.html.set(filled, html);
  return html;
}

/** All that its HTML depends on but the element itself. */
function fillingOf({ links, dates, ends }: Blanks, { link, dateNote, notes }: Printing): string {
  if (links.length + dates.length === 0 && notes === undefined) return '';
  const noted = notes === undefined ? [] : ends.map((end) => notes.get(end));
  if (links.length + dates.length === 0 && noted.every((note) => note === undefined)) return '';
  return JSON.stringify([links.map(link), dates.map(dateNote), noted]);
}

function blanksOf(element: Element): Blanks {
  const [links, dates, ends]: [string[], number[], Element[]] = [[], [], []];
  const read = (node: Node): void => {
    if (node.type !== 'element') return;
    const { href, [DATE_NOTE]: clause } = node.properties;
    if (typeof clause === 'number') dates.push(clause);
    if (typeof href === 'string' && href.startsWith('/')) links.push(href);
    ends.push(node);
    node.children.forEach(read);
  };
  read(element);
  return { links, dates, ends };
}

/** As `noted` would fill it in and the package print it, without a copy. */
function printElement(element: Element, means: Means, out: Out): void {
  const { printing } = means;
  const { tagName, properties, children } = element;
  const isApart = DATE_NOTE in properties || (printing.notes?.has(element) === true && isClosed(element));
  const start = isApart ? undefined : startTag(tagName, linked(element, printing));
  if (start === undefined) {
    out.push(stringify(noted(element, printing)));
    return;
  }
  out.push(start);
  const inner = means.kept === undefined || CONTAINERS.has(tagName) ? means : { printing, kept: undefined };
  print(withNote(element, children, printing), inner, out);
  out.push(`</${tagName}>`);
}

function stringify(nodes: Root['children']): string {
  return compiler.stringify({ type: 'root', children: nodes });
}
