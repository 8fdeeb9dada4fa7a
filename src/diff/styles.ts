/** A word in its line goes in; how it is marked up, as far as readers notice, comes out. */
import type { Element } from 'hast';
import { type Line, piecesWithin } from './line.ts';
import { noteOf, type Piece } from './pieces.ts';
import type { Token } from './tokens.ts';

export interface Style {
  /** Where a link around it leads. */
  readonly href?: string;
  /** The address of the note it refers to. */
  readonly note?: string;
  /** Names of elements around it, sorted. */
  readonly emphasis: readonly string[];
}

/** Names of elements that show; two for the same thing count as one. */
const EMPHASIS: ReadonlyMap<string, string> = new Map([
  ...['em', 'strong', 'code', 'u', 's', 'sub', 'sup', 'small', 'kbd', 'samp', 'var', 'cite', 'dfn', 'q'].map(
    (name) => [name, name] as const,
  ),
  ['i', 'em'],
  ['b', 'strong'],
]);

const PLAIN: Style = { emphasis: [] };

/** A word with several mark-ups has all of them. */
export function styleOf(line: Line, { start, wordEnd }: Token): Style {
  const [first, behind] = piecesWithin(line, { start, end: wordEnd });
  const [piece] = line.pieces.slice(first, first + 1);
  if (behind - first === 1 && piece !== undefined) return pieceStyle(piece);
  const styles = line.pieces
    .slice(first, behind)
    .filter(({ text }) => text.trim() !== '')
    .map(pieceStyle);
  const href = styles.find((style) => style.href !== undefined)?.href;
  const note = styles.find((style) => style.note !== undefined)?.note;
  const emphasis = [...new Set(styles.flatMap((style) => style.emphasis))].sort();
  return { emphasis, ...(href === undefined ? {} : { href }), ...(note === undefined ? {} : { note }) };
}

function pieceStyle({ marks, node }: Piece): Style {
  if (node === undefined && marks.length === 0) return PLAIN;
  const emphasis = marks.flatMap(({ tagName }) => EMPHASIS.get(tagName) ?? []);
  const href = marks.map(hrefOf).find((found) => found !== undefined);
  const note = node === undefined ? undefined : noteOf(node);
  return {
    emphasis: [...new Set(emphasis)].sort(),
    ...(href === undefined ? {} : { href }),
    ...(note === undefined ? {} : { note }),
  };
}

function hrefOf({ properties: { href } }: Element): string | undefined {
  return typeof href === 'string' ? href : undefined;
}
