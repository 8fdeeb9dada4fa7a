/** Which clauses of two texts are the same, and whose words each block of their redline is: what its list of changes and the histories of clauses both go by. */

/**
 * By what two clauses were found to be one: the address that their author fixed; how they begin, as the redline pairs it (the
 * same words or number in the same place, or words that moved); most of what they say; a title that stands once in both.
 */
export type Evidence = 'fixed' | 'beginning' | 'words' | 'title';

/** Fragments of a clause in both texts. */
export interface ClauseMatch {
  readonly older: string;
  readonly newer: string;
  readonly evidence: Evidence;
}

export interface Owners {
  /** By index of the block: the clause's fragment. Null before the first clause, in notes, and where the block has no such side. */
  readonly older: readonly (string | null)[];
  readonly newer: readonly (string | null)[];
}

export interface ClauseMatching {
  readonly owners: Owners;
  /** Every clause is in one of them at most. */
  readonly matches: readonly ClauseMatch[];
}
