/** A paragraph's inline content, seen as lines: where they begin, how they are parted, what opens and closes them. */
import type { Heading, Paragraph, PhrasingContent, Text } from 'mdast';
import { isNext, type Label, readLabel } from './label.ts';

/** A line may begin a clause only where the one before has come to an end: `…; and`, `…:`, `….` */
const ENDED =
  /[.;:!?…。；：！？]["'”»）」』)\]]*(?:\s+(?:and|or|и|или|und|oder|et|ou|y|o|e))?\s*$|,\s*(?:and|or|и|или)\s*$/iu;

const FIXED_ANCHOR = /^\{#([\p{L}\p{N}][\p{L}\p{N}_.:~-]*)\}\s*$/u;

/** The words an element opens with, looking into emphasis; empty if it opens with something else. */
export function openingText(node: Heading | Paragraph): string {
  const first = node.children[openingIndex(node)];
  if (first?.type === 'text') return first.value;
  // `**1.1.** text` and `**(a) Title.** text`: the label is written bold.
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return '';
  const inner = first.children[0];
  return inner?.type === 'text' ? inner.value : '';
}

/** Old texts put an empty `<a name>` or `<a id>` in front of a label. */
function openingIndex(node: Heading | Paragraph): number {
  const index = node.children.findIndex((child) => child.type !== 'html');
  return Math.max(0, index);
}

/** Takes the first `length` units off the words an element opens with. */
export function cutLabel(node: Heading | Paragraph, length: number): void {
  const index = openingIndex(node);
  const first = node.children[index];
  if (first?.type === 'text') first.value = first.value.slice(length);
  else if (first?.type === 'strong' || first?.type === 'emphasis') {
    const inner = first.children[0];
    if (inner?.type === 'text') inner.value = inner.value.slice(length);
    if (first.children.length === 1 && inner?.type === 'text' && inner.value === '') {
      node.children.splice(index, 1);
      trimStart(node.children[index]);
    }
  }
}

function trimStart(node: PhrasingContent | undefined): void {
  if (node?.type === 'text') node.value = node.value.trimStart();
}

/** The address its author fixed with `{#name}` at the end, taken off the text. */
export function fixedAnchor(node: Heading | Paragraph): string | undefined {
  const last = node.children.at(-1);
  if (last?.type !== 'text') return undefined;
  const at = last.value.lastIndexOf('{#');
  const match = at === -1 ? null : FIXED_ANCHOR.exec(last.value.slice(at));
  if (match === null) return undefined;
  last.value = last.value.slice(0, at).trimEnd();
  return match[1];
}

/** One line of a paragraph and what stood between it and the line before: a line end or a hard break. */
export interface Line {
  readonly paragraph: Paragraph;
  readonly separator?: PhrasingContent;
}

/**
 * Parts a paragraph before each line that begins with what may be a label; a paragraph without such lines stays as it is.
 * `opening` is the label that the paragraph stands behind, as that of its list item.
 */
export function breakLines(paragraph: Paragraph, opening?: Label): Line[] {
  const parted = partAtLabel(paragraph, labelAt(paragraph.children) ?? opening);
  if (parted === undefined) return [{ paragraph }];
  const [next, ...others] = breakLines(parted.after);
  const following = next === undefined ? [] : [{ ...next, separator: parted.separator }, ...others];
  return [{ paragraph: parted.before }, ...following];
}

/** Puts a line back where it was parted off. */
export function joinLine(target: Paragraph, line: Line): void {
  target.children.push(line.separator ?? { type: 'text', value: '\n' }, ...line.paragraph.children);
}

interface Parted {
  readonly before: Paragraph;
  readonly after: Paragraph;
  readonly separator: PhrasingContent;
}

function partAtLabel(paragraph: Paragraph, opening: Label | undefined): Parted | undefined {
  for (const [index, child] of paragraph.children.entries()) {
    const isHard = paragraph.children[index - 1]?.type === 'break';
    if (isHard && index > 1 && labelAt(paragraph.children.slice(index)) !== undefined) return part(paragraph, index, 0);
    if (child.type !== 'text') continue;
    for (let at = child.value.indexOf('\n'); at !== -1; at = child.value.indexOf('\n', at + 1)) {
      const isLast = at === child.value.length - 1;
      const following = isLast ? paragraph.children.slice(index + 1) : [after(child, at + 1)];
      const label = labelAt(following);
      if (label === undefined) continue;
      // Two labels in a row need no stop between them: `(a) one` / `(b) two`.
      const follows = opening !== undefined && isNext(opening, label);
      if (follows || isEnded(paragraph, index, child.value.slice(0, at))) return part(paragraph, index, at + 1);
    }
  }
  return undefined;
}

function isEnded(paragraph: Paragraph, index: number, before: string): boolean {
  if (before.trim() !== '') return ENDED.test(before);
  const previous = paragraph.children[index - 1];
  return previous !== undefined && 'children' in previous
    ? ENDED.test(textWithin(previous.children))
    : previous?.type === 'text' && ENDED.test(previous.value);
}

function textWithin(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? textWithin(node.children) : ''))
    .join('');
}

function labelAt(children: readonly PhrasingContent[]): Label | undefined {
  const text = openingText({ type: 'paragraph', children: [...children] });
  return readLabel(text.trimStart(), { isHeading: false });
}

function part(paragraph: Paragraph, index: number, offset: number): Parted {
  const child = paragraph.children[index];
  const before = paragraph.children.slice(0, index);
  const rest = paragraph.children.slice(index);
  let separator: PhrasingContent = { type: 'text', value: '\n' };
  if (child?.type === 'text' && offset > 0) {
    before.push({ ...child, value: child.value.slice(0, offset).trimEnd() });
    const cut = after(child, offset);
    rest.splice(0, 1, ...(cut.value === '' ? [] : [cut]));
  } else if (before.at(-1)?.type === 'break') separator = before.pop() ?? separator;
  return {
    before: { ...paragraph, children: before },
    after: { type: 'paragraph', children: rest, ...positionAt(child, offset) },
    separator,
  };
}

/** Where a parted line begins: its line is exact, and it runs from that line's start. */
function positionAt(child: PhrasingContent | undefined, offset: number): Pick<Paragraph, 'position'> {
  if (child?.position === undefined) return {};
  const passed = child.type === 'text' ? child.value.slice(0, offset).split('\n').length - 1 : 0;
  const line = child.position.start.line + passed;
  return { position: { start: { line, column: 1 }, end: { line, column: 1 } } };
}

function after(text: Text, offset: number): Text {
  return { ...text, value: text.value.slice(offset).trimStart(), ...positionAt(text, offset) };
}
