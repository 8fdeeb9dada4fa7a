/** A tree goes in; its tables come out in regions that scroll sideways and can be reached by keyboard. */
import type { Element, Root } from 'hast';
import { visit } from './visit.ts';

/** `before` is how many tables stand in front of the tree. */
export function wrapTables(tree: Root, name: string, before = 0): void {
  let number = before;
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName === 'td' || element.tagName === 'th') moveAlignment(element);
    if (element.tagName !== 'table' || parent === undefined || index === undefined) return;
    number += 1;
    parent.children[index] = {
      type: 'element',
      tagName: 'section',
      properties: {
        className: ['table-scroll'],
        tabIndex: 0,
        ariaLabel: name.replace('{number}', String(number)),
      },
      children: [element],
    };
  });
}

/** HTML no longer has `align`, and a strict policy forbids inline style: the theme aligns by this attribute. */
function moveAlignment({ properties }: Element): void {
  if (properties.align === undefined) return;
  properties.dataAlign = properties.align;
  delete properties.align;
}
