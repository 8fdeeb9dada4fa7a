/** A compared table goes in; its rows as HTML come out. */
import type { Element, ElementContent } from 'hast';
import type { RedlineBlock, RedlineRow, TableContent } from '../model/redline.ts';

type MarkBlocks = (blocks: readonly RedlineBlock[]) => ElementContent[];

/** A row or cell that is not `same` carries its kind in `data-redline`. */
export function markedTable({ rows }: TableContent, markBlocks: MarkBlocks): ElementContent[] {
  const parts: Element[] = [];
  for (const row of rows) {
    if (row.section === 'caption') {
      const blocks = row.cells.flatMap((cell) => markBlocks(cell.blocks));
      parts.push({ type: 'element', tagName: 'caption', properties: row.shell.properties, children: blocks });
      continue;
    }
    let section = parts.at(-1);
    if (section?.tagName !== row.section) {
      section = { type: 'element', tagName: row.section, properties: {}, children: [] };
      parts.push(section);
    }
    section.children.push(markedRow(row, markBlocks));
  }
  return parts;
}

function markedRow({ kind, shell, cells }: RedlineRow, markBlocks: MarkBlocks): Element {
  const children = cells.map((cell): Element => {
    const properties = { ...cell.shell.properties, ...markOf(cell.kind) };
    return { type: 'element', tagName: cell.shell.tagName, properties, children: markBlocks(cell.blocks) };
  });
  return { type: 'element', tagName: 'tr', properties: { ...shell.properties, ...markOf(kind) }, children };
}

function markOf(kind: RedlineRow['kind']): { readonly dataRedline?: string } {
  return kind === 'same' ? {} : { dataRedline: kind };
}
