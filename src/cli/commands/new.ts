/** `promulgate new`: begins the next edition of a policy, or a new policy, as a draft; writes over nothing. */
import { type DraftedEdition, draftEdition, type EditionWish } from '../../index.ts';
import { writeNewFiles } from '../../io/new-files.ts';
import { readSources } from '../../io/read.ts';
import { type Diagnostic, isError } from '../../model/diagnostic.ts';
import { during } from '../fault.ts';
import { exitCodeOf } from '../outcome.ts';
import { paintFor } from '../paint.ts';
import { countText } from '../report.ts';
import { prettyReport } from '../reporters/pretty.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';

export interface NewOptions {
  /** Absolute path of the folder that holds `policies/`. */
  readonly root: string;
  readonly wish: EditionWish;
  readonly isQuiet: boolean;
}

/** The paths of the new files go to stdout, what to do next to stderr. */
export async function runNew(options: NewOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { root, wish, isQuiet } = options;
  const { stdout, stderr, env, cwd } = surroundings;
  const sources = await during('reading policies/', () => readSources(root));
  const unread = sources.diagnostics.filter(isError);
  const drafted = draftEdition(sources.files, wish);
  const problems = [...unread, ...drafted.diagnostics];
  const made =
    problems.length > 0
      ? { written: [], diagnostics: problems }
      : await during('writing the draft', () => writeNewFiles(root, drafted.files));
  const diagnostics: readonly Diagnostic[] = made.diagnostics;
  stdout.write(made.written.map((path) => `${path}\n`).join(''));
  const paint = paintFor(stderr, env);
  stderr.write(
    prettyReport(diagnostics, { root, cwd, columns: stderr.columns ?? 100, paint, linesOf: () => undefined }),
  );
  if (diagnostics.length > 0) stderr.write(`${paint.strong(countText(diagnostics))} ${leftText(made.written)}\n`);
  else if (!isQuiet) stderr.write(nextSteps(drafted, wish));
  return exitCodeOf(diagnostics);
}

function leftText(written: readonly string[]): string {
  return written.length === 0 ? 'No file was made.' : 'Only the files named above were made.';
}

function nextSteps({ from, files, id }: DraftedEdition, { policy, published }: EditionWish): string {
  const what =
    from === undefined ? 'A new policy, still without a text.' : `A draft with the text of ${policy} ${from}.`;
  const missing = [...(published === undefined ? ['“published”'] : []), ...(from === undefined ? [] : ['“summary”'])];
  const text = from === undefined ? 'its text' : 'what is new';
  const fillIn = missing.length === 0 ? '' : `, and fill in ${missing.join(' and ')}`;
  const steps = [
    `Write ${text} into ${files.length === 1 ? 'it' : 'them'}${fillIn}.`,
    'See it as visitors will: promulgate preview --drafts',
    ...(from === undefined ? [] : [`See what it changes:     promulgate diff ${policy} ${from} ${id} --drafts`]),
    `When all is decided, delete the line “status: draft” ${files.length === 1 ? '' : 'in each of them '}and run promulgate check.`,
  ];
  return `${what} It is not published.\nWhat to do next:\n${steps.map((step, index) => `  ${index + 1}. ${step}\n`).join('')}`;
}
