/** The tree of a page goes in; the places in it that can show a text come out. */
import type { Element, Root, RootContent } from 'hast';
import type { Body } from '../model/clause.ts';
import { isUnseen } from './hidden-words.ts';

/** A title and a text, as they stand on a page. */
export interface ShownText extends Required<Pick<Body, 'tree' | 'heading'>> {
  /** True if either stands within something that a browser does not show. */
  readonly isOutOfSight: boolean;
}

/** Where a theme may have put the text, the likeliest first. */
const CONTAINERS = ['article', 'main', 'section', 'div', 'body'];

/** In nodes that are looked at. A real page has some thousands, and few places; one of many titles, or many boxes in each other, would take minutes. */
const MOST_WORK = 200_000;

/** Every pair of a title and something that may hold the text below it, the likeliest first, as many as can be looked at in a second or two. What a theme says of the dates of clauses is left out. */
export function* shownTexts(page: Root): Generator<ShownText> {
  const placed = placedElements(page.children, false);
  const headings = placed.filter(({ element }) => element.tagName === 'h1');
  const work = { nodes: 0 };
  for (const tagName of CONTAINERS) {
    for (const container of placed.filter(({ element }) => element.tagName === tagName)) {
      for (const heading of headings) {
        if (work.nodes > MOST_WORK) return;
        const children = withoutNotes(container.element.children, { heading: heading.element, work });
        const isOutOfSight = container.isOutOfSight || heading.isOutOfSight;
        yield { heading: heading.element.children, tree: { type: 'root', children }, isOutOfSight };
      }
    }
  }
}

interface PlacedElement {
  readonly element: Element;
  readonly isOutOfSight: boolean;
}

/** Titles and containers, in order. */
function placedElements(nodes: readonly RootContent[], isOutOfSight: boolean): PlacedElement[] {
  return nodes.flatMap((element): PlacedElement[] => {
    if (element.type !== 'element') return [];
    const isUnder = isOutOfSight || isUnseen(element) || isClosed(element);
    const inner = placedElements(element.children, isUnder);
    const isPlace = element.tagName === 'h1' || CONTAINERS.includes(element.tagName);
    return isPlace ? [{ element, isOutOfSight: isUnder }, ...inner] : inner;
  });
}

/** What stands in it is shown only to who opens it. */
function isClosed({ tagName, properties }: Element): boolean {
  return tagName === 'details' && properties.open === undefined;
}

/** The class of what says from when a clause applies: the theme's words, not the text's. */
const DATE_NOTE_CLASS = 'clause-date';

/** True for such a note. */
export function isDateNote({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes(DATE_NOTE_CLASS);
}

/** A text without what a theme says of the dates of its clauses. */
export function withoutDateNotes<Text extends Pick<Body, 'tree'>>(text: Text): Text {
  return { ...text, tree: { type: 'root', children: withoutNotes(text.tree.children, { work: { nodes: 0 } }) } };
}

interface Leaving {
  readonly heading?: Element;
  readonly work: { nodes: number };
}

function withoutNotes<Node extends RootContent>(nodes: readonly Node[], leaving: Leaving): Node[] {
  leaving.work.nodes += nodes.length;
  return nodes.flatMap((node): Node[] => {
    if (node.type !== 'element') return [node];
    if (node === (leaving.heading as RootContent | undefined)) return [];
    if (isDateNote(node)) return [{ ...node, children: [] }];
    return [{ ...node, children: withoutNotes(node.children, leaving) }];
  });
}
