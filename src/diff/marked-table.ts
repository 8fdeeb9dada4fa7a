/** A compared table goes in; its rows as HTML come out. */
import type { Element, ElementContent } from 'hast';
import type { RedlineBlock, RedlineRow, RunWords, TableContent } from '../model/redline.ts';

type MarkBlocks = (blocks: readonly RedlineBlock[]) => ElementContent[];

/** A row or cell that is not `same` carries its kind in `data-redline`. The first cell of one that moved opens with words of that. */
export function markedTable({ rows }: TableContent, words: RunWords, markBlocks: MarkBlocks): ElementContent[] {
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
    section.children.push(markedRow(row, words, markBlocks));
  }
  return parts;
}

function markedRow({ kind, shell, cells }: RedlineRow, words: RunWords, markBlocks: MarkBlocks): Element {
  const children = cells.map((cell, index): Element => {
    const properties = { ...cell.shell.properties, ...markOf(cell.kind) };
    const opening = index === 0 ? moveWords(kind, words) : [];
    const content = [...opening, ...markBlocks(cell.blocks)];
    return { type: 'element', tagName: cell.shell.tagName, properties, children: content };
  });
  return { type: 'element', tagName: 'tr', properties: { ...shell.properties, ...markOf(kind) }, children };
}

function moveWords(kind: RedlineRow['kind'], words: RunWords): ElementContent[] {
  const value = kind === 'moved-here' ? words.rowMovedHere : kind === 'moved-away' ? words.rowMovedAway : undefined;
  if (value === undefined) return [];
  const children: ElementContent[] = [{ type: 'text', value: `${value} ` }];
  return [{ type: 'element', tagName: 'span', properties: { className: ['row-move'] }, children }];
}

function markOf(kind: RedlineRow['kind']): { readonly dataRedline?: string } {
  return kind === 'same' ? {} : { dataRedline: kind };
}
