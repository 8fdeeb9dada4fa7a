/** The blocks of a redline, whose they are, and the clauses of both texts go in; which clause is which comes out. */
import type { Clause } from '../model/clause.ts';
import type { ClauseMatch, Evidence, Owners } from '../model/clause-match.ts';
import { numberOf, type RedlineBlock } from '../model/redline.ts';
import { matchLeftover } from './match-leftover.ts';
import { type SideName, textOn } from './read-side.ts';
import { type Extent, extentOf, similarity, sum } from './shared-text.ts';

export interface Matching {
  readonly blocks: readonly RedlineBlock[];
  readonly owners: Owners;
  readonly clauses: { readonly older: readonly Clause[]; readonly newer: readonly Clause[] };
}

/** Under another title and number, that two clauses begin alike is a coincidence if they have less in common. */
const LEAST_BEGINNING = 0.25;
/** Clauses that do not begin alike are one if so much of both is the same. */
const LEAST_WORDS = 0.5;

interface Candidate {
  readonly older: Clause;
  readonly newer: Clause;
  readonly evidence: Evidence;
}

/** Every clause is in one match at most. The rules of `Evidence` apply one after the other, each to what is left. */
export function matchClauses(matching: Matching): ClauseMatch[] {
  const { clauses } = matching;
  const likeness = createLikeness(matching);
  const taken = { older: new Set<string>(), newer: new Set<string>() };
  const matches: ClauseMatch[] = [];
  const take = ({ older, newer, evidence }: Candidate): void => {
    if (taken.older.has(older.anchor) || taken.newer.has(newer.anchor)) return;
    taken.older.add(older.anchor);
    taken.newer.add(newer.anchor);
    matches.push({ older: older.anchor, newer: newer.anchor, evidence });
  };
  const left = () => ({
    older: clauses.older.filter(({ anchor }) => !taken.older.has(anchor)),
    newer: clauses.newer.filter(({ anchor }) => !taken.newer.has(anchor)),
  });
  for (const candidate of byKey(clauses, ({ fixed }) => fixed, 'fixed')) take(candidate);
  for (const candidate of byBeginning(matching)) if (isSame(candidate, likeness)) take(candidate);
  for (const candidate of byWords(left(), likeness)) take(candidate);
  for (const candidate of byKey(left(), titleKey, 'title')) take(candidate);
  const rest = left();
  if (rest.older.length > 0 && rest.newer.length > 0) {
    for (const candidate of byOtherWords(matching, matches)) take(candidate);
  }
  return matches;
}

interface Likeness {
  /** From 0 to 1: how much of what both say is the same. */
  of(older: string, newer: string): number;
  /** The clauses of the newer text that have a block of the clause `older`. */
  heirsOf(older: string): readonly string[];
}

/** Most clauses are never asked for: what they hold is weighed when they are. */
function createLikeness({ blocks, owners }: Matching): Likeness {
  const own = { older: placesBy(owners.older), newer: placesBy(owners.newer) };
  const extents: (Extent | undefined)[] = [];
  const extentAt = (index: number): Extent => {
    const block = blocks[index];
    const extent = extents[index] ?? (block === undefined ? sum([]) : extentOf(block));
    extents[index] = extent;
    return extent;
  };
  return {
    of(older, newer) {
      const [one, other] = [own.older.get(older) ?? [], own.newer.get(newer) ?? []];
      const shared = one.filter((index) => owners.newer[index] === newer).map(extentAt);
      return similarity({
        older: sum(one.map(extentAt)).older,
        newer: sum(other.map(extentAt)).newer,
        shared: sum(shared).shared,
      });
    },
    heirsOf: (older) => [...new Set((own.older.get(older) ?? []).flatMap((index) => owners.newer[index] ?? []))],
  };
}

function placesBy(owners: Owners[SideName]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [index, owner] of owners.entries()) {
    if (owner === null) continue;
    const known = places.get(owner);
    if (known === undefined) places.set(owner, [index]);
    else known.push(index);
  }
  return places;
}

