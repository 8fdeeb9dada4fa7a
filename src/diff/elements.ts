/** An element goes in; how it is read, as a block, as inline content or as a holder of blocks, comes out. */
import type { Element, RootContent } from 'hast';

const BLOCKS: ReadonlySet<string> = new Set([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'pre', 'hr', 'table', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['blockquote', 'details', 'summary', 'div', 'section'],
]);

/** True for an element that begins a line of its own, or holds one that does. */
export function isBlock(node: RootContent): node is Element {
  return node.type === 'element' && (BLOCKS.has(node.tagName) || node.children.some(isBlock));
}

export function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

/** Its level, 1 to 6, if `tagName` is a heading's. */
export function headingLevel(tagName: string): number | undefined {
  return /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : undefined;
}

export function idOf({ properties }: Element): string | undefined {
  return typeof properties.id === 'string' ? properties.id : undefined;
}

/** All addresses in `nodes`, in order. */
export function idsIn(nodes: readonly RootContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    const id = idOf(node);
    return [...(id === undefined ? [] : [id]), ...idsIn(node.children)];
  });
}
