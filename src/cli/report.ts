/** Puts an outcome into words, by the reporter that was asked for, and each word on its stream: data on stdout, the rest on stderr. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../index.ts';
import { isError } from '../model/diagnostic.ts';
import { counted } from './counted.ts';
import type { CheckOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { paintFor } from './paint.ts';
import { githubReport } from './reporters/github.ts';
import { jsonReport } from './reporters/json.ts';
import { type PrettyOptions, prettyReport } from './reporters/pretty.ts';
import { shownFolder } from './shown-path.ts';
import { summaryOf } from './summary.ts';
import type { Surroundings } from './surroundings.ts';

export interface ReportContext {
  readonly options: CheckOptions;
  readonly surroundings: Surroundings;
  /** The lines of a file, by a place's path. */
  readonly linesOf: PrettyOptions['linesOf'];
  /** Absolute path of the output folder that an error has kept from being written; absent if the command does not write. */
  readonly spared?: string;
  /** Warnings that were printed before, of an earlier state of the same sources: they are counted, not printed again. */
  readonly printed?: readonly Diagnostic[];
  /** How long it took, in milliseconds. */
  readonly elapsed: number;
}

/** Cells in a line where no terminal says. */
const COLUMNS = 100;

/** Prints the problems, then how many there are, then the summary if none is an error. */
export function report(outcome: Outcome, context: ReportContext): void {
  const { options, surroundings, elapsed } = context;
  const { stdout, stderr, env, cwd } = surroundings;
  const { diagnostics } = outcome;
  const fresh = withoutPrinted(diagnostics, context.printed);
  const paint = paintFor(stderr, env);
  switch (options.reporter) {
    case 'json':
      stdout.write(jsonReport(outcome));
      return;
    case 'github':
      stdout.write(githubReport(diagnostics, { root: options.root, repository: repositoryOf(surroundings) }));
      break;
    case 'pretty': {
      const columns = stderr.columns ?? COLUMNS;
      stderr.write(prettyReport(fresh, { root: options.root, cwd, columns, paint, linesOf: context.linesOf }));
    }
  }
  if (diagnostics.length > 0) {
    const again = diagnostics.length - fresh.length;
    const known = again === 0 ? '' : ` Printed above already: ${again}.`;
    stderr.write(`${paint.strong(countText(diagnostics))}${known}${sparedText(outcome, context)}\n`);
  }
  if (!options.isQuiet && !diagnostics.some(isError)) stderr.write(summaryOf(outcome, { cwd, elapsed, paint }));
}

/** Lines may have moved since: a warning is known by its file and its words. */
function withoutPrinted(
  diagnostics: readonly Diagnostic[],
  printed: readonly Diagnostic[] = [],
): readonly Diagnostic[] {
  const nameOf = ({ ruleId, place, message }: Diagnostic) => JSON.stringify([ruleId, place?.path, message]);
  const known = new Set(printed.map(nameOf));
  return diagnostics.filter((found) => isError(found) || !known.has(nameOf(found)));
}

/** `2 errors, 1 warning in 2 files.` */
export function countText(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(isError).length;
  const warnings = diagnostics.length - errors;
  const files = new Set(diagnostics.flatMap(({ place }) => place?.path ?? [])).size;
  const counts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  return `${counts.join(', ')}${files > 0 ? ` in ${counted(files, 'file')}` : ''}.`;
}

function sparedText({ diagnostics }: Outcome, { spared, surroundings }: ReportContext): string {
  if (spared === undefined || !diagnostics.some(isError)) return '';
  if (diagnostics.some(({ ruleId }) => ruleId === 'output-unsettled')) return '';
  // What the output folder holds may be no site at all if it is the folder that is refused.
  const isRefused = diagnostics.some(({ ruleId }) => ruleId.startsWith('output-'));
  if (isRefused || !existsSync(spared)) return ' Nothing was written.';
  return ` Nothing was written; the site in ${shownFolder(spared, { from: surroundings.cwd })} is as it was.`;
}

function repositoryOf({ env, cwd }: Surroundings): string {
  return env.GITHUB_WORKSPACE === undefined ? cwd : path.resolve(cwd, env.GITHUB_WORKSPACE);
}
