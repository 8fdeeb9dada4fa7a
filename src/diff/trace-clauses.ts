/** The blocks of a redline and the clauses of both texts go in; for each newer clause, which older one it was and what changed in its own words, comes out. */
import type { Clause } from '../model/clause.ts';
import type { ClauseStep } from '../model/lineage.ts';
import type { RedlineBlock } from '../model/redline.ts';
import { ownersOf } from './clause-owners.ts';
import { type ClauseMatch, matchClauses } from './match-clauses.ts';
import { type OwnedBlock, ownRedline, ownText } from './own-redline.ts';
import { hasSameContent } from './wording.ts';

/** A clause's own words are its heading and text up to the first clause within it; each word of a text is in one clause at most. */
export function traceClauses(
  blocks: readonly RedlineBlock[],
  clauses: { readonly older: readonly Clause[]; readonly newer: readonly Clause[] },
): ClauseStep[] {
  const owners = ownersOf(blocks, clauses);
  const matches = new Map(matchClauses({ blocks, owners, clauses }).map((match) => [match.newer, match]));
  const heirs = new Map([...matches.values()].map(({ older, newer }) => [older, newer]));
  const owned = new Map<string, OwnedBlock[]>();
  const add = (clause: string | undefined, block: OwnedBlock): void => {
    if (clause === undefined) return;
    const known = owned.get(clause);
    if (known === undefined) owned.set(clause, [block]);
    else known.push(block);
  };
  for (const [index, block] of blocks.entries()) {
    const heir = heirs.get(owners.older[index] ?? '');
    const owner = owners.newer[index];
    if (block.kind === 'moved-away') continue;
    if (owner !== undefined && owner === heir) add(owner, { block, part: 'both' });
    else {
      add(heir, { block, part: 'older' });
      add(owner, { block, part: 'newer' });
    }
  }
  return clauses.newer.flatMap((clause): ClauseStep[] => {
    const own = owned.get(clause.anchor) ?? [];
    const opening = own.find(({ block }) => block.newer?.anchor === clause.anchor)?.block;
    // An item of a list written in HTML is no block of its own to a redline.
    return opening === undefined ? [] : [stepOf(clause, { own, opening, match: matches.get(clause.anchor) })];
  });
}

interface Traced {
  readonly own: readonly OwnedBlock[];
  readonly opening: RedlineBlock;
  readonly match: ClauseMatch | undefined;
}

function stepOf(clause: Clause, { own, opening, match }: Traced): ClauseStep {
  if (match === undefined) {
    const text = own.map(({ block }) => block);
    return { clause, isChanged: true, isMoved: false, blocks: ownText(text, opening) };
  }
  const { older, evidence } = match;
  const isChanged = own.some(isChange);
  const isMoved = opening.kind === 'moved-here';
  return { clause, older, evidence, isChanged, isMoved, blocks: isChanged ? ownRedline(own, opening) : [] };
}

/** Numbers, levels and emphasis are no words; where a link leads can be what it is about. */
function isChange({ block, part }: OwnedBlock): boolean {
  if (part !== 'both' || !hasSameContent(block)) return true;
  return block.form.some(({ kind }) => kind === 'link' || kind === 'note' || kind === 'table');
}
