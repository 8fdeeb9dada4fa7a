/** The blocks of a redline and the clauses of both texts go in; what happened to each clause comes out. */
import type { Clause } from '../model/clause.ts';
import {
  type ClauseChange,
  type ClauseChangeKind,
  type ClauseName,
  isRenumbered,
  type RedlineBlock,
} from '../model/redline.ts';
import { createOutline } from './open-clauses.ts';
import { hasSameContent } from './wording.ts';

interface Entry {
  readonly older?: Clause;
  readonly newer?: Clause;
  readonly status: 'kept' | 'added' | 'removed' | 'moved';
  /** The same befell the clause around: it is told of there. */
  readonly isImplied: boolean;
  isRenumbered: boolean;
  change?: 'changed' | 'form';
  /** Index of the first block that changed. */
  block?: number;
}

export interface Clauses {
  readonly older: readonly Clause[];
  readonly newer: readonly Clause[];
}

export function clauseChanges(blocks: readonly RedlineBlock[], clauses: Clauses): ClauseChange[] {
  const [olderClauses, newerClauses] = [byAnchor(clauses.older), byAnchor(clauses.newer)];
  const [olderOutline, newerOutline] = [createOutline<Entry>(), createOutline<Entry>()];
  const opening: Entry = { status: 'kept', isImplied: false, isRenumbered: false };
  const entries = [opening];
  for (const [index, block] of blocks.entries()) {
    const isAway = block.kind === 'moved-away';
    const older = olderClauses.get(block.older?.anchor ?? '');
    const newer = isAway ? undefined : newerClauses.get(block.newer?.anchor ?? '');
    const status = statusOf(block, { older, newer });
    if (older !== undefined || newer !== undefined) {
      // What it took from the clause before, or gave to it, changes that one too.
      const isSeam = block.older?.continues || block.newer?.continues;
      const neighbour = isSeam ? newerOutline.current() : undefined;
      if (neighbour !== undefined) Object.assign(neighbour, { change: 'changed', block: neighbour.block ?? index });
      const outer = newer === undefined ? olderOutline.around(older?.depth ?? 1) : newerOutline.around(newer.depth);
      const entry: Entry = {
        status,
        isImplied: status !== 'kept' && outer?.status === status,
        isRenumbered: older !== undefined && newer !== undefined && isRenumbered(block) && outer?.isRenumbered !== true,
        block: index,
        ...(older === undefined ? {} : { older }),
        ...(newer === undefined ? {} : { newer }),
      };
      if (newer !== undefined) newerOutline.open(newer.depth, entry);
      if (older !== undefined && block.kind !== 'moved-here') olderOutline.open(older.depth, entry);
      // The other end of a move tells of it.
      if (!isAway) entries.push(entry);
    }
    const isOlder = block.kind === 'deleted' || isAway;
    note(block, index, (isOlder ? olderOutline : newerOutline).current() ?? opening);
  }
  return entries.flatMap(told);
}

function byAnchor(clauses: readonly Clause[]): Map<string, Clause> {
  return new Map(clauses.map((clause) => [clause.anchor, clause]));
}

function statusOf(
  { kind, ...sides }: RedlineBlock,
  { older, newer }: { readonly older?: Clause | undefined; readonly newer?: Clause | undefined },
): Entry['status'] {
  // Its words were, or are, part of another clause.
  if (sides.older?.continues && older === undefined && newer !== undefined) return 'added';
  if (sides.newer?.continues && newer === undefined && older !== undefined) return 'removed';
  if (kind === 'inserted') return 'added';
  if (kind === 'deleted') return 'removed';
  return kind === 'moved-here' || kind === 'moved-away' ? 'moved' : 'kept';
}

/** Takes down in the entry of its clause what changed in a block. */
function note(block: RedlineBlock, index: number, entry: Entry): void {
  if (block.kind === 'same') return;
  const status = statusOf(block, {});
  const hasOnlyForm = status === 'kept' && hasSameContent(block);
  // A change of nothing but the number is told of as such.
  if (hasOnlyForm && block.form.length === 0) return;
  const isWithWhole = status !== 'kept' && status === entry.status;
  if (isWithWhole && (block.kind !== 'moved-here' || hasSameContent(block))) return;
  if (entry.status === 'added' || entry.status === 'removed') return;
  if (entry.change !== 'changed') entry.change = hasOnlyForm ? 'form' : 'changed';
  entry.block ??= index;
}

function told({ older, newer, status, isImplied, isRenumbered, change, block = 0 }: Entry): ClauseChange[] {
  const kinds: ClauseChangeKind[] = [];
  if (status !== 'kept' && !isImplied) kinds.push(status);
  if (change !== undefined) kinds.push(change);
  if (isRenumbered) kinds.push('renumbered');
  const names = {
    ...(older === undefined ? {} : { older: nameOf(older) }),
    ...(newer === undefined ? {} : { newer: nameOf(newer) }),
  };
  return kinds.map((kind) => ({ kind, ...names, block }));
}

function nameOf({ anchor, label, citation, title }: Clause): ClauseName {
  return { anchor, title, ...(label === undefined ? {} : { label }), ...(citation === undefined ? {} : { citation }) };
}
