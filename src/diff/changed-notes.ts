/** The blocks of a redline go in; the notes in both texts whose words changed come out, as what a clause that refers to them shows. */
import type { RedlineBlock } from '../model/redline.ts';
import { noteAround } from './note-referrers.ts';
import { hasSameContent } from './wording.ts';

/** By the address of the note; without the list around it. */
export function changedNotes(blocks: readonly RedlineBlock[]): Map<string, RedlineBlock[]> {
  const notes = new Map<string, RedlineBlock[]>();
  for (const block of blocks) {
    const note = (block.newer ?? block.older)?.role.kind === 'note' ? noteAround(block) : undefined;
    if (note === undefined || block.kind === 'moved-away' || hasSameContent(block)) continue;
    const { counterpart: _, ...own } = block;
    const kind = own.kind === 'moved-here' ? 'changed' : own.kind;
    const shown: RedlineBlock = { ...own, kind, within: [], form: [...own.form, { kind: 'note-words' }] };
    notes.set(note, [...(notes.get(note) ?? []), shown]);
  }
  return notes;
}
