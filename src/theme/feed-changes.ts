/** What a page of changes says was found goes in; the same, short enough for a feed and with links that work outside the page, comes out. */
import type { Element, ElementContent, RootContent } from 'hast';
import { toHtml } from './html.ts';
import { element, isClass, textNode } from './redline/hast.ts';

/** Of one list; the page of changes has them all. */
const SHOWN = 12;

export interface FoundChanges {
  /** Sentences on editions that were passed over. */
  readonly passedOver: readonly string[];
  /** Counts and list of the changes. */
  readonly found: readonly ElementContent[];
}

/** HTML. `url` is the absolute address of the page. */
export function feedChanges({ passedOver, found }: FoundChanges, url: string): string {
  const sentences = passedOver.map((sentence) => element('p', {}, textNode(sentence)));
  return toHtml([...sentences, ...found.flatMap((node) => shortened(node, url))], {
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
