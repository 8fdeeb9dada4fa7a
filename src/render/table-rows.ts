/** A Markdown tree goes in; a problem for every table row with more cells than the head has columns comes out. */
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Problems } from './problems.ts';
import { visit } from './visit.ts';

/** GitHub's tables drop what stands behind the last column (GitHub Flavored Markdown 0.29, 4.10). */
export function checkTableRows(tree: Root, problems: Problems): void {
  visit(tree, 'table', ({ children: [head, ...rows] }) => {
    const columns = head?.children.length ?? 0;
    for (const row of rows) {
      const cell = row.children.slice(columns).find((extra) => textOf(extra).trim() !== '');
      if (cell === undefined) continue;
      problems.at(cell.position, {
        ruleId: 'table-row-too-long',
        message: `This row has ${row.children.length} cells, but the table’s head has ${columns}: what stands from here on would not appear on the page.`,
        hint: 'Give the head as many cells as the longest row has, in the line of dashes too. If a bar is meant as text, write \\|.',
      });
    }
  });
}
