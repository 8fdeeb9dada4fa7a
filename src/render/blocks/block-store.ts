/** Markdown and what was parsed of it before go in; its syntax tree comes out, each distinct block parsed once. */
import type { Nodes, Root, RootContent } from 'mdast';
import type { Point } from 'unist';
import { cutBlocks, mayGoOnWith } from './cut-blocks.ts';
import { parsePlainBlock } from './plain-block.ts';

/** What has been parsed so far, by the text of each piece. Pass the same one for texts that are likely to repeat each other. */
export type BlockStore = Map<string, ParsedPiece>;

interface ParsedPiece {
  /** Never changed: trees get copies. */
  readonly nodes: readonly RootContent[];
  readonly at: Start;
  /** True if it was found to break no rule (doubtful-blocks.ts). */
  isFaultless?: boolean;
}

/** Where a piece begins: lines and characters before it. */
interface Start {
  readonly line: number;
  readonly offset: number;
}

/** A paragraph. */
const BETWEEN = 'And\n\n';

/** Gives what `parse` gives for the whole of `markdown`, positions included. */
export function parseWithStore(markdown: string, store: BlockStore, parse: (markdown: string) => Root): Root {
  const pieces = cutBlocks(markdown);
  if (pieces.length === 1) return parse(markdown);
  addMissing(pieces, store, parse);
  const at = { line: 0, offset: 0 };
  const children: RootContent[] = [];
  for (const piece of pieces) {
    const parsed = store.get(piece);
    if (parsed === undefined) throw new Error('A piece was not parsed');
    const shift = { line: at.line - parsed.at.line, offset: at.offset - parsed.at.offset };
    for (const node of parsed.nodes) children.push(copied(node, shift));
    advance(at, piece);
  }
  const last = markdown.length - (markdown.lastIndexOf('\n') + 1);
  const end = { line: at.line + 1, column: last + 1, offset: markdown.length };
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

/** Those that hold more than words are parsed at once: parsing has a price for each text, however short. */
function addMissing(pieces: readonly string[], store: BlockStore, parse: (markdown: string) => Root): void {
  const missing = new Set<string>();
  for (const piece of pieces) {
    if (store.has(piece)) continue;
    const plain = parsePlainBlock(piece);
    if (plain === undefined) missing.add(piece);
    else store.set(piece, { nodes: [plain], at: { line: 0, offset: 0 } });
  }
  if (missing.size > 0) addParsed([...missing], store, parse);
}

/** What can be cut apart can be put together, but for two lists or quotes: words are put between them. */
function addParsed(pieces: readonly string[], store: BlockStore, parse: (markdown: string) => Root): void {
  const parts = pieces.map((piece) => ({ piece, before: mayGoOnWith(piece) ? BETWEEN : '' }));
  const { children } = parse(parts.map(({ piece, before }) => before + piece).join(''));
  const at = { line: 0, offset: 0 };
  let next = 0;
  for (const { piece, before } of parts) {
    if (before !== '') next += 1;
    advance(at, before);
    const end = at.offset + piece.length;
    const first = next;
    while (next < children.length && (children[next]?.position?.start.offset ?? 0) < end) next += 1;
    store.set(piece, { nodes: children.slice(first, next), at: { ...at } });
    advance(at, piece);
  }
}

function advance(at: { line: number; offset: number }, piece: string): void {
  at.offset += piece.length;
  for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', end + 1)) at.line += 1;
}

function copied<N extends Nodes>(node: N, shift: Start): N {
  const copy = { ...node };
  const { position } = node;
  if (position !== undefined) {
    copy.position = { start: shifted(position.start, shift), end: shifted(position.end, shift) };
  }
  if (node.data !== undefined) copy.data = { ...node.data };
  if ('children' in copy && 'children' in node)
    copy.children = node.children.map((child) => copied(child, shift)) as never;
  return copy;
}

function shifted({ line, column, offset = 0 }: Point, shift: Start): Point {
  return { line: line + shift.line, column, offset: offset + shift.offset };
}
