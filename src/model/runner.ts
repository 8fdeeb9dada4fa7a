/** The seam through which all heavy work goes: whether it is done now or its result is taken from an earlier build is decided outside. */

/** What a piece of work is made from: the same job always has the same result. */
export interface Job {
  /** What is done: `render`, `redline`. */
  readonly stage: string;
  /** What the job belongs to: the slug of a policy. */
  readonly group: string;
  /** All that the result depends on, as plain data; what it does not name here, the work must not look at. */
  readonly input: unknown;
}

export interface Runner {
  /** Gives what `work` gives. Its result is plain data that survives JSON. */
  run<T>(job: Job, work: () => T): T;
}

/** Does all work now. */
export const INLINE: Runner = { run: (_, work) => work() };
