/** `promulgate check`: everything that a build does but writing. */
import { makeSite } from '../make-site.ts';
import type { CheckOptions } from '../options.ts';
import { exitCodeOf } from '../outcome.ts';
import { report } from '../report.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';

/** Reports every problem. */
export async function runCheck(options: CheckOptions, surroundings: Surroundings): Promise<ExitCode> {
  const start = surroundings.stopwatch();
  const { diagnostics, site, linesOf } = await makeSite(options, surroundings);
  const outcome = { diagnostics, ...(site === undefined ? {} : { site }) };
  report(outcome, { options, surroundings, linesOf, elapsed: surroundings.stopwatch() - start });
  return exitCodeOf(diagnostics);
}
