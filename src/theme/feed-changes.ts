/** What a page of changes says was found goes in; the same, short enough for a feed and with links that work outside the page, comes out. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { toHtml } from './html.ts';
import { element, isClass, textNode } from './redline/hast.ts';
import type { ChangesView } from './redline/view.ts';

/** Of one list; the page of changes has them all. */
const SHOWN = 12;

const parser = unified().use(rehypeRaw).freeze();

type FoundChanges = Pick<ChangesView, 'countsHtml' | 'listHtml' | 'passedOver'>;

/** HTML. `url` is the absolute address of the page. */
export function feedChanges({ countsHtml, listHtml, passedOver }: FoundChanges, url: string): string {
  const raw: Root = { type: 'root', children: [{ type: 'raw', value: `${countsHtml}${listHtml}` }] };
  const { children } = parser.runSync(raw) as Root;
  const sentences = passedOver.map((sentence) => element('p', {}, textNode(sentence)));
  return toHtml([...sentences, ...children.flatMap((node) => shortened(node, url))], {
    link: (path) => path,
    dateNote: () => [],
  });
}

function shortened<Node extends RootContent | ElementContent>(node: Node, url: string): (Node | Element)[] {
  if (node.type !== 'element') return [node];
  // A correction has an entry of its own.
  if (isClass(node, 'corrections-undone')) return [];
  if (node.tagName === 'details') return [element('p', {}, ...summaryOf(node))];
  const { href } = node.properties;
  const isInPage = typeof href === 'string' && href.startsWith('#');
  const children = node.children.flatMap((child) => shortened(child, url));
  return [{ ...node, properties: isInPage ? { href: `${url}${href}` } : {}, children: withoutMore(node, children) }];
}

/** How many more there are. */
function summaryOf({ children }: Element): ElementContent[] {
  return children.flatMap((child) => (child.type === 'element' && child.tagName === 'summary' ? child.children : []));
}

function withoutMore({ tagName }: Element, children: ElementContent[]): ElementContent[] {
  if (tagName !== 'ul' || children.length <= SHOWN + 1) return children;
  return [...children.slice(0, SHOWN), element('li', {}, textNode('…'))];
}
