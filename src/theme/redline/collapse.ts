/** Marked-up blocks go in; they come out with long stretches in which nothing changed closed, each saying how much it holds. */
import type { Element, ElementContent } from 'hast';
import { element, isClass, isUnmarked, textNode } from './hast.ts';

/** Fewer paragraphs than this are shown. */
const SHORTEST = 3;

/** What is counted as a paragraph, unless it holds others. */
const PARAGRAPHS = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'dt', 'dd', 'pre', 'table', 'div', 'summary']);

/** Headings and clauses within which something changed stay in sight. `say` gets the number of paragraphs. */
export function collapse(nodes: readonly ElementContent[], say: (count: number) => string): ElementContent[] {
  const shown = isShownOf(nodes);
  const out: ElementContent[] = [];
  for (let start = 0; start < nodes.length; ) {
    let end = start;
    while (end < nodes.length && shown[end] === shown[start]) end += 1;
    const stretch = nodes.slice(start, end);
    const count = shown[start] === true ? 0 : paragraphsIn(stretch);
    if (count < SHORTEST) out.push(...stretch);
    else
      out.push(
        element('details', { className: ['unchanged'] }, element('summary', {}, textNode(say(count))), ...stretch),
      );
    start = end;
  }
  return out;
}

/** From the end on: a heading is reached after all that stands below it. */
function isShownOf(nodes: readonly ElementContent[]): boolean[] {
  const shown: boolean[] = nodes.map(() => true);
  /** Levels of headings below which, seen from here, something changes. */
  let changing = new Set<number>();
  const levels = new Set(nodes.flatMap((node) => levelOf(node) ?? []));
  for (const [index, node] of [...nodes.entries()].reverse()) {
    const level = levelOf(node);
    const isChanged = hasChange(node);
    shown[index] = isChanged || (level !== undefined && changing.has(level));
    if (level !== undefined) changing = new Set([...changing].filter((each) => each < level));
    if (isChanged) changing = new Set([...levels].filter((each) => level === undefined || each < level));
  }
  return shown;
}

/** 1 to 6 for a heading, more for a numbered clause, by its depth. */
function levelOf(node: ElementContent): number | undefined {
  if (node.type !== 'element') return undefined;
  if (/^h[1-6]$/.test(node.tagName)) return Number(node.tagName[1]);
  return isClass(node, 'clause') ? 10 + Number(node.properties.dataDepth ?? 1) : undefined;
}

function hasChange(node: ElementContent): boolean {
  if (node.type !== 'element' || isUnmarked(node)) return false;
  return 'dataRedline' in node.properties || isClass(node, 'change-stop') || node.children.some(hasChange);
}

function paragraphsIn(nodes: readonly ElementContent[]): number {
  return nodes.reduce((sum, node) => sum + (node.type === 'element' ? paragraphsOf(node) : 0), 0);
}

function paragraphsOf(node: Element): number {
  if (node.tagName === 'table') return 1;
  return paragraphsIn(node.children) || (PARAGRAPHS.has(node.tagName) ? 1 : 0);
}
