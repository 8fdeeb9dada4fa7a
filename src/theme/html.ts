/** Nodes of a body's tree go in; the HTML of one page comes out, its links relative to that page; what other pages have alike is made once. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { DATE_NOTE } from '../model/clause.ts';
import { isClosed, noted, withNote } from './noted.ts';

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

export interface KeptHtml {
  /** Of frozen elements, which stand on many pages. */
  readonly elements: WeakMap<Element, KeptElement>;
  /** Of elements that hold nothing or a few words, and are made anew for each page, by all that they are. */
  readonly small: Map<string, string>;
}

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
  return { elements: new WeakMap(), small: new Map() };
}

/** Serialises `nodes` for one page. */
export function toHtml(nodes: readonly Node[], printing: Printing): string {
  const { kept } = printing;
  if (kept === undefined) return stringify(nodes.flatMap((node) => noted(node, printing)));
  return nodes.map((node) => htmlOf(node, printing, kept)).join('');
}

function htmlOf(node: Node, printing: Printing, kept: KeptHtml): string {
  if (node.type !== 'element') return stringify([node]);
  if (!Object.isFrozen(node)) return printed(node, printing, kept);
  const known = kept.elements.get(node) ?? { blanks: blanksOf(node), html: new Map() };
  kept.elements.set(node, known);
  const filled = fillingOf(known.blanks, printing);
  const html = known.html.get(filled) ?? printed(node, printing, kept);
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

function printed(element: Element, printing: Printing, kept: KeptHtml): string {
  const { tagName, properties, children } = element;
  if (CONTAINERS.has(tagName) && !isClosed(element)) {
    const shell = keptSmall({ ...element, children: [] }, kept);
    const end = `</${tagName}>`;
    return `${shell.slice(0, -end.length)}${toHtml(withNote(element, children, printing), printing)}${end}`;
  }
  const isSmall = children.length < 2 && children.every(({ type }) => type === 'text');
  const isWhole = isSmall && properties.href === undefined && properties[DATE_NOTE] === undefined;
  return isWhole && printing.notes?.has(element) !== true
    ? keptSmall(element, kept)
    : stringify(noted(element, printing));
}

function keptSmall(element: Element, { small }: KeptHtml): string {
  const key = JSON.stringify(element);
  const html = small.get(key) ?? stringify([element]);
  small.set(key, html);
  return html;
}

function stringify(nodes: Root['children']): string {
  return compiler.stringify({ type: 'root', children: nodes });
}
