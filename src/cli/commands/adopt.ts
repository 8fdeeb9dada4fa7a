/** `promulgate adopt`: what the history in Git tells of texts that were published, and a ledger that begins with it. */
import {
  type AdoptedEvent,
  type Adoption,
  adoptedLedger,
  adoptState,
  beginAdoption,
  createRenderer,
  type Diagnostic,
  headOf,
  LEDGER_ATTRIBUTES,
  ledgerJson,
  type SourceFile,
  seal,
} from '../../index.ts';
import { type Commit, readMainline } from '../../io/git-history.ts';
import { readRevision } from '../../io/git-revision.ts';
import { storeLedger } from '../../io/ledger-store.ts';
import { readSources } from '../../io/read.ts';
import { isError } from '../../model/diagnostic.ts';
import { LEDGER_SOURCE } from '../../model/ledger.ts';
import { adoptionSummary, eventLines } from '../adoption-text.ts';
import { explainChanges } from '../explain-changes.ts';
import { during } from '../fault.ts';
import { makeSite } from '../make-site.ts';
import type { AdoptOptions } from '../options.ts';
import { exitCodeOf } from '../outcome.ts';
import { paintFor } from '../paint.ts';
import { startProgress } from '../progress.ts';
import { adoptJson } from '../reporters/adopt-json.ts';
import { prettyReport } from '../reporters/pretty.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';

const SITE = 'policies/site.yaml';

export interface AdoptFacts {
  readonly events: readonly AdoptedEvent[];
  /** How many states were looked at. */
  readonly commits: number;
  readonly entries: number;
  /** Of the ledger; absent if there are errors. */
  readonly head: string | undefined;
  readonly isWritten: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Refuses where there is a ledger already: a ledger is begun once. */
export async function runAdopt(options: AdoptOptions, surroundings: Surroundings): Promise<ExitCode> {
  const made = await makeSite(options, surroundings);
  const facts = await adopt(made, options, surroundings);
  if (options.isJson) surroundings.stdout.write(adoptJson(facts));
  else tell(facts, made.linesOf, { options, surroundings });
  return exitCodeOf(facts.diagnostics);
}

async function adopt(
  { ledgerWork, diagnostics: found }: Awaited<ReturnType<typeof makeSite>>,
  options: AdoptOptions,
  surroundings: Surroundings,
): Promise<AdoptFacts> {
  const { root, isDryRun } = options;
  const { env } = surroundings;
  const nothing = { events: [], commits: 0, entries: 0, head: undefined, isWritten: false };
  if (ledgerWork === undefined) return { ...nothing, diagnostics: found.filter(isError) };
  if (ledgerWork.ledger !== undefined) return { ...nothing, diagnostics: [EXISTING] };
  const commits = await during('reading the Git repository', () => readMainline({ root, env }));
  if (commits.length === 0) return { ...nothing, diagnostics: [NO_HISTORY] };
  const { events, ...adoption } = await during('reading the history', () => walk(commits, options, surroundings));
  const sealing = seal({ ...ledgerWork, ledger: adoptedLedger({ events, ...adoption }) });
  const told = { ...nothing, events, commits: commits.length };
  if (sealing.diagnostics.length > 0) {
    const work = { ...ledgerWork, ledger: sealing.ledger };
    return { ...told, diagnostics: await explainChanges(sealing.diagnostics, work, { root, env }) };
  }
  const { ledger } = sealing;
  const known = { ...told, entries: ledger.entries.length, head: headOf(ledger) };
  if (isDryRun) return { ...known, diagnostics: [] };
  const stored = await during('writing the ledger', () =>
    storeLedger({ root, text: ledgerJson(ledger), attributes: LEDGER_ATTRIBUTES }),
  );
  return { ...known, ...stored };
}

/** The languages and the time zone are those of today, so that the same names of files mean the same texts. */
async function walk(
  commits: readonly Commit[],
  { root, isQuiet }: AdoptOptions,
  surroundings: Surroundings,
): Promise<Adoption> {
  const { env } = surroundings;
  const isSite = ({ path }: SourceFile) => path === SITE;
  const site = (await readSources(root)).files.filter(isSite);
  const render = createRenderer();
  const progress = startProgress(surroundings, 'Reading the history');
  let adoption = beginAdoption();
  let latest = Number.NEGATIVE_INFINITY;
  try {
    for (const [index, { id, instant }] of commits.entries()) {
      const reading = await readRevision({ root, env, revision: id });
      if (reading.kind === 'refused') continue;
      // Clocks of those who commit differ: a state is never older than the one before it.
      latest = Math.max(latest, instant);
      const sources = [...reading.files.filter((file) => !isSite(file)), ...site];
      adoption = adoptState(adoption, { commit: id, instant: latest, sources }, render);
      if (!isQuiet) progress.show(index + 1, commits.length);
    }
  } finally {
    progress.end();
  }
  return adoption;
}

function tell(
  facts: AdoptFacts,
  linesOf: Awaited<ReturnType<typeof makeSite>>['linesOf'],
  { options, surroundings }: { readonly options: AdoptOptions; readonly surroundings: Surroundings },
): void {
  const { stdout, stderr, env, cwd } = surroundings;
  const { diagnostics, events } = facts;
  stdout.write(events.map((event) => eventLines(event, paintFor(stdout, env))).join(''));
  const layout = { root: options.root, cwd, columns: stderr.columns ?? 100, paint: paintFor(stderr, env), linesOf };
  stderr.write(prettyReport(diagnostics, layout));
  if (diagnostics.some(isError)) stderr.write('No ledger was written.\n');
  else if (!options.isQuiet) stderr.write(adoptionSummary(facts));
}

const EXISTING: Diagnostic = {
  ruleId: 'site-ledger-exists',
  severity: 'error',
  place: { path: LEDGER_SOURCE },
  message: 'There is a ledger already. It is begun once, and only added to from then on.',
  hint: 'Run “promulgate seal” to add what is missing.',
};

const NO_HISTORY: Diagnostic = {
  ruleId: 'site-no-history',
  severity: 'error',
  message:
    'Git knows no earlier state of “policies”: the folder is in no repository, was never committed, or Git is not installed.',
  hint: 'Run “promulgate seal” to begin a ledger with the texts as they are.',
};
