/** The root folder and an output go in; a runner comes out that makes policies at the same time, and those of which nothing changed not at all. */
import type { PlacedFile } from '../model/file.ts';
import type { PolicyResult, PolicyWork, SharedWork } from '../model/policy-work.ts';
import { type Memory, NO_MEMORY, type Runner } from '../model/runner.ts';
import { type KeptPolicies, openKept } from './kept-policies.ts';
import { OUTPUTS, readStamps, writeStamps } from './output-stamps.ts';
import { ownDigest } from './own-digest.ts';
import { packed } from './packed.ts';
import { packFacts, unpackFacts } from './packed-facts.ts';
import type { Known, Placed } from './place-files.ts';
import type { Outcome } from './policy-lane.ts';
import { openPacks, type PackFolder, removeOthers } from './result-packs.ts';
import type { SiteOutput } from './site-output.ts';
import { openLanes, WORTHWHILE } from './threads.ts';

export interface BuildRunnerOptions {
  readonly root: string;
  /** Where the files of policies are put; if absent, they are handed back. */
  readonly output?: SiteOutput | undefined;
  /** Take results from earlier builds, and if it `keeps` them, leave some for later ones. */
  readonly cache: 'none' | 'reads' | 'keeps';
  /** How many policies may be made at the same time. */
  readonly lanes: number;
  /** Characters of text to be worked on for each thread, from which on it pays: see `openLanes`. */
  readonly worthwhile?: number;
}

export interface BuildRunner extends Runner {
  /** After a site was made of all policies, and written: forgets what that site has no use for. Gives the digest of what is known of its files. */
  settle(): string | undefined;
}

interface Means {
  readonly kept: KeptPolicies | undefined;
  readonly output: SiteOutput | undefined;
  readonly knownOf: (path: string) => Known | undefined;
}

export function createBuildRunner({
  root,
  output,
  cache,
  lanes,
  worthwhile = WORTHWHILE,
}: BuildRunnerOptions): BuildRunner {
  const packs: PackFolder | undefined =
    cache === 'none' ? undefined : { root, program: ownDigest(), isReadOnly: cache === 'reads' };
  const slugs = new Set<string>();
  const readings = packs === undefined ? undefined : openPacks(packs);
  return {
    memory: readings?.memory ?? NO_MEMORY,
    async open(shared: SharedWork, onText) {
      readings?.putAway();
      const kept = packs === undefined ? undefined : openKept(packs, shared);
      const knownOf = packs === undefined || output === undefined ? () => undefined : readKnown(output.path, packs);
      const means: Means = { kept, output, knownOf };
      const options = {
        shared,
        ...(packs === undefined ? {} : { packs }),
        ...(output === undefined ? {} : { target: output.target }),
      };
      const open = openLanes(options, { most: lanes, worthwhile, onText });
      let isMaking = false;
      return {
        make: async (work: PolicyWork): Promise<PolicyResult> => {
          slugs.add(work.slug);
          const known = takeKept(work, means);
          if (known !== undefined) return known;
          isMaking = true;
          return settleOutcome(work, await open.make(work), means);
        },
        // As long as nothing has to be made, there is room enough.
        hold: (result) => (isMaking ? held(result) : () => result),
        memory: packs === undefined ? NO_MEMORY : readingMemory(packs),
        close: open.close,
      };
    },
    settle() {
      if (packs === undefined) return undefined;
      removeOthers(packs, [OUTPUTS, ...slugs]);
      return output === undefined ? undefined : writeStamps(output.path, output.placed(), packs);
    },
  };
}

function takeKept(work: PolicyWork, { kept, output, knownOf }: Means): PolicyResult | undefined {
  // Whoever only looks for problems finds those that were found when pages were made.
  const known = kept?.find(work) ?? (work.makesPages ? undefined : kept?.find({ ...work, makesPages: true }));
  if (known === undefined || output === undefined || !work.makesPages) return known;
  return output.keep(work.slug, known.made.placed, knownOf) ? known : undefined;
}

function settleOutcome(work: PolicyWork, { result, placed, failure }: Outcome, { kept, output }: Means): PolicyResult {
  output?.add(work.slug, placed);
  const settled = {
    ...result,
    made: { ...result.made, placed: placed.map(asPlaced) },
  };
  if (failure !== undefined) output?.fail(Object.assign(new Error(failure.message), failure));
  // Files that were handed back stand nowhere; they will have to be made again.
  else if (result.made.files.length === 0 && work.makesPages) kept?.keep(work, settled);
  return settled;
}

function held({ texts, ...others }: PolicyResult): () => PolicyResult {
  const take = packed({ ...others, texts: packFacts(texts) });
  return () => {
    const { texts, ...others } = take();
    return { ...others, texts: unpackFacts(texts) };
  };
}

function asPlaced({ path, sha256 }: Placed): PlacedFile {
  return { path, sha256 };
}

function readKnown(output: string, packs: PackFolder): Means['knownOf'] {
  const { known } = readStamps(output, packs);
  return (path) => known.get(path);
}

function readingMemory(packs: PackFolder): Memory {
  return openPacks({ ...packs, isReadOnly: true }).memory;
}
