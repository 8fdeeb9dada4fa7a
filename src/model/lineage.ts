/** The clauses of a policy through its editions, in one language: which clause of one is which of the next, and which words it had when. */
import type { CivilDate, Moment } from './civil-date.ts';
import type { Clause } from './clause.ts';
import type { Evidence } from './clause-match.ts';
import type { Redline, RedlineBlock } from './redline.ts';

/** A clause of an edition, and what became of it since the edition before. */
export interface ClauseStep {
  readonly clause: Clause;
  /** The fragment of the clause that it was; absent if it is new. */
  readonly older?: string;
  readonly evidence?: Evidence;
  /** True if its own words, or where its links and notes lead, are not those of `older`. Its number and place do not count. */
  readonly isChanged: boolean;
  /** True if it went past others. */
  readonly isMoved: boolean;
  /** Its own redline, without the clauses within it, if it is new or changed; else empty. */
  readonly blocks: readonly RedlineBlock[];
  /** Days of corrections of either edition that are left aside in saying that its words stayed; absent for none. */
  readonly corrected?: readonly CivilDate[];
}

/** Each edition that has a text in the language, in order, with its clauses in the order of the text. */
export interface TracedEdition {
  readonly edition: string;
  /** The edition from which the steps lead, an earlier one; absent for the first. */
  readonly older?: string;
  readonly steps: readonly ClauseStep[];
}

/** The same own words through one edition or several that follow each other. */
export interface ClauseVersion {
  /** The first and the last edition that have them. */
  readonly from: string;
  readonly until: string;
  /** As it stands in `from`. */
  readonly clause: Clause;
  readonly isMoved: boolean;
  readonly blocks: readonly RedlineBlock[];
}

/** Where a clause stands in an edition. */
export interface Stand {
  readonly edition: string;
  readonly clause: Clause;
  /** Index in `versions`. */
  readonly version: number;
  /** From when it applies there, if its author dated it, or a clause around it, apart from the edition. */
  readonly from?: Moment;
  /** As in `ClauseStep`, since the first edition that has these words. */
  readonly corrected?: readonly CivilDate[];
}

/** One clause through all editions that have it. */
export interface Lineage {
  /** The fragment it had first; with the id of that edition where an earlier clause had the same one first. */
  readonly id: string;
  /** The id of the outermost clause in which it stood first: its own, if that was itself. */
  readonly root: string;
  /** At least one, the oldest first. */
  readonly versions: readonly ClauseVersion[];
  /** An entry for each edition that has it, the oldest first. */
  readonly stands: readonly Stand[];
  /** The edition that follows the last one that has it; absent if that is the last of all. */
  readonly goneIn?: string;
}

interface Growing {
  readonly id: string;
  readonly root: string;
  readonly versions: ClauseVersion[];
  readonly stands: Stand[];
}

/** In the order in which they came first: that of the editions, then that of the text. */
export function lineagesOf(editions: readonly TracedEdition[]): Lineage[] {
  const all: Growing[] = [];
  const ids = new Set<string>();
  const byEdition = new Map<string, ReadonlyMap<string, Growing>>();
  for (const { edition, older, steps } of editions) {
    const before = byEdition.get(older ?? '');
    const here = new Map<string, Growing>();
    const around: { readonly depth: number; readonly root: string; readonly from: Moment | undefined }[] = [];
    for (const step of steps) {
      const { clause } = step;
      while ((around.at(-1)?.depth ?? 0) >= clause.depth) around.pop();
      const known = step.older === undefined ? undefined : before?.get(step.older);
      const lineage = known ?? begin(step, edition, { ids, root: around[0]?.root });
      if (known === undefined) all.push(lineage);
      const from = clause.from ?? around.at(-1)?.from;
      grow(lineage, step, { edition, older, ...(from === undefined ? {} : { from }) });
      here.set(clause.anchor, lineage);
      around.push({ depth: clause.depth, root: lineage.root, from });
    }
    byEdition.set(edition, here);
  }
  return all.map((lineage) => ended(lineage, editions));
}

function begin(
  { clause: { anchor } }: ClauseStep,
  edition: string,
  { ids, root }: { ids: Set<string>; root: string | undefined },
): Growing {
  const id = ids.has(anchor) ? `${anchor}~${edition}` : anchor;
  ids.add(id);
  return { id, root: root ?? id, versions: [], stands: [] };
}

function grow(
  { versions, stands }: Growing,
  step: ClauseStep,
  { older, ...place }: Pick<Stand, 'edition' | 'from'> & { readonly older: string | undefined },
): void {
  const { edition } = place;
  const { clause, isMoved, blocks } = step;
  // Not always the last one: an edition that was withdrawn may have had another.
  const before = stands.find((stand) => stand.edition === older);
  const at = before?.version ?? -1;
  const known = step.isChanged ? undefined : versions[at];
  const corrected = known === undefined ? [] : [...(before?.corrected ?? []), ...(step.corrected ?? [])];
  if (known !== undefined) versions[at] = { ...known, until: edition };
  else versions.push({ from: edition, until: edition, clause, isMoved, blocks });
  const version = known === undefined ? versions.length - 1 : at;
  stands.push({ ...place, clause, version, ...(corrected.length === 0 ? {} : { corrected: [...new Set(corrected)] }) });
}

function ended(lineage: Growing, editions: readonly TracedEdition[]): Lineage {
  const last = lineage.stands.at(-1)?.edition;
  const after = editions[editions.findIndex(({ edition }) => edition === last) + 1];
  return after === undefined ? lineage : { ...lineage, goneIn: after.edition };
}

/** What follows the redline of two neighbouring editions, as it is handed to the pages that show it. */
export interface LineageEngine {
  /** A step for each of the `newer` clauses that has words of its own; the redline compares the two texts. */
  traceClauses(
    redline: Pick<Redline, 'blocks' | 'matching'>,
    clauses: { readonly older: readonly Clause[]; readonly newer: readonly Clause[] },
  ): ClauseStep[];
}
