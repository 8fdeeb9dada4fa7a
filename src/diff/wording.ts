/** Blocks of a redline go in; whether they say the same words in both texts comes out. */
import { isRenumbered, type RedlineBlock, type RedlineCell, type RedlineRow, type Run } from '../model/redline.ts';

/** The same words under the same number; mark-up, links and spelling aside. */
export function hasSameWording(block: RedlineBlock): boolean {
  if (block.kind !== 'same' && block.kind !== 'changed') return false;
  if (isRenumbered(block)) return false;
  return hasSameContent(block);
}

/** As `hasSameWording`, whatever the number. */
export function hasSameContent({ kind, content }: RedlineBlock): boolean {
  if (kind !== 'same' && kind !== 'changed' && kind !== 'moved-here') return false;
  return content.kind === 'text' ? content.runs.every(isUnchanged) : content.rows.every(isSameRow);
}

function isUnchanged({ kind }: Run): boolean {
  return kind === 'same' || kind === 'restyled';
}

function isSameRow({ kind, cells }: RedlineRow): boolean {
  return (kind === 'same' || kind === 'changed') && cells.every(isSameCell);
}

function isSameCell({ kind, blocks }: RedlineCell): boolean {
  return kind !== 'inserted' && kind !== 'deleted' && blocks.every(hasSameWording);
}
