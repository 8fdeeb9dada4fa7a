/** A line's words go in; if all that is marked up in them is bold, slanted or a link, and none of it in another, its nodes come out. */
import type { Emphasis, Link, PhrasingContent, Strong, Text } from 'mdast';
import type { Point } from 'unist';

/** Where something begins: a point whose offset is known. */
export type Start = Point & { readonly offset: number };

/** What begins other mark-up or an address, or may stand for a character that does. */
const MAY_MEAN_MORE = /[\\`*_~<>[\]|@&\t]|www|:\/\//i;

/**
 * Asterisks outside of which only blanks or signs stand and inside of which only letters or digits, or a sign before a blank:
 * they can mean but one thing (CommonMark 0.31, 6.2). And links whose address needs no unescaping (6.3).
 */
const MARKED =
  /(?<=^|[ (])(?<stars>\*{1,2})(?<inner>[\p{L}\p{N}](?:[^*\n]*?(?:[\p{L}\p{N}](?=\*{1,2}(?:$|[ .,;:!?)]))|[.,;:!?)](?=\*{1,2}(?:$| ))))?)\k<stars>(?=$|[ .,;:!?)])|(?<!!)\[(?<label>[\p{L}\p{N}][^[\]\n]*)\]\((?<url>[\w/.:#?=%~,+-]+)\)/gu;

/** Gives what the parser gives, places included; undefined says that it must be asked. */
export function parsePlainWords(words: string, start: Start): PhrasingContent[] | undefined {
  if (words.endsWith(' ')) return undefined;
  const nodes: PhrasingContent[] = [];
  let from = 0;
  for (const { 0: whole, index, groups = {} } of words.matchAll(MARKED)) {
    const { stars = '', inner = groups.label ?? '', url } = groups;
    const before = words.slice(from, index);
    if (MAY_MEAN_MORE.test(before) || MAY_MEAN_MORE.test(inner) || inner.endsWith(' ')) return undefined;
    if (before !== '') nodes.push(textAt(before, after(start, from)));
    const at = after(start, index);
    const children = [textAt(inner, after(at, Math.max(1, stars.length)))];
    const position = { start: at, end: after(at, whole.length) };
    nodes.push(markedNode({ stars, url, children, position }));
    from = index + whole.length;
  }
  const rest = words.slice(from);
  if (MAY_MEAN_MORE.test(rest)) return undefined;
  return rest === '' ? nodes : [...nodes, textAt(rest, after(start, from))];
}

function markedNode(marked: {
  readonly stars: string;
  readonly url: string | undefined;
  readonly children: Text[];
  readonly position: { readonly start: Start; readonly end: Start };
}): Emphasis | Strong | Link {
  const { stars, url, children, position } = marked;
  if (url !== undefined) return { type: 'link', title: null, url, children, position };
  return { type: stars === '*' ? 'emphasis' : 'strong', children, position };
}

function textAt(value: string, start: Start): Text {
  return { type: 'text', value, position: { start: { ...start }, end: after(start, value.length) } };
}

export function after({ line, column, offset }: Start, length: number): Start {
  return { line, column: column + length, offset: offset + length };
}
