/** A Markdown tree goes in; paragraphs written as `term` / `: definition` come out as definition lists. */
import type { Blockquote, ListItem, Paragraph, Parent, PhrasingContent, Root, RootContent } from 'mdast';

export interface DefinitionList extends Parent {
  type: 'definitionList';
  children: DefinitionPart[];
}

export interface DefinitionPart extends Parent {
  type: 'definitionPart';
  role: 'term' | 'definition';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface RootContentMap {
    definitionList: DefinitionList;
    definitionPart: DefinitionPart;
  }
  interface BlockContentMap {
    definitionList: DefinitionList;
  }
}

const MARK = /^:[ \t]+/;
/** A paragraph of more lines is no row of terms that share a definition. */
const MOST_TERMS = 4;

/** Rewrites `parent` and what it holds in place. A colon elsewhere (`9:30`, `3:1`, a line that ends with one) is left alone. */
export function markDefinitionLists(parent: Root | ListItem | Blockquote): void {
  const children: RootContent[] = [];
  for (const node of parent.children as RootContent[]) {
    if (node.type === 'blockquote') markDefinitionLists(node);
    if (node.type === 'list') for (const item of node.children) markDefinitionLists(item);
    const parts = node.type === 'paragraph' ? partsOf(node, children) : undefined;
    if (parts === undefined) {
      children.push(node);
      continue;
    }
    const previous = children.at(-1);
    if (previous?.type === 'definitionList') previous.children.push(...parts);
    else children.push({ type: 'definitionList', children: parts });
  }
  parent.children = children as typeof parent.children;
}

/** The terms and definitions of a paragraph, or undefined if it is none. Takes a term that stands in a paragraph of its own from `before`. */
function partsOf(paragraph: Paragraph, before: RootContent[]): DefinitionPart[] | undefined {
  const lines = linesOf(paragraph.children);
  const isDefinition = lines.map(([first]) => first?.type === 'text' && MARK.test(first.value));
  if (!isDefinition.includes(true)) return undefined;
  const parts: DefinitionPart[] = [];
  if (isDefinition[0] === true) {
    const previous = before.at(-1);
    const terms = previous?.type === 'paragraph' ? linesOf(previous.children) : [];
    if (terms.length > 0 && terms.length <= MOST_TERMS) {
      before.pop();
      for (const term of terms) parts.push({ type: 'definitionPart', role: 'term', children: term });
    } else if (previous?.type !== 'definitionList') return undefined;
  }
  for (const [index, line] of lines.entries()) {
    const last = parts.at(-1);
    if (isDefinition[index] === true)
      parts.push({ type: 'definitionPart', role: 'definition', children: withoutMark(line) });
    // A line is a term if a definition follows it; else it goes on with what came before.
    else if (isDefinition[index + 1] === true || last === undefined)
      parts.push({ type: 'definitionPart', role: 'term', children: line });
    else last.children.push({ type: 'text', value: '\n' }, ...line);
  }
  return parts;
}

function withoutMark([first, ...rest]: PhrasingContent[]): PhrasingContent[] {
  return first?.type === 'text' ? [{ ...first, value: first.value.replace(MARK, '') }, ...rest] : [];
}

/** Inline content, parted at line ends. */
function linesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type !== 'text') {
      lines.at(-1)?.push(child);
      continue;
    }
    for (const [index, value] of child.value.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (value !== '') lines.at(-1)?.push({ ...child, value });
    }
  }
  return lines;
}
