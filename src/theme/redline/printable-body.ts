/** A rendered text goes in; it comes out as it reads on its page, links led to where they go and dates of clauses said in words. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { type Body, DATE_NOTE } from '../../model/clause.ts';

export interface PrintableOptions {
  /** The page that a site path (`/terms/2020-02-04.md#3`) means, again as a site path. */
  settle(sitePath: string): string;
  /** What is said of the date of a clause, by its index. */
  dateNote(clause: number): string;
  /** What was made before: what reads alike stays one object in all texts. */
  readonly kept?: PrintableBlocks;
}

/** By the element of a body. */
export type PrintableBlocks = WeakMap<Element, Printables>;

interface Printables {
  readonly links: readonly string[];
  readonly dates: readonly number[];
  /** By what `links` and `dates` become. */
  readonly printed: Map<string, ElementContent[]>;
}

const NOTHING: Printables = { links: [], dates: [], printed: new Map() };

/** Without this, two texts that read alike could be found different, and two that read differently alike. */
export function printableBody(body: Body, { kept = new WeakMap(), ...options }: PrintableOptions): Body {
  const means = { ...options, kept };
  const printed = (node: RootContent): RootContent[] => (node.type === 'element' ? printable(node, means) : [node]);
  const tree: Root = { type: 'root', children: body.tree.children.flatMap(printed) };
  const heading = body.heading?.flatMap((node) => printable(node, means));
  return { ...body, tree, ...(heading === undefined ? {} : { heading }) };
}

type Means = Required<PrintableOptions>;

function printable(node: ElementContent, means: Means): ElementContent[] {
  if (node.type !== 'element') return [node];
  const { links, dates, printed } = printablesOf(node, means.kept);
  if (links.length + dates.length === 0) return [node];
  const key = JSON.stringify([links.map(means.settle), dates.map(means.dateNote)]);
  const nodes = printed.get(key) ?? filledIn(node, means);
  printed.set(key, nodes);
  return nodes;
}

function printablesOf(node: Element, kept: PrintableBlocks): Printables {
  const known = kept.get(node);
  if (known !== undefined) return known;
  const { href, [DATE_NOTE]: clause } = node.properties;
  const inner = node.children.flatMap((child) => (child.type === 'element' ? printablesOf(child, kept) : []));
  const links = [...(isOurs(node) ? [String(href)] : []), ...inner.flatMap((each) => each.links)];
  const dates = [...(typeof clause === 'number' ? [clause] : []), ...inner.flatMap((each) => each.dates)];
  const printables = links.length + dates.length === 0 ? NOTHING : { links, dates, printed: new Map() };
  kept.set(node, printables);
  return printables;
}

function filledIn(node: Element, means: Means): ElementContent[] {
  const { href, [DATE_NOTE]: clause } = node.properties;
  if (typeof clause === 'number') return dateNote(node, means.dateNote(clause));
  const children = node.children.flatMap((child) => printable(child, means));
  const properties = isOurs(node) ? { ...node.properties, href: means.settle(String(href)) } : node.properties;
  return [{ ...node, properties, children }];
}

/** Whether it is a link to a page of the site. */
function isOurs({ tagName, properties: { href } }: Element): boolean {
  return tagName === 'a' && typeof href === 'string' && href.startsWith('/');
}

/** Parted from the clause: the last word of that is none of the note's. */
function dateNote(node: Element, value: string): ElementContent[] {
  const note: Element = { ...node, properties: { className: ['clause-date'] }, children: [{ type: 'text', value }] };
  return [{ type: 'text', value: ' ' }, note];
}
