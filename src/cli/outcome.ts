/** What a command found and did, whole, before anyone puts it into words. */
import type { Diagnostic } from '../index.ts';
import { isConfigurationProblem, isError } from '../model/diagnostic.ts';
import type { SiteFacts } from './site-facts.ts';
import type { ExitCode } from './surroundings.ts';

/** What became of the output folder, in numbers of files. */
export interface Written {
  /** Absolute path of the output folder. */
  readonly out: string;
  /** True if nothing was touched: the numbers say what a build would do. */
  readonly isDryRun: boolean;
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

export interface Outcome {
  /** In the order of their places. If one is an error, nothing was written. */
  readonly diagnostics: readonly Diagnostic[];
  /** The plan; absent if the configuration could not be read. */
  readonly site?: SiteFacts;
  /** Absent if the command does not write, or did not because of an error. */
  readonly written?: Written;
}

/** 0 without errors; 2 if an error lies in the configuration or the output folder, which is to be mended first; else 1. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter(isError);
  if (errors.length === 0) return 0;
  return errors.some(isConfigurationProblem) ? 2 : 1;
}

/** The same diagnostics with every warning raised to an error. */
export function raiseWarnings(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map((diagnostic) => ({ ...diagnostic, severity: 'error' }));
}
