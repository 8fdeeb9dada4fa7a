/** Names, properties and content go in; elements of a HTML tree come out. */
import type { Element, ElementContent, Properties } from 'hast';

export function element(tagName: string, properties: Properties, ...children: readonly ElementContent[]): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

export function textNode(value: string): ElementContent {
  return { type: 'text', value };
}

export function isClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

/** True for what is the same object in several texts or redlines: nothing in it is marked as changed. */
export function isUnmarked(node: ElementContent): boolean {
  return Object.isFrozen(node);
}

/** The words of a tree, without the numbers of notes, what only screen readers say and what is said of a clause’s date or of a row that moved. */
export function plainText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || node.tagName === 'sup') return '';
  if (isClass(node, 'sr-only') || isClass(node, 'row-move') || isClass(node, 'clause-date')) return '';
  return node.children.map(plainText).join('');
}