/** The first blocks of both are one block. */
function* byBeginning({ blocks, clauses }: Matching): Generator<Candidate> {
  const [olderByAnchor, newerByAnchor] = [byAnchor(clauses.older), byAnchor(clauses.newer)];
  for (const { kind, older: one, newer: other } of blocks) {
    const [older, newer] = [olderByAnchor.get(one?.anchor ?? ''), newerByAnchor.get(other?.anchor ?? '')];
    if (kind !== 'moved-away' && older !== undefined && newer !== undefined)
      yield { older, newer, evidence: 'beginning' };
  }
}

/** A clause under its old title or number is the same clause, however much of it was written anew. */
function isSame({ older, newer }: Candidate, likeness: Likeness): boolean {
  const isNamed = titleKey(older) !== undefined && titleKey(older) === titleKey(newer);
  const isNumbered = older.label !== undefined && numberOf(older.label) === numberOf(newer.label);
  return isNamed || isNumbered || likeness.of(older.anchor, newer.anchor) >= LEAST_BEGINNING;
}

/** The most alike first. */
function byWords({ older, newer }: Matching['clauses'], likeness: Likeness): Candidate[] {
  const newerByAnchor = byAnchor(newer);
  const found = older.flatMap((clause) =>
    likeness.heirsOf(clause.anchor).flatMap((anchor) => {
      const heir = newerByAnchor.get(anchor);
      const alike = heir === undefined ? 0 : likeness.of(clause.anchor, anchor);
      if (heir === undefined || alike < LEAST_WORDS) return [];
      return [{ older: clause, newer: heir, evidence: 'words' as const, alike }];
    }),
  );
  return found.sort((a, b) => b.alike - a.alike);
}

/** Those that were written anew, where they stood or nearly as they were. */
function byOtherWords({ blocks, owners, clauses }: Matching, matches: readonly ClauseMatch[]): Candidate[] {
  const places = new Map(clauses.newer.map(({ anchor }, index) => [anchor, index]));
  const found = new Map(matches.map(({ older, newer }) => [older, places.get(newer)]));
  const words = { older: wordsBy(blocks, owners, 'older'), newer: wordsBy(blocks, owners, 'newer') };
  const links = matchLeftover({
    older: clauses.older.map((clause) => {
      const match = found.get(clause.anchor);
      return { ...own(clause, words.older), ...(match === undefined ? {} : { match }) };
    }),
    newer: clauses.newer.map((clause) => own(clause, words.newer)),
  });
  return links.flatMap((link) => {
    const [older, newer] = [clauses.older[link.older], clauses.newer[link.newer]];
    return older === undefined || newer === undefined ? [] : [{ older, newer, evidence: 'words' as const }];
  });
}

function own({ anchor }: Clause, words: ReadonlyMap<string, string>) {
  return { text: words.get(anchor) ?? '' };
}

/** What each clause says on one side. */
function wordsBy(blocks: readonly RedlineBlock[], owners: Owners, side: SideName): Map<string, string> {
  const words = new Map<string, string>();
  for (const [index, block] of blocks.entries()) {
    const owner = owners[side][index] ?? null;
    // Where a block moved from, the older clause says it; `owners` tells of it where it moved to.
    if (owner === null || block.kind === 'moved-away') continue;
    words.set(owner, `${words.get(owner) ?? ''} ${textOn(block, side)}`);
  }
  return words;
}

/** Those whose key stands once on each side. */
function byKey(
  { older, newer }: Matching['clauses'],
  keyOf: (clause: Clause) => string | undefined,
  evidence: Evidence,
): Candidate[] {
  const others = onceByKey(newer, keyOf);
  return [...onceByKey(older, keyOf)].flatMap(([key, clause]) => {
    const other = others.get(key);
    return other === undefined || clause === undefined ? [] : [{ older: clause, newer: other, evidence }];
  });
}

function onceByKey(
  clauses: readonly Clause[],
  keyOf: (clause: Clause) => string | undefined,
): Map<string, Clause | undefined> {
  const found = new Map<string, Clause | undefined>();
  for (const clause of clauses) {
    const key = keyOf(clause);
    if (key !== undefined) found.set(key, found.has(key) ? undefined : clause);
  }
  return found;
}

function titleKey({ title }: Clause): string | undefined {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? undefined : words;
}

function byAnchor(clauses: readonly Clause[]): Map<string, Clause> {
  return new Map(clauses.map((clause) => [clause.anchor, clause]));
}
