/** `policies/ledger.json` goes in; the ledger comes out, or every place where it is not as `seal` writes it. */
import type { z } from 'zod';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/file.ts';
import { LEDGER_FORMAT, type Ledger, ledgerSchema } from '../model/ledger.ts';
import type { Reading } from './reading.ts';
import { shorten } from './shorten.ts';
import { readText } from './source-text.ts';

const PUT_BACK =
  'The ledger is written by “promulgate seal” and never by hand. Put back the file as it was before (in the history of your repository).';

/** An entry that stands twice, as a merge can leave it, is read once. Rule ids: `ledger-encoding`, `-conflict`, `-json`, `-version`, `-entry`. */
export function readLedger(file: SourceFile): Reading<Ledger> {
  const source = readText(file, 'ledger');
  if (source.value === undefined) return { diagnostics: source.diagnostics };
  const { path, text } = source.value;
  const lines = text.split('\n');
  const conflict = lines.findIndex((line) => /^(<{7}|={7}|>{7})( |$)/.test(line));
  if (conflict !== -1) return { diagnostics: [conflictProblem({ path, line: conflict + 1, column: 1 })] };
  const document = parseJson(text);
  if (document === undefined) return { diagnostics: [jsonProblem(path, lines)] };
  const places = entryLines(lines);
  const result = ledgerSchema.safeParse(document.value, { reportInput: true });
  if (!result.success) return { diagnostics: issueProblems(result.error.issues, path, places) };
  return { value: once(result.data, places), diagnostics: source.diagnostics };
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** The lines that hold an entry each, from 1. */
function entryLines(lines: readonly string[]): number[] {
  return lines.flatMap((line, index) => (/^,?\{.*\}$/.test(line) ? [index + 1] : []));
}

function once({ version, entries }: z.output<typeof ledgerSchema>, places: readonly number[]): Ledger {
  const seen = new Set<string>();
  const isFirst = entries.map((entry) => {
    const written = JSON.stringify(entry);
    return seen.size < seen.add(written).size;
  });
  const ledger = { version, entries: entries.filter((_, index) => isFirst[index]) };
  return places.length === entries.length ? { ...ledger, lines: places.filter((_, index) => isFirst[index]) } : ledger;
}

function conflictProblem(place: Place): Diagnostic {
  return {
    ruleId: 'ledger-conflict',
    severity: 'error',
    place,
    message: 'Two branches have both added entries here, and Git has left it to you to join them.',
    hint: 'Keep what both have added: delete only the lines that begin with “<<<<<<<”, “=======” and “>>>>>>>”, then run “promulgate seal”.',
  };
}

/** Of a file with one entry on each line, the first line that is no JSON is told. */
function jsonProblem(path: string, lines: readonly string[]): Diagnostic {
  const isEntry = (line: string) => parseJson(line.replace(/^,/, '')) !== undefined;
  const isFrame = (line: string, index: number) => index === 0 || line === ']}' || line === '';
  const wrong = lines.findIndex((line, index) => !isFrame(line, index) && !isEntry(line));
  return {
    ruleId: 'ledger-json',
    severity: 'error',
    place: { path, line: Math.max(1, wrong + 1), column: 1 },
    message: 'The ledger cannot be read: here it is no JSON.',
    hint: PUT_BACK,
  };
}

function issueProblems(issues: readonly z.core.$ZodIssue[], path: string, places: readonly number[]): Diagnostic[] {
  return issues.map((issue) => {
    const [member, index] = issue.path;
    const line = member === 'entries' && typeof index === 'number' ? (places[index] ?? 1) : 1;
    const problem = { severity: 'error' as const, place: { path, line, column: 1 } };
    if (member === 'version' && Number(issue.input) > LEDGER_FORMAT) {
      const message = `The ledger is written in version ${String(issue.input)} of its format; this version of Promulgate reads version ${LEDGER_FORMAT}.`;
      return { ...problem, ruleId: 'ledger-version', message, hint: 'Use a newer version of Promulgate.' };
    }
    return { ...problem, ruleId: 'ledger-entry', message: messageFor(issue), hint: PUT_BACK };
  });
}

function messageFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `An entry has no member “${shorten(issue.keys.join('”, “'))}”.`;
  const name = issue.path.filter((step) => typeof step === 'string' && step !== 'entries').join('.');
  const what = name === '' ? 'This' : `“${name}”`;
  return issue.input === undefined ? `${what} is missing.` : `${what} is not what “promulgate seal” writes there.`;
}
