/** A block of a marked Markdown tree goes in; all that its HTML depends on comes out as a string, if that is the block alone. */
import type { Nodes } from 'mdast';
import type { Position } from 'unist';

export interface BlockKey {
  /** Equal for blocks that differ in nothing but their place. */
  readonly key: string;
  /** Where its links stand, in order. */
  readonly positions: readonly Position[];
  readonly tables: number;
}

/** HTML may be open from one block to another, and what is referred to stands elsewhere. */
const REACHES_OUT = new Set([
  ...['html', 'definition', 'footnoteDefinition', 'footnoteReference', 'imageReference', 'linkReference'],
]);

interface Writing {
  readonly parts: string[];
  readonly positions: Position[];
  tables: number;
}

export function keyOf(block: Nodes): BlockKey | undefined {
  const writing: Writing = { parts: [], positions: [], tables: 0 };
  if (!write(block, writing)) return undefined;
  const { parts, positions, tables } = writing;
  return { key: parts.join(''), positions, tables };
}

/** False for what is not settled by itself: also a heading without an address, which gets one when all others have theirs. */
function write(node: Nodes, writing: Writing): boolean {
  const { parts } = writing;
  if (REACHES_OUT.has(node.type) || (node.type === 'heading' && node.data?.clause === undefined)) return false;
  if (node.type === 'table') writing.tables += 1;
  if (node.type === 'text' && node.data === undefined) {
    parts.push(`t${node.value.length} `, node.value);
    return true;
  }
  // A link that was not written as one has no place.
  const isPlaced = node.type === 'link' && node.position !== undefined;
  if (node.type === 'link' && node.position !== undefined) writing.positions.push(node.position);
  parts.push(isPlaced ? 'placed ' : '');
  for (const [name, value] of Object.entries(node)) {
    if (name !== 'position' && name !== 'children') parts.push(name, ' ', JSON.stringify(value) ?? '', ' ');
  }
  parts.push('[');
  for (const child of 'children' in node ? node.children : []) if (!write(child, writing)) return false;
  parts.push(']');
  return true;
}
