/** `promulgate check --stale`: whether a published site is out of date, by what its own policies.json says. */
import type { Diagnostic } from '../../index.ts';
import { type DeployedReading, readDeployed } from '../../io/deployed-site.ts';
import { type Instant, instantOf, parseMoment } from '../../model/civil-date.ts';
import type { PoliciesCore } from '../../model/policies-document.ts';
import { during } from '../fault.ts';
import type { Now } from '../now.ts';
import type { CheckOptions, StaleQuestion } from '../options.ts';
import { exitCodeOf } from '../outcome.ts';
import { paintFor } from '../paint.ts';
import { githubReport } from '../reporters/github.ts';
import { prettyReport } from '../reporters/pretty.ts';
import { staleJson } from '../reporters/stale-json.ts';
import { stalenessOf, toldFrom } from '../staleness.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { visibleLine } from '../visible-text.ts';

/** 0: up to date. 1: stale. 2: it cannot be told. */
export async function checkStale(
  { site, maxAge }: StaleQuestion,
  options: CheckOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { version } = surroundings;
  const reading = await during('reading the published site', () => readDeployed(site, { version, fetch }));
  const now = nowFor(reading, options.now);
  const diagnostics =
    reading.kind === 'read' ? stalenessOf(reading.document, { now, maxAge }) : [unreadableProblem(reading)];
  if (options.reporter === 'json') surroundings.stdout.write(staleJson({ reading, now, diagnostics }));
  else reportProblems(diagnostics, options, surroundings);
  const isTold = options.reporter !== 'json' && !options.isQuiet;
  if (isTold && reading.kind === 'read' && diagnostics.length === 0) {
    surroundings.stderr.write(`${visibleLine(freshText(reading.location, reading.document, now))}\n`);
  }
  return exitCodeOf(diagnostics);
}

/** A day begins in the zone of the site. */
function nowFor(reading: DeployedReading, { asOf }: Now): Instant {
  const moment = typeof asOf === 'string' ? parseMoment(asOf) : undefined;
  if (moment === undefined) return Number(asOf);
  return instantOf(moment, reading.kind === 'read' ? reading.document.site.timeZone : 'UTC');
}

function reportProblems(
  diagnostics: readonly Diagnostic[],
  { reporter, root }: CheckOptions,
  { stdout, stderr, env, cwd }: Surroundings,
): void {
  if (reporter === 'github') stdout.write(githubReport(diagnostics, { root, repository: cwd }));
  else {
    const layout = { root, cwd, columns: stderr.columns ?? 80, paint: paintFor(stderr, env), linesOf: () => undefined };
    stderr.write(prettyReport(diagnostics, layout));
  }
}

function freshText(location: string, document: PoliciesCore, now: Instant): string {
  const told = toldFrom(now, document);
  const { nextChange } = document;
  const next = nextChange === null ? 'no change is announced' : `the next change is on ${told(Date.parse(nextChange))}`;
  return `${location} is up to date: built for ${told(Date.parse(document.asOf))}; ${next}.`;
}

function unreadableProblem({ location, reason }: Extract<DeployedReading, { kind: 'unreadable' }>): Diagnostic {
  return {
    ruleId: 'site-published-unreadable',
    severity: 'error',
    message: `Whether the site is up to date cannot be told from ${location}: ${reason}.`,
    hint: 'Give the address of the first page of a site that Promulgate has made, with the path it is served under, or its folder; and see whether policies.json was published with it.',
  };
}
