/** The HTML of a page goes in; the places in it that can show a text, and what was put into it on its way, come out. */
import type { Element, Root, RootContent } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Body } from '../model/clause.ts';

/** A title and a text, as they stand on a page. */
export type ShownText = Required<Pick<Body, 'tree' | 'heading'>>;

const parser = unified().use(rehypeRaw).freeze();

/** Where a theme may have put the text, the likeliest first. */
const CONTAINERS = ['article', 'main', 'section', 'div', 'body'];

/** As browsers read it (WHATWG HTML, chapter 13.2). */
export function parsePage(html: string): Root {
  const raw: Root = { type: 'root', children: [{ type: 'doctype' }, { type: 'raw', value: html }] };
  return parser.runSync(raw);
}

/** Every pair of a title and something that may hold the text below it, the likeliest first. What a theme says of the dates of clauses is left out. */
export function* shownTexts(page: Root): Generator<ShownText> {
  const headings = elementsOf(page, ['h1']);
  for (const tagName of CONTAINERS) {
    for (const container of elementsOf(page, [tagName])) {
      for (const heading of headings) {
        const children = withoutNotes(container.children, heading);
        yield { heading: heading.children, tree: { type: 'root', children } };
      }
    }
  }
}

/** The elements of these names, in order. */
function elementsOf(tree: Root, tagNames: readonly string[]): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (tagNames.includes(element.tagName)) found.push(element);
  });
  return found;
}

/** The class of what says from when a clause applies: the theme's words, not the text's. */
const DATE_NOTE_CLASS = 'clause-date';

/** True for such a note. */
export function isDateNote({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes(DATE_NOTE_CLASS);
}

function withoutNotes<Node extends RootContent>(nodes: readonly Node[], heading: Element): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type !== 'element') return [node];
    if (node === (heading as RootContent)) return [];
    if (isDateNote(node)) return [{ ...node, children: [] }];
    return [{ ...node, children: withoutNotes(node.children, heading) }];
  });
}
