/** A Markdown tree goes in; indented code that is prose, as pasted from a word processor, becomes the text its author meant. */
import type { Code, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { type IndentedSource, parseIndented } from './parse-indented.ts';
import type { Problems } from './problems.ts';
import { visit } from './visit.ts';
import { DEEPEST_INDENTED, isProse } from './words/indented-text.ts';

/** Lines as short as these were broken on purpose, as in a postal address. */
const SHORT_LINE = 60;

/** Rewrites `tree` in place and warns of every such block; `markdown` is what the tree was parsed from. */
export function unfoldIndentedText(tree: Root, markdown: string, problems: Problems): void {
  let blocks = blocksIn(tree.children, tree.children, markdown);
  if (blocks.length === 0) return;
  for (const { code } of blocks) {
    problems.at(code.position, {
      ruleId: 'code-by-accident',
      severity: 'warning',
      message:
        'Four or more spaces at the start of this line make it computer code for other programs; here it is shown as text.',
      hint: 'Remove the spaces at the start of the line. If code is meant, put ``` on a line before and after it.',
    });
  }
  const source = { markdown, lines: markdown.split('\n'), names: namesIn(tree, markdown) };
  for (let depth = 1; depth <= DEEPEST_INDENTED && blocks.length > 0; depth += 1) blocks = unfold(blocks, source);
}

interface Block {
  readonly code: Code;
  /** Where it stands. */
  readonly siblings: RootContent[];
}

/** The indented blocks of prose among `nodes` and what they hold; `nodes` themselves stand in `siblings`. */
function blocksIn(nodes: RootContent[], siblings: RootContent[], markdown: string): Block[] {
  const blocks: Block[] = [];
  const root: Root = { type: 'root', children: nodes };
  visit(root, 'code', (code, _, parent) => {
    if (parent === undefined || !isIndented(code, markdown) || !isProse(code.value)) return;
    blocks.push({ code, siblings: parent === root ? siblings : parent.children });
  });
  return blocks;
}

function isIndented({ position }: Code, markdown: string): boolean {
  const start = position?.start.offset ?? 0;
  return !/^\s*(?:```|~~~)/.test(markdown.slice(start, start + 200));
}

/** Notes come first, because a note takes in what is indented behind it. */
function namesIn(tree: Root, markdown: string): string[] {
  const names: string[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type !== 'footnoteDefinition' && node.type !== 'definition') return;
    const written = markdown.slice(node.position?.start.offset, node.position?.end.offset);
    const name = /^\[(?:[^\]\\]|\\.)+\]:/.exec(written)?.[0];
    if (name !== undefined) names.push(name);
  });
  return names.toSorted((a, b) => Number(b.startsWith('[^')) - Number(a.startsWith('[^')));
}

/** Puts the text of every block in its place and returns the indented blocks found in that text. */
function unfold(blocks: readonly Block[], source: IndentedSource): Block[] {
  const texts = parseIndented(
    blocks.map(({ code }) => code),
    source,
  );
  return blocks.flatMap(({ code, siblings }, index) => {
    const nodes = texts[index] ?? [];
    for (const node of nodes) if (node.type === 'paragraph') keepShortLines(node, source);
    siblings.splice(siblings.indexOf(code), 1, ...nodes);
    return blocksIn(nodes, siblings, source.markdown);
  });
}

function keepShortLines(paragraph: Paragraph, { lines }: IndentedSource): void {
  const { start, end } = paragraph.position ?? { start: { line: 1 }, end: { line: 1 } };
  if (start.line === end.line) return;
  if (lines.slice(start.line - 1, end.line).some((line) => line.trim().length >= SHORT_LINE)) return;
  paragraph.children = paragraph.children.flatMap((child) => (child.type === 'text' ? broken(child.value) : [child]));
}

function broken(value: string): PhrasingContent[] {
  return value.split('\n').flatMap((line, index): PhrasingContent[] => {
    const text: PhrasingContent[] = line === '' ? [] : [{ type: 'text', value: line }];
    return index === 0 ? text : [{ type: 'break' }, ...text];
  });
}
