/** Marked-up blocks go in; each that changed comes out behind a hidden copy of what it said before, for a style sheet that sets both texts side by side. */
import type { Element, ElementContent } from 'hast';
import { element, isClass, isUnmarked, textNode } from './hast.ts';
import type { RedlineSpeech } from './redline-words.ts';

const GONE = new Set<unknown>(['deleted', 'moved-away']);
const CAME = new Set<unknown>(['inserted', 'moved-here']);
/** What stays where it is though empty: a table has its columns. */
const CELLS = new Set(['td', 'th']);

/**
 * The block itself, without what was taken out, is the newer text: a style sheet hides `del`, the space behind it (`.between`) and all
 * that is `data-only="older"`, which holds nothing else. Addresses stay with the block. Nothing of the copy is shown where that style sheet does not reach.
 */
export function setApart(nodes: readonly ElementContent[], words: RedlineSpeech): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element' || isClass(node, 'change-stop') || !hasChange(node)) return [node];
    const copy = olderPart(node, (name) => `${words.say('text-before')}: ${name}`);
    const label = (key: 'text-before' | 'text-after') =>
      element('span', { className: ['sr-only'] }, textNode(`${words.say(key)}: `));
    const content = copy === undefined ? [] : [label('text-before'), copy, label('text-after')];
    return [element('div', { className: ['before'], hidden: true }, ...content), withOnly(node)];
  });
}

function hasChange(node: ElementContent): boolean {
  if (node.type !== 'element' || isUnmarked(node)) return false;
  const { tagName, properties, children } = node;
  return tagName === 'ins' || tagName === 'del' || 'dataRedline' in properties || children.some(hasChange);
}

/** Undefined if nothing of it was there before. `rename` tells what bears a name, a wide table, from the one in the other text. */
function olderPart(node: Element, rename: (name: string) => string): Element | undefined {
  const { tagName, properties, children } = node;
  if (tagName === 'ins' || CAME.has(properties.dataRedline)) return undefined;
  if (isClass(node, 'change-stop') || isClass(node, 'between')) return undefined;
  const kept = children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    const part = olderPart(child, rename);
    return part === undefined ? [] : [part];
  });
  if (!CELLS.has(tagName) && hasText(children) && !hasText(kept)) return undefined;
  const { id: _, dataRedline: __, ariaLabel, ...others } = properties;
  const name = typeof ariaLabel === 'string' ? { ariaLabel: rename(ariaLabel) } : {};
  return { ...node, properties: { ...others, ...name }, children: kept };
}

function hasText(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) =>
    node.type === 'text' ? node.value.trim() !== '' : 'children' in node && hasText(node.children),
  );
}

/** Marks the outermost elements that hold words of the older text alone. */
function withOnly(node: Element): Element {
  const isOld = GONE.has(node.properties.dataRedline) || (hasText(node.children) && !hasNewer(node));
  if (isOld) return { ...node, properties: { ...node.properties, dataOnly: 'older' } };
  const children = node.children.map((child) =>
    child.type === 'element' && child.tagName !== 'del' && hasChange(child) ? withOnly(child) : child,
  );
  return { ...node, children };
}

function hasNewer(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  if (node.type !== 'element' || node.tagName === 'del' || GONE.has(node.properties.dataRedline)) return false;
  return !isClass(node, 'change-stop') && node.children.some(hasNewer);
}
