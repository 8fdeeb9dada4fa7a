/** `promulgate build`: makes the site and puts it into the output folder, or reports every problem and leaves the folder as it was. */
import { boundHeap } from '../../io/heap.ts';
import { openOutput, type SiteOutput, type Writing } from '../../io/site-output.ts';
import { type Diagnostic, isError } from '../../model/diagnostic.ts';
import { steadySpan } from '../../model/steady-span.ts';
import { during } from '../fault.ts';
import { findLastBuild, recordLastBuild, recordMoved } from '../last-build.ts';
import type { MadeSite } from '../make-site.ts';
import { momentNote } from '../moment-note.ts';
import type { BuildOptions, CheckOptions } from '../options.ts';
import { exitCodeOf, type Outcome, raiseWarnings } from '../outcome.ts';
import { report } from '../report.ts';
import { siteFacts } from '../site-facts.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';

/** Builds and reports. */
export async function runBuild(options: BuildOptions, surroundings: Surroundings): Promise<ExitCode> {
  return exitCodeOf((await buildSite(options, surroundings)).diagnostics);
}

/** Builds, reports, and tells what came of it. Warnings that were `printed` before are not printed again. */
export async function buildSite(
  options: BuildOptions,
  surroundings: Surroundings,
  printed: readonly Diagnostic[] = [],
): Promise<Outcome> {
  const start = surroundings.stopwatch();
  const { root, out, isDryRun } = options;
  const opening = await during('opening the output folder', () => openOutput({ out, root, dryRun: isDryRun }));
  const { outcome, linesOf } =
    opening.kind === 'open'
      ? ((await buildAgain(opening.output, options, surroundings)) ??
        (await buildInto(opening.output, options, surroundings)))
      : await checkOnly(opening.writing, options, surroundings);
  report(outcome, {
    options,
    surroundings,
    linesOf,
    printed,
    elapsed: surroundings.stopwatch() - start,
    ...(outcome.written === undefined && !options.isDryRun ? { spared: options.out } : {}),
  });
  return outcome;
}

interface Built {
  readonly outcome: Outcome;
  readonly linesOf: MadeSite['linesOf'];
}

/** What a build would say that would write what is there; undefined if it is not known that it would. */
async function buildAgain(
  output: SiteOutput,
  options: BuildOptions,
  { stderr }: Surroundings,
): Promise<Built | undefined> {
  const { out, isDryRun, isStrict, isVerbose } = options;
  const wishes = wishesOf(options);
  const last = await during('looking at the last build', () => findLastBuild(wishes, output));
  if (last === undefined || (isStrict && last.diagnostics.length > 0)) return undefined;
  if (isVerbose) stderr.write(`${momentNote(options)}\n${last.reading}\n`);
  const { linesOf } = last;
  if (last.moved.length === 0) {
    await output.abandon();
    const written = { out, isDryRun, written: 0, unchanged: last.files, removed: 0 };
    return { outcome: { diagnostics: last.diagnostics, site: last.site, written }, linesOf };
  }
  const names = new Set(last.moved.map(({ path }) => path));
  output.add(
    'what stays',
    last.placed.filter(({ path }) => !names.has(path)),
  );
  const writing = await during('writing the site', () => output.finish(last.moved));
  const outcome = outcomeOf(last, writing, options);
  if (outcome.written !== undefined) recordMoved(last, { options: wishes, output });
  return { outcome, linesOf };
}

function wishesOf(options: BuildOptions): CheckOptions {
  const kept = options.isDryRun ? {} : ({ keepsCache: true } as const);
  return { ...options, ...kept, makesFiles: true };
}

/** Only what can be said again without a look at anything else. */
function record(outcome: Outcome, made: MadeSite, { options, output }: { options: CheckOptions; output: SiteOutput }) {
  const stamps = made.settle();
  const { diagnostics, site } = outcome;
  const hasRaised = options.isStrict && diagnostics.length > 0;
  const isOfSite = diagnostics.length === made.diagnostics.length;
  if (stamps === undefined || site === undefined || made.inputs === undefined || hasRaised || !isOfSite) return;
  if (made.site === undefined || made.ledgerWork === undefined) return;
  const steady = steadySpan(made.site, made.ledgerWork.ledger);
  const build = { diagnostics, site, steady, files: output.placed().length, reading: made.reading };
  recordLastBuild(build, { inputs: made.inputs, stamps }, { options, output });
}

function withoutFiles({ diagnostics, site }: Pick<MadeSite, 'diagnostics' | 'site'>): Outcome {
  return { diagnostics, ...(site === undefined ? {} : { site: siteFacts(site) }) };
}

async function loadBuild({ isAgain }: CheckOptions) {
  // Before so much is loaded that it has grown.
  if (!isAgain) boundHeap();
  return await during('loading the build', () => import('../make-site.ts'));
}

async function buildInto(output: SiteOutput, options: BuildOptions, surroundings: Surroundings): Promise<Built> {
  const { makeSite } = await loadBuild(options);
  const wishes = wishesOf(options);
  let made: MadeSite;
  try {
    made = await makeSite(wishes, surroundings, output);
    if (made.hasErrors) await output.abandon();
  } catch (error) {
    await output.abandon();
    throw error;
  }
  const { linesOf } = made;
  if (made.hasErrors) return { linesOf, outcome: withoutFiles(made) };
  const writing = await during('writing the site', () => output.finish(made.files));
  const outcome = outcomeOf(withoutFiles(made), writing, options);
  if (outcome.written !== undefined) record(outcome, made, { options: wishes, output });
  return { linesOf, outcome };
}

/** Where nothing can be written, what else is wrong is said all the same. */
async function checkOnly(writing: Writing, options: BuildOptions, surroundings: Surroundings): Promise<Built> {
  const { makeSite } = await loadBuild(options);
  const made = await makeSite(options, surroundings);
  const { linesOf } = made;
  return { linesOf, outcome: made.hasErrors ? withoutFiles(made) : outcomeOf(withoutFiles(made), writing, options) };
}

function outcomeOf(
  { diagnostics: found, site }: Outcome,
  { diagnostics, written, unchanged, removed }: Writing,
  { out, isDryRun, isStrict }: BuildOptions,
): Outcome {
  const all = [...found, ...(isStrict ? raiseWarnings(diagnostics) : diagnostics)];
  const outcome = { diagnostics: all, ...(site === undefined ? {} : { site }) };
  if (diagnostics.some(isError)) return outcome;
  return { ...outcome, written: { out, isDryRun, written, unchanged, removed } };
}
