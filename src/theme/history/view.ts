/** What a template sees of the history of clauses. */
import type { LinkView } from '../view.ts';

/** One clause whose words are not the same in all editions that have it. */
export interface ChangedClauseView {
  /** Its number and title, or its number and first words, as it stood last; the way to its history. */
  readonly link: LinkView;
  /** How many wordings it has had, in words. */
  readonly count: string;
}

/** Which clauses of a policy changed. */
export interface ClausesView {
  /** The clauses of the last edition: "In the edition of 4 May 2021". */
  readonly last: string;
  readonly present: readonly ChangedClauseView[];
  /** Those that only earlier editions have. */
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
