/** A Markdown tree goes in; a problem for every link that stands within another, by Markdown or HTML, comes out. Bare addresses are no links there. */
import type { Html, Nodes, Parents, Root } from 'mdast';
import { withoutComments } from './blank-html.ts';
import type { Problem, Problems } from './problems.ts';
import { visit } from './visit.ts';

const LINKS = new Set(['link', 'linkReference']);

const NESTED: Problem = {
  ruleId: 'link-in-link',
  message: 'A link begins here within another link: browsers would end the outer one, and lead elsewhere.',
  hint: 'Let the outer link end before it, or write this address as plain text, with a backslash before “<”, “[” or “@”.',
};

/** Browsers end an `a` where the next begins (HTML Living Standard, 13.2.6.4.7). */
export function checkNestedLinks(tree: Root, problems: Problems): void {
  let tags = 0;
  walk(tree, 0);

  function walk(node: Nodes, links: number): void {
    if (node.type === 'html') tags = tagsAfter(node, { tags, links });
    const isLink = LINKS.has(node.type);
    if (isLink && links + tags > 0) problems.at(node.position, NESTED);
    if ('children' in node) for (const child of node.children) walk(child, links + (isLink ? 1 : 0));
  }

  /** How many `<a>` are open behind a piece of HTML. */
  function tagsAfter(node: Html, open: { tags: number; links: number }): number {
    let { tags: count } = open;
    for (const { isEnd, offset, length } of linkTags(node)) {
      if (!isEnd && count + open.links > 0) problems.inHtml(node, { offset, length }, NESTED);
      count = isEnd ? Math.max(0, count - 1) : count + 1;
    }
    return count;
  }
}

/** An address that was written as no more than words is no link of its own between `<a>` and `</a>`: it stays words. */
export function unlinkWithinTags(tree: Root, markdown: string): void {
  if (!/<a\s/i.test(markdown)) return;
  visit(tree, 'paragraph', (paragraph) => unlinkIn(paragraph, markdown));
}

function unlinkIn(parent: Parents, markdown: string): void {
  const { children }: { children: Nodes[] } = parent;
  let tags = 0;
  for (const [index, child] of children.entries()) {
    if (child.type === 'html') for (const { isEnd } of linkTags(child)) tags = isEnd ? Math.max(0, tags - 1) : tags + 1;
    const [only] = child.type === 'link' ? child.children : [];
    if (tags > 0 && child.type === 'link' && only !== undefined && isBare(child, markdown)) children[index] = only;
  }
}

/** Written without `[` or `<`. */
function isBare({ position }: Nodes, markdown: string): boolean {
  return position?.start.offset === undefined || !/[[<]/.test(markdown[position.start.offset] ?? '');
}

/** The tags `<a …>` and `</a>` outside comments. */
function linkTags({ value }: Html): { isEnd: boolean; offset: number; length: number }[] {
  const seen = withoutComments(value);
  return [...seen.matchAll(/<a(?=[\s>/])|<\/a(?=[\s>])/gi)].map(({ 0: tag, index }) => {
    return { isEnd: tag[1] === '/', offset: index, length: tag.length };
  });
}
