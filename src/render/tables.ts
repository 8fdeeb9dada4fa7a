/** A tree goes in; its tables come out in regions that scroll sideways and can be reached by keyboard. */
import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

export function wrapTables(tree: Root, name: string): void {
  let number = 0;
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'table' || parent === undefined || index === undefined) return;
    number += 1;
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: {
        className: ['table-scroll'],
        role: 'region',
        tabIndex: 0,
        ariaLabel: name.replace('{number}', String(number)),
      },
      children: [element],
    };
    return SKIP;
  });
}
