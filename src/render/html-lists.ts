/** A finished tree and its clauses go in; the items of ordered lists written in HTML come out as clauses too, each with its number as `value`. */
import type { Element, Root, RootContent } from 'hast';
import type { Clause } from '../model/clause.ts';
import type { Anchors } from './anchors.ts';
import { writeNumeral } from './numerals.ts';

export interface HtmlListsWork {
  readonly clauses: readonly Clause[];
  readonly anchors: Anchors;
  /** Lines of the file before the Markdown begins. */
  readonly lineOffset: number;
}

/**
 * Sets `value` and `id` on the items in place, so that a number does not depend on its neighbours and has an address (HTML Living
 * Standard, 4.4.5 and 4.4.8). Returns all clauses in the order of the text. Markdown's own lists are no longer ordered lists here.
 */
export function settleHtmlLists(tree: Root, work: HtmlListsWork): Clause[] {
  const typed = new Map(work.clauses.map((clause) => [clause.anchor, clause]));
  const made = new Map<Clause | undefined, Clause[]>();
  walk(tree.children, { ...work, typed, made, last: { clause: undefined } }, undefined);
  return [undefined, ...work.clauses].flatMap((clause) => [
    ...(clause === undefined ? [] : [clause]),
    ...(made.get(clause) ?? []),
  ]);
}

interface Walk extends HtmlListsWork {
  readonly typed: ReadonlyMap<string, Clause>;
  /** By the clause typed last before them. */
  readonly made: Map<Clause | undefined, Clause[]>;
  readonly last: { clause: Clause | undefined };
}

/** `holder` is the item of an HTML list that the nodes stand in. */
function walk(nodes: readonly RootContent[], work: Walk, holder: Clause | undefined): void {
  for (const node of nodes) {
    if (node.type !== 'element' || 'dataFootnotes' in node.properties) continue;
    work.last.clause = work.typed.get(String(node.properties.id)) ?? work.last.clause;
    if (node.tagName === 'ol') walkList(node, work, holder ?? work.last.clause);
    else walk(node.children, work, holder);
  }
}

function walkList(list: Element, work: Walk, parent: Clause | undefined): void {
  const items = list.children.filter((node) => node.type === 'element' && node.tagName === 'li') as Element[];
  const step = list.properties.reversed === true ? -1 : 1;
  let value = integer(list.properties.start) ?? (step === 1 ? 1 : items.length);
  for (const item of items) {
    value = integer(item.properties.value) ?? value;
    item.properties.value = String(value);
    const clause = clauseOf(item, numeralOf(value, list.properties.type), parent, work);
    work.made.set(work.last.clause, [...(work.made.get(work.last.clause) ?? []), clause]);
    walk(item.children, work, clause);
    value += step;
  }
}

function integer(value: unknown): number | undefined {
  const number = Number.parseInt(String(value), 10);
  return Number.isNaN(number) ? undefined : number;
}

/** As browsers write it: letters go on with `aa`, `ab`; what letters and Roman numbers cannot say is said in digits. */
function numeralOf(value: number, type: unknown): string {
  if ((type === 'a' || type === 'A') && value > 0) return type === 'a' ? letters(value) : letters(value).toUpperCase();
  if ((type === 'i' || type === 'I') && value > 0 && value < 400) {
    return writeNumeral({ style: type === 'i' ? 'lower-roman' : 'upper-roman', value });
  }
  return String(value);
}

function letters(value: number): string {
  const rest = Math.floor((value - 1) / 26);
  return (rest === 0 ? '' : letters(rest)) + String.fromCharCode(0x61 + ((value - 1) % 26));
}

function clauseOf(item: Element, numeral: string, parent: Clause | undefined, work: Walk): Clause {
  const own = numeral.toLowerCase();
  const { id } = item.properties;
  const anchor =
    typeof id === 'string' ? id : work.anchors.forLabel(parent === undefined ? own : `${parent.anchor}-${own}`);
  item.properties.id = anchor;
  const line = item.position?.start.line;
  return {
    label: `${numeral}.`,
    citation: parent?.citation === undefined ? own : `${parent.citation}(${own})`,
    title: '',
    anchor,
    depth: (parent?.depth ?? 0) + 1,
    headed: false,
    ...(line === undefined ? {} : { line: line + work.lineOffset }),
  };
}
