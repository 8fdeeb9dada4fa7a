/** `promulgate status`: how every policy stands, what changes next, and which text applied on a day; writes nothing. */
import { isoInstant } from '../../model/civil-date.ts';
import { nextChangeOf } from '../../model/site.ts';
import { appliedText } from '../applied.ts';
import { makeSite } from '../make-site.ts';
import type { StatusOptions } from '../options.ts';
import { exitCodeOf } from '../outcome.ts';
import { paintFor } from '../paint.ts';
import { policyStatuses } from '../policy-status.ts';
import { countText } from '../report.ts';
import { type StatusFacts, statusJson } from '../reporters/status-json.ts';
import { statusText } from '../status-text.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';

/** Answers on stdout as far as the policies can be read, and says on stderr how many problems there are. */
export async function runStatus(options: StatusOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { site, diagnostics, hasErrors } = await makeSite(options, surroundings);
  const policies = site === undefined ? [] : policyStatuses(site, diagnostics);
  surroundings.stdout.write(answerText({ site, policies, diagnostics, on: options.on }, options, surroundings));
  if (diagnostics.length > 0 && (hasErrors || !options.isQuiet)) {
    const omission = hasErrors ? ' What has errors may be missing from the answer.' : '';
    surroundings.stderr.write(`${countText(diagnostics)}${omission} Run “promulgate check” to see what they are.\n`);
  }
  return exitCodeOf(diagnostics);
}

function answerText(facts: StatusFacts, options: StatusOptions, { stdout, env }: Surroundings): string {
  const { site, policies, on } = facts;
  if (options.isJson) return statusJson(facts);
  if (site === undefined) return '';
  if (options.isNextOnly) {
    const next = nextChangeOf(site);
    return next === undefined ? '' : `${isoInstant(next)}\n`;
  }
  const layout = { columns: stdout.columns, paint: paintFor(stdout, env) };
  return on === undefined ? statusText(site, policies, layout) : appliedText(site, policies, { ...layout, moment: on });
}
