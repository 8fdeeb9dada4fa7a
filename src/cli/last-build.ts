/** The wishes for a build and its output go in; what came of the last one comes out, if nothing has changed since. Loads no heavy package. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBuild, type Input, knownInputs, type RecordedBuild, recordBuild } from '../io/build-record.ts';
import { writeStamps } from '../io/output-stamps.ts';
import { ownDigest } from '../io/own-digest.ts';
import type { Placed } from '../io/place-files.ts';
import { type KnownFiles, listInputs } from '../io/read.ts';
import type { SiteOutput } from '../io/site-output.ts';
import { isSystemError } from '../io/system-error.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OutputFile } from '../model/file.ts';
import { MOMENT_FILES, movedTo } from '../model/moment-files.ts';
import { isWithin, type SteadySpan } from '../model/steady-span.ts';
import { type AsOf, resolveAsOf } from '../model/timeline.ts';
import { DEFAULT_THEME } from './default-theme.ts';
import type { CheckOptions } from './options.ts';
import type { SiteFacts } from './site-facts.ts';
import { linesOf } from './source-frame.ts';

/** What came of a build that wrote a site. */
export interface LastBuild {
  /** None is an error; those of warnings that are raised to errors are not raised here. */
  readonly diagnostics: readonly Diagnostic[];
  readonly site: SiteFacts;
  /** When all else would be the same at another moment. */
  readonly steady: SteadySpan;
  /** How many files the site has. */
  readonly files: number;
  /** What was read, in words. */
  readonly reading: string;
}

export interface FoundBuild extends LastBuild {
  readonly inputs: readonly Input[];
  /** The files that would be as they are. */
  readonly placed: readonly Placed[];
  /** Those that name the moment of the build, if it was another: as they are to be now. */
  readonly moved: readonly OutputFile[];
  /** The lines of a source or theme file, by a place's path. */
  readonly linesOf: (path: string) => readonly string[] | undefined;
}

/** Undefined if anything that bears on the site, or any file of it, is not as it was then. */
export async function findLastBuild(options: CheckOptions, output: SiteOutput): Promise<FoundBuild | undefined> {
  if (!options.usesCache) return undefined;
  const inputs = await listInputs({ defaultTheme: DEFAULT_THEME, root: options.root });
  if (inputs === undefined) return undefined;
  const momentIn = ({ config }: SiteFacts) => resolveAsOf(options.now.asOf, config.timeZone);
  const found = await findBuild<LastBuild>(recorded(options, output), {
    inputs: inputs.map(({ native }) => native),
    suits: ({ site, steady }) => isWithin(momentIn(site), steady),
  });
  if (found === undefined) return undefined;
  const { outcome: last, ...files } = found;
  const asOf = momentIn(last.site);
  const moved = filesMoved(output.path, last.site.asOf, asOf);
  if (moved === undefined) return undefined;
  const places = new Map(inputs.map(({ path, native }) => [path, native]));
  return {
    ...{ ...last, ...files, moved, site: { ...last.site, asOf } },
    linesOf: (path) => linesAt(places.get(path)),
  };
}

/** Undefined if one cannot be read, which takes more than to see that it stands. */
function filesMoved(folder: string, { instant: from }: AsOf, { instant: to }: AsOf): OutputFile[] | undefined {
  if (from === to) return [];
  try {
    return MOMENT_FILES.map((path) => {
      return { path, content: movedTo(readFileSync(join(folder, path), 'utf8'), path, { from, to }) };
    });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}

/** Which sources need not be read to know what is in them. */
export function knownSources(options: CheckOptions, output: SiteOutput): KnownFiles {
  return options.usesCache ? knownInputs(recorded(options, output)) : () => undefined;
}

/** `stamps`: the digest of what is known of the output's files. */
export function recordLastBuild(
  build: LastBuild,
  { inputs, stamps }: { readonly inputs: readonly Input[]; readonly stamps: string },
  { options, output }: { readonly options: CheckOptions; readonly output: SiteOutput },
): void {
  recordBuild(recorded(options, output), { inputs, stamps, outcome: build });
}

/** After the files that name its moment were made anew. */
export function recordMoved(
  { inputs, diagnostics, site, steady, files, reading }: FoundBuild,
  { options, output }: { readonly options: CheckOptions; readonly output: SiteOutput },
): void {
  const stamps = writeStamps(output.path, output.placed(), recorded(options, output).packs);
  recordLastBuild({ diagnostics, site, steady, files, reading }, { inputs, stamps }, { options, output });
}

function recorded({ root, base, url, receiver, drafts, keepsCache }: CheckOptions, output: SiteOutput): RecordedBuild {
  const packs = { root, program: ownDigest(), isReadOnly: keepsCache !== true };
  return { packs, output, wishes: { base, url, receiver, drafts } };
}

function linesAt(native: string | undefined): readonly string[] | undefined {
  return native === undefined ? undefined : linesOf(new TextDecoder().decode(readFileSync(native)));
}
