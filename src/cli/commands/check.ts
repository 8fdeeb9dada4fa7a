/** `promulgate check`: everything that a build does but writing, and what it never does: asking other hosts, if told to. */
import { changedSince } from '../../index.ts';
import { readCommit } from '../../io/git-history.ts';
import { readRevision } from '../../io/git-revision.ts';
import { probeLinks } from '../../io/outward-links.ts';
import { compareDiagnostics, type Diagnostic } from '../../model/diagnostic.ts';
import { counted } from '../counted.ts';
import { during } from '../fault.ts';
import { type MadeSite, makeSite } from '../make-site.ts';
import type { ExternalCheckOptions } from '../options.ts';
import { exitCodeOf, raiseWarnings } from '../outcome.ts';
import { startProgress } from '../progress.ts';
import { report } from '../report.ts';
import { siteFacts } from '../site-facts.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { checkEndpoint } from './endpoint.ts';
import { checkStale } from './stale.ts';

interface Circumstances {
  readonly options: ExternalCheckOptions;
  readonly surroundings: Surroundings;
}

/** Reports every problem; of a published site, if that is asked about, whether it is stale. */
export async function runCheck(options: ExternalCheckOptions, surroundings: Surroundings): Promise<ExitCode> {
  if (options.stale !== undefined) return await checkStale(options.stale, options, surroundings);
  const start = surroundings.stopwatch();
  const made = await makeSite(options, surroundings);
  const { site, linesOf } = made;
  const outside = options.isExternal ? await checkOutside(made, options, surroundings) : [];
  const changed = options.since === undefined ? [] : await checkSince(options.since, made, { options, surroundings });
  const { isEndpoint, isQuiet } = options;
  const form = isEndpoint ? await checkEndpoint(made.hasErrors ? undefined : site, isQuiet, surroundings) : [];
  const diagnostics = [...made.diagnostics, ...changed, ...outside, ...form].sort(compareDiagnostics);
  const outcome = { diagnostics, ...(site === undefined ? {} : { site: siteFacts(site) }) };
  report(outcome, { options, surroundings, linesOf, elapsed: surroundings.stopwatch() - start });
  return exitCodeOf(diagnostics);
}

/** What the ledger has told already is not told twice. */
async function checkSince(
  revision: string,
  { ledgerWork, diagnostics, hasErrors }: MadeSite,
  { options: { root, isQuiet }, surroundings: { env, stderr } }: Circumstances,
): Promise<readonly Diagnostic[]> {
  const reading = await during('reading the Git repository', () => readRevision({ root, revision, env }));
  if (reading.kind === 'refused') {
    const { message, hint } = reading;
    return [{ ruleId: 'site-since-unreadable', severity: 'error', message, hint }];
  }
  if (ledgerWork === undefined) {
    if (hasErrors && !isQuiet)
      stderr.write(`What changed since ${revision} was not checked: first mend the errors.\n\n`);
    return [];
  }
  const commit = await during('reading the Git repository', () => readCommit({ root, env }, revision));
  const known = new Set(diagnostics.map(({ message }) => message));
  return changedSince(ledgerWork, reading.files, commit?.instant ?? 0).filter(({ message }) => !known.has(message));
}

async function checkOutside(
  { outwardLinks }: MadeSite,
  { root, isStrict, isQuiet, isVerbose }: ExternalCheckOptions,
  surroundings: Surroundings,
): Promise<readonly Diagnostic[]> {
  const { stderr, version, clock } = surroundings;
  if (outwardLinks === undefined) {
    if (!isQuiet) stderr.write('Links to other hosts were not checked: first mend the errors.\n\n');
    return [];
  }
  if (isVerbose) stderr.write(`Checking ${counted(outwardLinks.length, 'link')} to other hosts.\n`);
  const progress = startProgress(surroundings, 'Checking links');
  const found = await during('checking the links to other hosts', () =>
    probeLinks(outwardLinks, { root, version, fetch, clock, ...(isQuiet ? {} : { onProgress: progress.show }) }),
  ).finally(progress.end);
  return isStrict ? raiseWarnings(found) : found;
}
