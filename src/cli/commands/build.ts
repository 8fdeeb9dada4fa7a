/** `promulgate build`: makes the site and puts it into the output folder, or reports every problem and leaves the folder as it was. */
import { writeSite } from '../../io/write.ts';
import { isError } from '../../model/diagnostic.ts';
import { during } from '../fault.ts';
import { type MadeSite, makeSite } from '../make-site.ts';
import type { BuildOptions } from '../options.ts';
import { exitCodeOf, type Outcome, raiseWarnings } from '../outcome.ts';
import { report } from '../report.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';

/** Builds and reports. */
export async function runBuild(options: BuildOptions, surroundings: Surroundings): Promise<ExitCode> {
  return exitCodeOf((await buildSite(options, surroundings)).diagnostics);
}

/** Builds, reports, and tells what came of it. */
export async function buildSite(options: BuildOptions, surroundings: Surroundings): Promise<Outcome> {
  const start = surroundings.stopwatch();
  const made = await makeSite(
    options.isDryRun ? { ...options, makesFiles: true } : { ...options, makesFiles: true, keepsCache: true },
    surroundings,
  );
  const outcome = made.hasErrors ? withoutFiles(made) : await write(made, options);
  report(outcome, {
    options,
    surroundings,
    linesOf: made.linesOf,
    elapsed: surroundings.stopwatch() - start,
    ...(outcome.written === undefined && !options.isDryRun ? { spared: options.out } : {}),
  });
  return outcome;
}

function withoutFiles({ diagnostics, site }: MadeSite): Outcome {
  return { diagnostics, ...(site === undefined ? {} : { site }) };
}

async function write(made: MadeSite, { root, out, isDryRun, isStrict }: BuildOptions): Promise<Outcome> {
  const { diagnostics, written, unchanged, removed } = await during('writing the site', () =>
    writeSite({ files: made.files, out, root, dryRun: isDryRun }),
  );
  const all = [...made.diagnostics, ...(isStrict ? raiseWarnings(diagnostics) : diagnostics)];
  const outcome = withoutFiles({ ...made, diagnostics: all });
  if (diagnostics.some(isError)) return outcome;
  return { ...outcome, written: { out, isDryRun, written, unchanged, removed } };
}
