/** A body's tree goes in; the HTML of one page comes out, its links relative to that page. */
import type { ElementContent, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const compiler = unified().use(rehypeStringify).freeze();

/** Serialises `nodes`; `link` turns a site path (`/terms/#3`) into the address to print. */
export function toHtml(nodes: readonly (RootContent | ElementContent)[], link: (sitePath: string) => string): string {
  const tree: Root = { type: 'root', children: nodes.map((node) => relink(node, link)) };
  return compiler.stringify(tree);
}

/** Copies only what changes: a body is shared by all pages it stands on. */
function relink<N extends RootContent | ElementContent>(node: N, link: (sitePath: string) => string): N {
  if (node.type !== 'element') return node;
  const children = node.children.map((child) => relink(child, link));
  const { href } = node.properties;
  if (node.tagName === 'a' && typeof href === 'string' && href.startsWith('/')) {
    return { ...node, properties: { ...node.properties, href: link(href) }, children };
  }
  return children.every((child, index) => child === node.children[index]) ? node : { ...node, children };
}
