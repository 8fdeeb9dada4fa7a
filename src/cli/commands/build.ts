/** `promulgate build`: makes the site and puts it into the output folder, or reports every problem and leaves the folder as it was. */
import { openOutput, type SiteOutput, type Writing } from '../../io/site-output.ts';
import { isError } from '../../model/diagnostic.ts';
import { during } from '../fault.ts';
import { type MadeSite, makeSite } from '../make-site.ts';
import type { BuildOptions, CheckOptions } from '../options.ts';
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
  const { root, out, isDryRun } = options;
  const opening = await during('opening the output folder', () => openOutput({ out, root, dryRun: isDryRun }));
  const { made, outcome } =
    opening.kind === 'open'
      ? await buildInto(opening.output, options, surroundings)
      : await checkOnly(opening.writing, options, surroundings);
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

async function buildInto(output: SiteOutput, options: BuildOptions, surroundings: Surroundings) {
  const kept = options.isDryRun ? {} : ({ keepsCache: true } as const);
  const wishes: CheckOptions = { ...options, ...kept, makesFiles: true };
  let made: MadeSite;
  try {
    made = await makeSite(wishes, surroundings, output);
    if (made.hasErrors) await output.abandon();
  } catch (error) {
    await output.abandon();
    throw error;
  }
  if (made.hasErrors) return { made, outcome: withoutFiles(made) };
  const writing = await during('writing the site', () => output.finish(made.files));
  const outcome = outcomeOf(made, writing, options);
  if (outcome.written !== undefined) made.settle();
  return { made, outcome };
}

/** Where nothing can be written, what else is wrong is said all the same. */
async function checkOnly(writing: Writing, options: BuildOptions, surroundings: Surroundings) {
  const made = await makeSite(options, surroundings);
  return { made, outcome: made.hasErrors ? withoutFiles(made) : outcomeOf(made, writing, options) };
}

function outcomeOf(made: MadeSite, writing: Writing, { out, isDryRun, isStrict }: BuildOptions): Outcome {
  const { diagnostics, written, unchanged, removed } = writing;
  const all = [...made.diagnostics, ...(isStrict ? raiseWarnings(diagnostics) : diagnostics)];
  const outcome = withoutFiles({ ...made, diagnostics: all });
  if (diagnostics.some(isError)) return outcome;
  return { ...outcome, written: { out, isDryRun, written, unchanged, removed } };
}
