/** `promulgate seal`: enters in the ledger what is published and not in it yet, or says why it cannot. */
import { headOf, LEDGER_ATTRIBUTES, ledgerJson, type Sealing, seal, timestampRequest } from '../../index.ts';
import { storeLedger, storeTimestampRequest } from '../../io/ledger-store.ts';
import { type Diagnostic, isError } from '../../model/diagnostic.ts';
import { LEDGER_SOURCE } from '../../model/ledger.ts';
import { counted } from '../counted.ts';
import { explainChanges } from '../explain-changes.ts';
import { during } from '../fault.ts';
import { type MadeSite, makeSite } from '../make-site.ts';
import type { SealOptions } from '../options.ts';
import { exitCodeOf } from '../outcome.ts';
import { paintFor } from '../paint.ts';
import { countText } from '../report.ts';
import { prettyReport } from '../reporters/pretty.ts';
import { type SealFacts, sealJson } from '../reporters/seal-json.ts';
import { entryText } from '../sealing-text.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { visibleLine } from '../visible-text.ts';

/** With `--check` nothing is written, and 1 says that there is something to enter. */
export async function runSeal(options: SealOptions, surroundings: Surroundings): Promise<ExitCode> {
  const made = await makeSite(options, surroundings);
  const sealing = made.ledgerWork === undefined ? undefined : seal(made.ledgerWork);
  const entered = await enter(made, sealing, options);
  const diagnostics = await during('looking for earlier words in Git', () =>
    explainChanges(entered.diagnostics, made.ledgerWork, { root: options.root, env: surroundings.env }),
  );
  const facts = { ...entered, diagnostics };
  if (options.isJson) surroundings.stdout.write(sealJson(facts));
  else tell(facts, made, { options, surroundings });
  const isDue = options.isCheckOnly && facts.appended.length > 0;
  return isDue ? 1 : exitCodeOf(facts.diagnostics);
}

/** Warnings about the policies are left to `check`. */
async function enter(
  { site, diagnostics }: MadeSite,
  sealing: Sealing | undefined,
  { root, isCheckOnly, isTimestampWanted }: SealOptions,
): Promise<SealFacts> {
  const asOf = site?.asOf.instant;
  const facts = { asOf, isCheckOnly, isWritten: false, appended: [], entries: 0, head: undefined };
  if (sealing === undefined) return { ...facts, diagnostics: diagnostics.filter(isError) };
  const { ledger, appended } = sealing;
  const known = { ...facts, appended, entries: ledger.entries.length, head: headOf(ledger) };
  if (sealing.diagnostics.length > 0 || isCheckOnly) return { ...known, diagnostics: sealing.diagnostics };
  const stored = await during('writing the ledger', () =>
    storeLedger({ root, text: ledgerJson(ledger), attributes: LEDGER_ATTRIBUTES }),
  );
  const isLost = stored.diagnostics.some(isError);
  const request = isLost || !isTimestampWanted ? undefined : await requestTimestamp(root, headOf(ledger));
  const problems = typeof request === 'object' ? [request] : [];
  return {
    ...known,
    ...stored,
    appended: isLost ? [] : appended,
    diagnostics: [...stored.diagnostics, ...problems],
    ...(typeof request === 'string' ? { timestampRequest: request } : {}),
  };
}

function requestTimestamp(root: string, head: string): Promise<string | Diagnostic> {
  return during('writing the request for a time stamp', () =>
    storeTimestampRequest(root, head, timestampRequest(head)),
  );
}

function tell(
  facts: SealFacts,
  { linesOf, site }: MadeSite,
  { options, surroundings }: { readonly options: SealOptions; readonly surroundings: Surroundings },
): void {
  const { stdout, stderr, env, cwd } = surroundings;
  const { diagnostics, appended } = facts;
  const isOneOfMany = (site?.config.languages.length ?? 1) > 1;
  stdout.write(appended.map((entry) => `${visibleLine(entryText(entry, isOneOfMany))}\n`).join(''));
  const paint = paintFor(stderr, env);
  stderr.write(prettyReport(diagnostics, { root: options.root, cwd, columns: stderr.columns ?? 100, paint, linesOf }));
  if (diagnostics.some(isError)) {
    stderr.write(`${paint.strong(countText(diagnostics))} Nothing was entered; the ledger is as it was.\n`);
  } else if (!options.isQuiet || (options.isCheckOnly && appended.length > 0)) {
    stderr.write(`${closingText(facts)}\n`);
    if (facts.timestampRequest !== undefined) stderr.write(`${requestText(facts.timestampRequest)}\n`);
  }
}

function requestText(path: string): string {
  return `The request for a time stamp is in ${path}. Send it to an authority, and put its answer beside it, with the ending .tsr.`;
}

function closingText({ appended, isWritten, isCheckOnly, entries, head }: SealFacts): string {
  const count = counted(appended.length, 'entry', 'entries');
  if (isCheckOnly && appended.length > 0) {
    const verb = appended.length === 1 ? 'is' : 'are';
    return `${count} ${verb} missing in ${LEDGER_SOURCE}. Run “promulgate seal” and commit the file.`;
  }
  const state = `${counted(entries, 'entry', 'entries')} in all, head ${head}.`;
  if (appended.length > 0) return `${count} added to ${LEDGER_SOURCE}: ${state} Commit the file.`;
  if (isWritten) return `${LEDGER_SOURCE} was put in order; nothing was added: ${state} Commit the file.`;
  return `${LEDGER_SOURCE} holds everything that is published: ${state}`;
}
