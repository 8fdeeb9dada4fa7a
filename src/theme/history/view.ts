/** What a template sees of the history of clauses. */
import type { LinkView } from '../view.ts';

/** One clause whose words are not the same in all editions that have it. */
export interface ChangedClauseView {
  /** Its number and title, or its number and first words, as it stands in the edition under which it is listed; the way to its history. */
  readonly link: LinkView;
  /** How many wordings it has had, or which of them it has there; that it is gone. Few words each. */
  readonly notes: readonly string[];
}

/** Clauses in the order of the text of an edition. */
export interface ListedClausesView {
  /** "In the edition of 4 May 2021". */
  readonly heading: string;
  /** When that edition applies. Ready sentences. */
  readonly sentences: readonly string[];
  readonly clauses: readonly ChangedClauseView[];
}

/** Which clauses of a policy changed. */
export interface ClausesView {
  /** The edition at the stable address first, then the announced ones, with what they bring; none without clauses. */
  readonly lists: readonly ListedClausesView[];
  /** Those that none of these editions has. */
  readonly gone: readonly ChangedClauseView[];
  readonly current: LinkView;
  readonly archive: LinkView;
}

/** The same words in one edition or several that follow each other. */
export interface ClauseVersionView {
  /** The way to the clause in the first edition that has these words; the text names that edition. */
  readonly link: LinkView;
  /** When they apply. Ready sentences. */
  readonly applied: readonly string[];
  /** What else is to be told: up to which edition the words stayed, under which number, what changed besides words. Ready sentences. */
  readonly notes: readonly string[];
  /** HTML of the words: marked against the version before, plain for the first. Trusted: print with `| raw`. */
  readonly html: string;
}

export interface ClauseHistoryView {
  /** For `id`, so that links can lead here. */
  readonly anchor: string;
  /** As it is called in the edition at the stable address, or was last before it. */
  readonly name: string;
  readonly count: string;
  /** If the last edition does not have it. */
  readonly gone?: string;
  /** The latest first. */
  readonly versions: readonly ClauseVersionView[];
}

/** The histories of some clauses of a policy. */
export interface HistoryView {
  /** Language and direction of all texts: those of the page. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly clauses: readonly ClauseHistoryView[];
  /** The list of all clauses that changed. */
  readonly all?: LinkView;
  readonly current: LinkView;
  readonly archive: LinkView;
}
