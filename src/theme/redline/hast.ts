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
