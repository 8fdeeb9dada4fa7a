/** A Markdown tree and its source go in; the addresses that stand bare in its text are links afterwards, and what is left of the text knows its place. */
import type { Link, Nodes, Parents, Root, Text } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import type { Point } from 'unist';
import { visit } from './visit.ts';

type Transform = NonNullable<NonNullable<Extension['transforms']>[number]>;
type Piece = Text | Link;

/**
 * Runs `transforms`, which cut texts into pieces and forget where these stood, and tells the pieces of text. Links stay
 * without a place: that is how what was not written as a link is known.
 */
export function linkBareAddresses(tree: Root, markdown: string, transforms: readonly Transform[]): void {
  const texts = new Map<Parents, Text[]>();
  visit(tree, 'text', (text, _index, parent) => {
    if (parent === undefined) return;
    const known = texts.get(parent);
    if (known === undefined) texts.set(parent, [text]);
    else known.push(text);
  });
  for (const transform of transforms) transform(tree);
  let lines: readonly Line[] | undefined;
  for (const [parent, whole] of texts) {
    const children: readonly Nodes[] = parent.children;
    const left = new Set(children);
    const cut = whole.filter((text) => !left.has(text));
    if (cut.length === 0) continue;
    lines ??= linesOf(markdown);
    placePieces(children.filter(isPiece), cut, lines);
  }
}

interface Line {
  readonly text: string;
  /** Characters before it. */
  readonly offset: number;
}

function linesOf(markdown: string): Line[] {
  let offset = 0;
  return markdown.split('\n').map((text) => {
    const line = { text, offset };
    offset += text.length + 1;
    return line;
  });
}

function isPiece(node: Nodes): node is Piece {
  return node.position === undefined && (node.type === 'text' || node.type === 'link');
}

/** The pieces of each text follow each other, and together say what it said. */
function placePieces(pieces: readonly Piece[], cut: readonly Text[], lines: readonly Line[]): void {
  const rest = pieces.values();
  for (const { value, position } of cut) {
    if (position === undefined) return;
    let at: Point = position.start;
    for (let length = 0; length < value.length; ) {
      const piece = rest.next().value;
      if (piece === undefined) return;
      const said = plainText(piece);
      const end = endOf(said, at, lines);
      for (const text of 'children' in piece ? piece.children : [piece]) {
        if (text.type === 'text') text.position = { start: startOf(said, at, lines), end };
      }
      at = end;
      length += said.length;
    }
  }
}

/** Signs that are written otherwise, with a backslash or by name, can make a piece longer in the source than it is. */
function startOf(said: string, { line, column }: Point, lines: readonly Line[]): Point {
  const found = (lines[line - 1]?.text ?? '').indexOf(firstLine(said), column - 1);
  return pointAt(line, found === -1 ? column : found + 1, lines);
}

function endOf(said: string, at: Point, lines: readonly Line[]): Point {
  const start = startOf(said, at, lines);
  const parts = said.split('\n');
  const last = parts.at(-1) ?? '';
  const line = start.line + parts.length - 1;
  const source = lines[line - 1]?.text ?? '';
  const from = parts.length === 1 ? start.column - 1 : Math.max(0, source.indexOf(last));
  return pointAt(line, Math.min(from + last.length, source.length) + 1, lines);
}

function pointAt(line: number, column: number, lines: readonly Line[]): Point {
  return { line, column, offset: (lines[line - 1]?.offset ?? 0) + column - 1 };
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end === -1 ? text : text.slice(0, end);
}
