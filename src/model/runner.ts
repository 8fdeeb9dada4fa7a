/** The seam through which all heavy work goes: where it is done, and whether its result is taken from an earlier build, is decided outside. */
import type { PolicyResult, PolicyWork, SharedWork } from './policy-work.ts';

/** What a piece of work is made from: the same job always has the same result. */
export interface Job {
  /** What is done: `render`, `redline`. */
  readonly stage: string;
  /** What the job belongs to: the slug of a policy. */
  readonly group: string;
  /**
   * All that the result depends on, as plain data that nobody changes; what is not named here, the work must not look at. A digest
   * is made of each part, once for all jobs if it is one object.
   */
  readonly input: readonly object[];
}

/** What is left of earlier builds. */
export interface Memory {
  /** Gives what `work` gives. Its result is plain data that survives `structuredClone`, and that nobody changes. */
  recall<T>(job: Job, work: () => T): T;
}

/** Remembers nothing: all work is done. */
export const NO_MEMORY: Memory = { recall: (_, work) => work() };

export interface Runner {
  /** For what is done before policies are made. */
  readonly memory: Memory;
  /** Gets ready for the policies of one build. `onText` is called, and waited for, after each text that was looked at. */
  open(shared: SharedWork, onText: () => void | Promise<void>): Promise<OpenRunner>;
}

export interface OpenRunner {
  /** Makes the pages of one policy. May be called for all policies at once: they are made in turn, or several at the same time. */
  make(work: PolicyWork): Promise<PolicyResult>;
  /** Holds a result in little room while other policies are made; a copy of it may come out. */
  hold(result: PolicyResult): () => PolicyResult;
  /** For what is done outside of policies. */
  readonly memory: Memory;
  /** After the last policy, whether or not all went well. */
  close(): Promise<void>;
}
