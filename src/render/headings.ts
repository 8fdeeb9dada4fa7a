/** A text's headings go in; they come out below the page's own title, which the text may bring itself. */
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import type { Heading, Root as MdastRoot, RootContent } from 'mdast';
import { toString as mdastText } from 'mdast-util-to-string';
import type { Anchors } from './anchors.ts';
import { visit } from './visit.ts';

declare module 'mdast' {
  interface HeadingData {
    /** True for the heading that is the page's own `h1`. */
    isTitle?: boolean;
  }
}

/**
 * Marks the `#` heading that opens the text as the page's own title, if it says the same as `title` or is the only one
 * of its level, so that the page has one title. Where other `#` headings remain, all others move down a level.
 */
export function settleHeadings(tree: MdastRoot, title: string): void {
  const opening = tree.children.find((node) => !isInvisible(node));
  const headings: Heading[] = [];
  visit(tree, 'heading', (heading) => {
    headings.push(heading);
  });
  const isOnly = headings.filter(({ depth }) => depth === 1).length === 1;
  if (opening?.type === 'heading' && opening.depth === 1 && (isOnly || isSame(mdastText(opening), title))) {
    opening.data = { ...opening.data, isTitle: true };
  }
  const others = headings.filter(({ data }) => data?.isTitle !== true);
  if (!others.some(({ depth }) => depth === 1)) return;
  for (const heading of others) heading.depth = lower(heading.depth);
}

/** What stands before the opening words without being seen: a comment, a link's address. */
function isInvisible(node: RootContent): boolean {
  return node.type === 'definition' || (node.type === 'html' && /^<!--[\s\S]*-->\s*$/.test(node.value));
}

function lower(depth: Heading['depth']): Heading['depth'] {
  return depth === 6 ? 6 : ((depth + 1) as Heading['depth']);
}

function isSame(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(a) === plain(b);
}

/** Takes the marked title's content out of the rendered tree. */
export function takeTitle(tree: HastRoot, markdown: MdastRoot): ElementContent[] | undefined {
  if (!markdown.children.some((node) => node.type === 'heading' && node.data?.isTitle === true)) return undefined;
  const index = tree.children.findIndex((node) => node.type === 'element' && node.tagName === 'h1');
  const [title] = tree.children.splice(index, 1);
  return title?.type === 'element' ? title.children : undefined;
}

/** Headings written as HTML get an address too, and keep below the page's own title. */
export function settleHtmlHeadings(tree: HastRoot, anchors: Anchors): void {
  visit(tree, 'element', (element: Element) => {
    if (!/^h[1-6]$/.test(element.tagName)) return;
    if (element.tagName === 'h1') element.tagName = 'h2';
    element.properties.id ??= anchors.forHeading(hastText(element));
  });
}
