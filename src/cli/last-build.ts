/** The wishes for a build and its output go in; what came of the last one comes out, if nothing has changed since. Loads no heavy package. */
import { readFileSync } from 'node:fs';
import { findBuild, knownInputs, type RecordedBuild, recordBuild } from '../io/build-record.ts';
import { ownDigest } from '../io/own-digest.ts';
import { type KnownFiles, listInputs, type ReadFile } from '../io/read.ts';
import type { SiteOutput } from '../io/site-output.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { DEFAULT_THEME } from './default-theme.ts';
import type { CheckOptions } from './options.ts';
import type { SiteFacts } from './site-facts.ts';
import { linesOf } from './source-frame.ts';

/** What came of a build that wrote a site. */
export interface LastBuild {
  /** None is an error; those of warnings that are raised to errors are not raised here. */
  readonly diagnostics: readonly Diagnostic[];
  readonly site: SiteFacts;
  /** How many files the site has. */
  readonly files: number;
  /** What was read, in words. */
  readonly reading: string;
}

export interface FoundBuild extends LastBuild {
  /** The lines of a source or theme file, by a place's path. */
  readonly linesOf: (path: string) => readonly string[] | undefined;
}

/** Undefined if anything that bears on the site, or any file of it, is not as it was then. */
export async function findLastBuild(options: CheckOptions, output: SiteOutput): Promise<FoundBuild | undefined> {
  if (!options.usesCache) return undefined;
  const inputs = await listInputs({ defaultTheme: DEFAULT_THEME, root: options.root });
  if (inputs === undefined) return undefined;
  const natives = inputs.map(({ native }) => native);
  const last = await findBuild<LastBuild>(recorded(options, output), natives);
  if (last === undefined) return undefined;
  const places = new Map(inputs.map(({ path, native }) => [path, native]));
  return { ...last, linesOf: (path) => linesAt(places.get(path)) };
}

/** Which sources need not be read to know what is in them. */
export function knownSources(options: CheckOptions, output: SiteOutput): KnownFiles {
  return options.usesCache ? knownInputs(recorded(options, output)) : () => undefined;
}

/** `stamps`: the digest of what is known of the output's files. */
export function recordLastBuild(
  build: LastBuild,
  { inputs, stamps }: { readonly inputs: readonly ReadFile[]; readonly stamps: string },
  { options, output }: { readonly options: CheckOptions; readonly output: SiteOutput },
): void {
  recordBuild(recorded(options, output), { inputs, stamps, outcome: build });
}

function recorded(
  { root, now, base, url, receiver, drafts, keepsCache }: CheckOptions,
  output: SiteOutput,
): RecordedBuild {
  const packs = { root, program: ownDigest(), isReadOnly: keepsCache !== true };
  return { packs, output, wishes: { asOf: now.asOf, base, url, receiver, drafts } };
}

function linesAt(native: string | undefined): readonly string[] | undefined {
  return native === undefined ? undefined : linesOf(new TextDecoder().decode(readFileSync(native)));
}
