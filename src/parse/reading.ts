/** What comes out of reading one thing: its value, if it could be read, and the problems found on the way. */
import type { Diagnostic } from '../model/diagnostic.ts';

/** What a diagnostic says: what is wrong, in one sentence, and the cure. */
export interface Words {
  readonly message: string;
  readonly hint: string;
}

export interface Reading<T> {
  /** Absent if the thing could not be read; then at least one diagnostic is an error. */
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** The kind of file that is read; it begins the rule id of what is wrong in it. */
export type Family = 'site' | 'policy' | 'edition' | 'ledger';

/** A file's text: UTF-8, no byte order mark, LF line ends. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  readonly family: Family;
}
