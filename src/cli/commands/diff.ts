/** `promulgate diff`: what changed between two editions, or since a Git revision; writes nothing. */
import path from 'node:path';
import { type ComparisonResult, compareEditions, type Diagnostic, type SourceFile } from '../../index.ts';
import { readRevision } from '../../io/git-revision.ts';
import { readSources, readTheme } from '../../io/read.ts';
import { isDifferent } from '../../model/comparison.ts';
import { isError } from '../../model/diagnostic.ts';
import { DEFAULT_THEME } from '../default-theme.ts';
import { during } from '../fault.ts';
import type { DiffOptions } from '../options.ts';
import { paintFor } from '../paint.ts';
import { diffHtml } from '../reporters/diff-html.ts';
import { diffJson } from '../reporters/diff-json.ts';
import { diffMarkdown } from '../reporters/diff-markdown.ts';
import { diffTerminal } from '../reporters/diff-terminal.ts';
import { prettyReport } from '../reporters/pretty.ts';
import { linesOf } from '../source-frame.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';

/** As diff: 0 if the texts are the same, 1 if they differ, 2 if they cannot be compared. */
export async function runDiff(options: DiffOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { root, now, language, drafts } = options;
  const wish = wishOf(options);
  if ('message' in wish) return refuse(wish, surroundings);
  const sources = await during('reading policies/', () => readSources(root));
  if (sources.files.length === 0) return fail(sources.diagnostics, sources.files, { options, surroundings });
  const theme = await during('reading the templates', () => readTheme({ defaultTheme: DEFAULT_THEME, root }));
  const { since: revision } = options;
  const reading =
    revision === undefined
      ? undefined
      : await during('reading the Git repository', () => readRevision({ root, revision, env: surroundings.env }));
  if (reading?.kind === 'refused') return refuse(reading, surroundings);
  const result = await compareEditions({
    ...wish,
    sources: sources.files,
    theme: theme.files,
    asOf: now.asOf,
    drafts,
    ...(language === undefined ? {} : { language }),
    ...(reading === undefined || revision === undefined ? {} : { since: { revision, sources: reading.files } }),
  });
  switch (result.kind) {
    case 'refused':
      return refuse(result, surroundings);
    case 'failed':
      return fail([...sources.diagnostics, ...result.diagnostics], sources.files, { options, surroundings });
    case 'compared':
      surroundings.stdout.write(answerText(result, options, surroundings));
      return result.comparisons.some(isDifferent) ? 1 : 0;
  }
}

type Compared = Extract<ComparisonResult, { kind: 'compared' }>;

function answerText(
  { comparisons, wordsFor }: Compared,
  { format }: DiffOptions,
  { stdout, env }: Surroundings,
): string {
  switch (format) {
    case 'json':
      return diffJson(comparisons);
    case 'markdown':
      return diffMarkdown(comparisons);
    case 'html':
      return diffHtml(comparisons, wordsFor);
    case 'terminal': {
      const paint = paintFor(stdout, env);
      return comparisons.length === 0
        ? 'No text differs.\n'
        : comparisons.map((one) => diffTerminal(one, paint)).join('');
    }
  }
}

interface Refusal {
  readonly message: string;
  readonly hint: string;
}

/** Names may be given as the paths that a shell completes: `policies/privacy/2020-02-04.md`, with `\` on Windows. */
function wishOf({ names, since }: DiffOptions): { policy?: string; editions: readonly string[] } | Refusal {
  const [policy, ...editions] = names.map((name) => name.replaceAll('\\', '/').replace(/\/+$/, ''));
  if (policy === undefined) {
    if (since !== undefined) return { editions: [] };
    return {
      message: 'Which policy?',
      hint: 'Write its name, as in "promulgate diff privacy"; only with --since can it be left out.',
    };
  }
  if (editions.length > 2) {
    return { message: 'No more than two editions can be compared.', hint: 'Name two of them, the older one first.' };
  }
  if (since !== undefined && editions.length > 1) {
    return {
      message: '--since compares an edition with itself as it was, so only one can be named.',
      hint: 'Leave out one of the two editions, or --since.',
    };
  }
  const file = /(?:^|\/)policies\/([^/]+)\/([^/]+)\.md$/.exec(`/${policy}`);
  if (file !== null) return { policy: file[1] ?? '', editions: [file[2] ?? '', ...editions].map(idOf) };
  return { policy: path.posix.basename(policy), editions: editions.map(idOf) };
}

function idOf(name: string): string {
  return path.posix.basename(name).replace(/\.md$/, '');
}

function refuse({ message, hint }: Refusal, { stderr, env }: Surroundings): ExitCode {
  stderr.write(`${paintFor(stderr, env).error('error:')} ${message}\n${hint}\n`);
  return 2;
}

interface Failing {
  readonly options: DiffOptions;
  readonly surroundings: Surroundings;
}

/** What cannot be read cannot be compared. */
function fail(
  found: readonly Diagnostic[],
  files: readonly SourceFile[],
  { options, surroundings }: Failing,
): ExitCode {
  const { stderr, env, cwd } = surroundings;
  const layout = {
    root: options.root,
    cwd,
    columns: stderr.columns ?? 80,
    paint: paintFor(stderr, env),
    linesOf: (name: string) => {
      const file = files.find((candidate) => candidate.path === name);
      return file === undefined ? undefined : linesOf(new TextDecoder().decode(file.bytes));
    },
  };
  stderr.write(prettyReport(found.filter(isError), layout));
  return 2;
}
