/** A redline and the clauses of both texts go in; for each newer clause, which older one it was and what changed in its own words, comes out. */
import type { Clause } from '../model/clause.ts';
import type { ClauseMatch } from '../model/clause-match.ts';
import type { ClauseStep } from '../model/lineage.ts';
import type { Redline, RedlineBlock } from '../model/redline.ts';
import { changedNotes } from './changed-notes.ts';
import { notesIn } from './note-referrers.ts';
import { ownRedline, ownText } from './own-redline.ts';
import { isInOtherWords, type OwnedBlock, ownedBlocks } from './owned-blocks.ts';

/** A clause's own words are its heading and text up to the first clause within it; each word of a text is in one clause at most. The words of a note are those of all that refer to it. */
export function traceClauses(
  { blocks, matching }: Pick<Redline, 'blocks' | 'matching'>,
  clauses: { readonly older: readonly Clause[]; readonly newer: readonly Clause[] },
): ClauseStep[] {
  const matches = new Map(matching.matches.map((match) => [match.newer, match]));
  const owned = ownedBlocks(blocks, matching);
  const notes = changedNotes(blocks);
  return clauses.newer.flatMap((clause): ClauseStep[] => {
    const own = owned.get(clause.anchor) ?? [];
    const opening = own.find(({ block }) => block.newer?.anchor === clause.anchor)?.block;
    // An item of a list written in HTML is no block of its own to a redline.
    return opening === undefined ? [] : [stepOf(clause, { own, opening, match: matches.get(clause.anchor), notes })];
  });
}

interface Traced {
  readonly own: readonly OwnedBlock[];
  readonly opening: RedlineBlock;
  readonly match: ClauseMatch | undefined;
  readonly notes: ReadonlyMap<string, readonly RedlineBlock[]>;
}

function stepOf(clause: Clause, { own, opening, match, notes }: Traced): ClauseStep {
  if (match === undefined) {
    const text = own.map(({ block }) => block);
    return { clause, isChanged: true, isMoved: false, blocks: ownText(text, opening) };
  }
  const { older, evidence } = match;
  const referred = new Set(own.flatMap(({ block, part }) => (part === 'older' ? [] : notesIn(block))));
  const noteBlocks = [...referred].flatMap((note) => notes.get(note) ?? []);
  const isChanged = own.some(isChange) || noteBlocks.length > 0;
  const isMoved = opening.kind === 'moved-here';
  return {
    clause,
    older,
    evidence,
    isChanged,
    isMoved,
    blocks: isChanged ? [...ownRedline(own, opening), ...noteBlocks] : [],
  };
}

/** Where a link leads can be what a clause is about. */
function isChange(own: OwnedBlock): boolean {
  if (isInOtherWords(own)) return true;
  return own.block.form.some(({ kind }) => kind === 'link' || kind === 'note' || kind === 'table');
}
