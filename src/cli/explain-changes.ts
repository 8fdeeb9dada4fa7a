/** Problems with changed texts go in; they come out with the words that were changed, where Git still has those that were sealed. */
import { type BuildResult, type Diagnostic, explained, isChangeOfWords } from '../index.ts';
import { readHistory } from '../io/git-history.ts';
import { readRevision } from '../io/git-revision.ts';
import type { Environment } from './surroundings.ts';

export interface ExplainOptions {
  /** Absolute path of the folder that holds `policies/`. */
  readonly root: string;
  readonly env: Environment;
}

/** Commits looked at for one text, newest first. */
const MOST_COMMITS = 200;

/** Without Git, or without the ledger's side of it, they come out as they are. */
export async function explainChanges(
  diagnostics: readonly Diagnostic[],
  work: BuildResult['ledgerWork'],
  options: ExplainOptions,
): Promise<readonly Diagnostic[]> {
  if (work === undefined || !diagnostics.some(isChangeOfWords)) return diagnostics;
  const told: Diagnostic[] = [];
  for (const diagnostic of diagnostics) told.push(await explain(diagnostic, work, options));
  return told;
}

async function explain(
  diagnostic: Diagnostic,
  work: NonNullable<BuildResult['ledgerWork']>,
  options: ExplainOptions,
): Promise<Diagnostic> {
  if (!isChangeOfWords(diagnostic) || diagnostic.place === undefined) return diagnostic;
  // An edition's dates may stand in the file of another language: any file of its folder counts.
  const folder = diagnostic.place.path.split('/').slice(0, -1).join('/');
  const commits = await readHistory(options, folder);
  for (const { id } of commits.slice(0, MOST_COMMITS)) {
    const reading = await readRevision({ ...options, revision: id });
    const found = reading.kind === 'read' ? explained(work, diagnostic, reading.files) : undefined;
    if (found !== undefined) return found;
  }
  return diagnostic;
}
