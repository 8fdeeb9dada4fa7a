/** A Markdown tree goes in; an HTML tree comes out, raw HTML parsed, list numbers as text, everything sanitised. */
import type { Element, ElementContent, Root as HastRoot, Properties, Text } from 'hast';
import type { Heading, List, ListItem, Root as MdastRoot, Paragraph, Parents } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype';
import { unified } from 'unified';
import { SANITIZE_SCHEMA } from './allowed-html.ts';
import type { ClauseMark } from './clauses.ts';
import type { DefinitionList } from './definition-lists.ts';

type State = Parameters<typeof defaultHandlers.list>[0];

/** Words that rendering itself adds to a page, in the language of the text. */
export interface RenderWords {
  /** Heading of the notes at the end of a text. */
  readonly footnotes: string;
  /** Name of the link from a note back to its place; `{number}` is the note's number. */
  readonly backToText: string;
  /** Name of the scroll region around a table; `{number}` is its number in the text. */
  readonly table: string;
}

const SPACE: Text = { type: 'text', value: ' ' };

export function toHast(tree: MdastRoot, words: RenderWords): HastRoot {
  const options: Options = {
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteLabel: words.footnotes,
    footnoteBackLabel: (index, again) =>
      words.backToText.replace('{number}', again > 1 ? `${index + 1}-${again}` : String(index + 1)),
    handlers: {
      list: toList,
      listItem: toListItem,
      heading: toHeading,
      paragraph: toParagraph,
      definitionList: toDefinitionList,
      delete: toStruck,
    },
  };
  const hast = unified().use(remarkRehype, options).runSync(tree) as HastRoot;
  // Passing through the HTML parser is slow, and only raw HTML needs it.
  const parsed = hasRaw(hast) ? (unified().use(rehypeRaw).runSync(hast) as HastRoot) : hast;
  return unified().use(rehypeSanitize, SANITIZE_SCHEMA).runSync(parsed) as HastRoot;
}

/** An ordered list becomes a list without generated numbers: each item brings its own as text. */
function toList(state: State, list: List): Element {
  const element = defaultHandlers.list(state, list);
  if (list.ordered !== true) return element;
  return { ...element, tagName: 'ul', properties: { className: ['numbered'], role: 'list' } };
}

function toListItem(state: State, item: ListItem, parent: Parents | undefined): Element {
  const element = defaultHandlers.listItem(state, item, parent);
  const clause = item.data?.clause;
  const label = clause === undefined ? typedMarker(item) : labelOf(clause);
  if (label === undefined) return element;
  const opened = { ...element, children: [label, SPACE, box('div', { className: ['text'] }, element.children)] };
  return clause === undefined ? opened : addressed(opened, clause);
}

/** An item's number that is no address, in a list where others are. */
function typedMarker(item: ListItem): Element | undefined {
  const marker = item.data?.marker;
  return marker === undefined ? undefined : box('span', { className: ['label'] }, [{ type: 'text', value: marker }]);
}

function toHeading(state: State, node: Heading): Element {
  const element = defaultHandlers.heading(state, node);
  const clause = node.data?.clause;
  if (clause === undefined) return element;
  const label = labelOf(clause);
  if (label === undefined) return addressed(element, clause);
  // The heading's own id is its slug; its number's address stands on the number.
  const [slug, ...others] = clause.others;
  label.properties.id = clause.anchor;
  const opened = { ...element, children: [label, SPACE, ...element.children] };
  return addressed(opened, { anchor: slug ?? clause.anchor, others });
}

function toParagraph(state: State, node: Paragraph): Element {
  const element = defaultHandlers.paragraph(state, node);
  const clause = node.data?.clause;
  if (clause === undefined) return element;
  const label = labelOf(clause);
  if (label === undefined) return addressed(element, clause);
  const properties = { className: ['clause'], dataDepth: String(clause.depth) };
  return addressed(box('div', properties, [label, SPACE, box('div', { className: ['text'] }, [element])]), clause);
}

/** Gives an element its address; an element has but one id, so further ones stand on empty elements within its text. */
function addressed(element: Element, { anchor, others }: Pick<ClauseMark, 'anchor' | 'others'>): Element {
  const further = others.map((id) => box('span', { id }, []));
  const properties = { ...element.properties, id: anchor };
  const last = element.children.at(-1);
  // A clause is a grid of its number and its text: anything else in it would take the number's place.
  if (further.length > 0 && last?.type === 'element' && last.tagName === 'div') {
    const text = { ...last, children: [...further, ...last.children] };
    return { ...element, properties, children: [...element.children.slice(0, -1), text] };
  }
  return { ...element, properties, children: [...further, ...element.children] };
}

function labelOf({ typed, anchor, citation }: ClauseMark): Element | undefined {
  if (typed === undefined) return undefined;
  const properties = { className: ['label'], href: `#${encodeURIComponent(anchor)}`, dataCite: citation ?? typed };
  return box('a', properties, [{ type: 'text', value: typed }]);
}

function toDefinitionList(state: State, node: DefinitionList): Element {
  const parts = node.children.map((part) => box(part.role === 'term' ? 'dt' : 'dd', {}, state.all(part)));
  return box('dl', {}, parts);
}

/** `~~text~~` is struck text of this edition; `<del>` is kept for what a redline takes out. */
function toStruck(...[state, node]: Parameters<typeof defaultHandlers.delete>): Element {
  return { ...defaultHandlers.delete(state, node), tagName: 's' };
}

function box(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function hasRaw(node: HastRoot | ElementContent): boolean {
  if (node.type === 'raw') return true;
  return 'children' in node && node.children.some((child) => child.type !== 'doctype' && hasRaw(child));
}
