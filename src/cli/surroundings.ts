/** What the program may see and touch of the process it runs in, as one plain value, so that everything but main.ts can be tried without a process. */
import type { Instant } from '../model/civil-date.ts';

/** A standard stream. */
export interface Output {
  readonly isTTY: boolean;
  /** Width of the terminal in cells; absent where there is none. */
  readonly columns?: number;
  write(text: string): void;
}

export interface Environment {
  readonly [name: string]: string | undefined;
}

export interface Surroundings {
  /** This program's own version. */
  readonly version: string;
  /** What it runs on, for reports of faults: `Node v20.19.0, linux x64`. */
  readonly platform: string;
  /** Absolute path of the working folder. */
  readonly cwd: string;
  readonly env: Environment;
  /** For data: what was asked for. */
  readonly stdout: Output;
  /** For people: problems, progress, the summary. */
  readonly stderr: Output;
  /** The wall clock. */
  readonly clock: () => Instant;
  /** Milliseconds since some fixed point; only ever goes forward. */
  readonly stopwatch: () => number;
  /** Resolves when the user or the system asks the program to end (SIGINT, SIGTERM). From then on that is no failure. */
  readonly untilStopped: () => Promise<void>;
}

/** 0: done. 1: problems in the content. 2: wrong usage, a problem of configuration, or a fault of ours. */
export type ExitCode = 0 | 1 | 2;
