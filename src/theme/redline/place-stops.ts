/** Marked-up blocks with empty places for stops go in; they come out with the stops in place, those that open a block before it. */
import type { Element, ElementContent } from 'hast';
import { element, isClass, isUnmarked } from './hast.ts';
import { type Marking, stopMark } from './stop-mark.ts';
import { type Stop, stopId } from './stops.ts';

/** What may stand before a block without parting what belongs together, such as the items of a list. */
const HOISTS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'pre', 'div', 'section']);

export function placeStops(nodes: readonly ElementContent[], marking: Marking): ElementContent[] {
  const byId = new Map(marking.stops.all.map((stop) => [stopId(stop), stop]));
  const stopAt = (node: ElementContent | undefined) =>
    node?.type === 'element' && node.tagName === 'span' ? byId.get(String(node.properties.id)) : undefined;
  const mark = (stop: Stop, tagName: 'div' | 'span') =>
    element(tagName, { className: ['change-stop'], id: stopId(stop) }, ...stopMark(stop, marking));

  const fill = (node: ElementContent, hoisted?: Stop): ElementContent[] => {
    if (node.type !== 'element' || isUnmarked(node)) return [node];
    const stop = stopAt(node);
    if (stop !== undefined) return stop === hoisted ? [] : [mark(stop, 'span')];
    const children = node.children.flatMap((child) => fill(child, hoisted));
    const isSame =
      children.length === node.children.length && children.every((child, at) => child === node.children[at]);
    return [isSame ? node : { ...node, children }];
  };
  const opening = (node: Element): Stop | undefined => {
    const first = node.children.find((child) => !isNumberOrSpace(child));
    return stopAt(first) ?? (first?.type === 'element' ? opening(first) : undefined);
  };
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const own = stopAt(node);
    if (own !== undefined) return [mark(own, 'div')];
    const stop = HOISTS.has(node.tagName) ? opening(node) : undefined;
    return stop === undefined ? fill(node) : [mark(stop, 'div'), ...fill(node, stop)];
  });
}

function isNumberOrSpace(node: ElementContent): boolean {
  return node.type === 'text' ? node.value.trim() === '' : node.type === 'element' && isClass(node, 'label');
}
