/** The root folder and the options go in; the site, finished in memory, and every problem found on the way come out. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import {
  type BuildInput,
  type BuildResult,
  build,
  type Diagnostic,
  isChangeOfWords,
  type OutputFile,
  type Site,
  type SourceFile,
} from '../index.ts';
import { createBuildRunner } from '../io/build-runner.ts';
import { boundHeap, freeHeap } from '../io/heap.ts';
import { type ReadFile, readSources, readTheme } from '../io/read.ts';
import type { SiteOutput } from '../io/site-output.ts';
import { compareDiagnostics, isError } from '../model/diagnostic.ts';
import { counted } from './counted.ts';
import { DEFAULT_THEME } from './default-theme.ts';
import { explainChanges } from './explain-changes.ts';
import { during } from './fault.ts';
import { knownSources } from './last-build.ts';
import { momentNote } from './moment-note.ts';
import type { CheckOptions } from './options.ts';
import { raiseWarnings } from './outcome.ts';
import { startProgress } from './progress.ts';
import { linesOf } from './source-frame.ts';
import type { Surroundings } from './surroundings.ts';

export interface MadeSite {
  /** In the order of their places; raised to errors if the options are strict. */
  readonly diagnostics: readonly Diagnostic[];
  readonly hasErrors: boolean;
  /** Those that were not put into the output as they were made. */
  readonly files: readonly OutputFile[];
  /** To be called once the site is written: forgets what it has no use for. Gives the digest of what is known of its files. */
  readonly settle: () => string | undefined;
  readonly site?: Site;
  /** The links that leave the site; absent if errors kept them from being gathered. */
  readonly outwardLinks?: BuildResult['outwardLinks'];
  /** What `seal` enters; absent if there are errors that do not come from comparing with the ledger. */
  readonly ledgerWork?: BuildResult['ledgerWork'];
  /** The lines of a source or theme file, by a place's path. */
  readonly linesOf: (path: string) => readonly string[] | undefined;
  /** All files that were read; absent if more bears on the outcome than they. */
  readonly inputs?: readonly ReadFile[];
  /** What was read, in words. */
  readonly reading: string;
}

const NOTHING: BuildResult = { diagnostics: [], files: [], placed: [] };

/** What is said to be missing may be the very file that could not be read. */
const ABSENCES: ReadonlySet<string> = new Set(['site-missing', 'site-no-policies', 'policy-empty']);

/** Each of them takes memory. */
const MOST_LANES = 8;

/** Reads and checks, and builds if files are wanted. The files of policies are put into `output`, if there is one; nothing else is written. */
export async function makeSite(
  options: CheckOptions,
  surroundings: Surroundings,
  output?: SiteOutput,
): Promise<MadeSite> {
  const { root, isStrict, isVerbose, isAgain } = options;
  const note = (text: string) => (isVerbose ? surroundings.stderr.write(`${text}\n`) : undefined);
  note(momentNote(options));
  if (isAgain) freeHeap();
  else boundHeap();
  const sources = await during('reading policies/', () =>
    readSources(root, output === undefined ? undefined : knownSources(options, output)),
  );
  const theme = await during('reading the templates', () => readTheme({ defaultTheme: DEFAULT_THEME, root }));
  const reading = `Read ${counted(sources.files.length, 'file')} of policies/ and ${counted(theme.files.length, 'file')} of the theme.`;
  note(reading);
  const unread = [...sources.diagnostics, ...theme.diagnostics];
  // Without a single source, what more could be said would only follow from why there is none.
  const hasNothing = sources.files.length === 0 && unread.some(isError);
  const { result, settle } = hasNothing
    ? { result: NOTHING, settle: () => undefined }
    : await buildFrom(
        { sources: sources.files, theme: theme.files, makesFiles: options.makesFiles === true || theme.isOwn },
        options,
        { ...surroundings, output },
      );
  const explained = await during('looking for earlier words in Git', () =>
    explainChanges(result.diagnostics, result.ledgerWork, { root, env: surroundings.env }),
  );
  const following = unread.some(isError) ? explained.filter(({ ruleId }) => !ABSENCES.has(ruleId)) : explained;
  const found = [...unread, ...following].sort(compareDiagnostics);
  const diagnostics = isStrict ? raiseWarnings(found) : found;
  return {
    diagnostics,
    hasErrors: diagnostics.some(isError),
    files: result.files,
    settle,
    ...(result.site === undefined ? {} : { site: result.site }),
    ...(result.outwardLinks === undefined ? {} : { outwardLinks: result.outwardLinks }),
    ...(result.ledgerWork === undefined || unread.some(isError) ? {} : { ledgerWork: result.ledgerWork }),
    linesOf: linesLookup(sources.files, theme.files),
    // Git knows more of words that changed.
    ...(found.some(isChangeOfWords) ? {} : { inputs: [...sources.read, ...theme.read] }),
    reading,
  };
}

async function buildFrom(
  files: Pick<BuildInput, 'sources' | 'theme' | 'makesFiles'>,
  { root, now, base, url, receiver, drafts, usesCache, keepsCache, isQuiet }: CheckOptions,
  { output, ...surroundings }: Surroundings & { readonly output: SiteOutput | undefined },
): Promise<{ readonly result: BuildResult; readonly settle: MadeSite['settle'] }> {
  const progress = startProgress(surroundings);
  const yieldNow = createYield(surroundings.stopwatch);
  const input: BuildInput = {
    ...files,
    asOf: now.asOf,
    drafts,
    ...(base === undefined ? {} : { base }),
    ...(url === undefined ? {} : { url }),
    ...(receiver === undefined ? {} : { receiver }),
    onProgress: async (done, total) => {
      if (!isQuiet) progress.show(done, total);
      await yieldNow();
    },
  };
  const cache = usesCache ? (keepsCache ? 'keeps' : 'reads') : 'none';
  const lanes = Math.min(availableParallelism(), MOST_LANES);
  const runner = createBuildRunner({ root, output, cache, lanes });
  const result = await during('building the site', () => build({ ...input, runner })).finally(progress.end);
  return { result, settle: runner.settle };
}

/** Lets signals through every 50 ms, without which Ctrl-C would wait for the end of a long stretch of work. */
function createYield(stopwatch: Surroundings['stopwatch']): () => Promise<void> {
  let last = stopwatch();
  return async () => {
    if (stopwatch() - last < 50) return;
    await setImmediate();
    last = stopwatch();
  };
}

function linesLookup(sources: readonly SourceFile[], theme: readonly SourceFile[]): MadeSite['linesOf'] {
  const files = new Map([
    ...theme.map((file) => [`templates/${file.path}`, file] as const),
    ...sources.map((file) => [file.path, file] as const),
  ]);
  const split = new Map<string, readonly string[]>();
  return (path) => {
    const file = files.get(path);
    if (file === undefined) return undefined;
    const lines = split.get(path) ?? linesOf(new TextDecoder().decode(file.bytes));
    split.set(path, lines);
    return lines;
  };
}
