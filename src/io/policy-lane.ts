/** What all policies share, and where results and files go, come in; policies are made one after the other, their files put in place. */
import type { OutputFile } from '../model/file.ts';
import type { PolicyResult, PolicyWork, SharedWork } from '../model/policy-work.ts';
import { NO_MEMORY } from '../model/runner.ts';
import { openMaker } from '../stages.ts';
import { createPlacing, type Placed, type Target } from './place-files.ts';
import { openPacks, type PackFolder } from './result-packs.ts';
import { isSystemError, type SystemError } from './system-error.ts';

/** Plain data, so that threads can be told of it. */
export interface LaneOptions {
  readonly shared: SharedWork;
  /** Absent if nothing is to be remembered. */
  readonly packs?: PackFolder;
  /** Absent if files are wanted as they are. */
  readonly target?: Target;
}

export interface Outcome {
  /** Without files, where they were put in place. */
  readonly result: PolicyResult;
  readonly placed: readonly Placed[];
  /** Why files could not be put in place: what Node says of it. */
  readonly failure?: Failure;
}

export type Failure = Pick<SystemError, 'message' | 'code' | 'syscall' | 'path'>;

export type Lane = (work: PolicyWork, onText: () => void | Promise<void>) => Promise<Outcome>;

export async function openLane({ shared, packs, target }: LaneOptions): Promise<Lane> {
  const make = await openMaker(shared);
  const place = target === undefined ? undefined : createPlacing(target);
  return async (work, onText) => {
    const packed = packs === undefined ? undefined : openPacks(packs);
    const placing = place === undefined ? undefined : placeEach(place);
    const result = await make(work, { memory: packed?.memory ?? NO_MEMORY, onText, onFile: placing?.onFile });
    packed?.putAway();
    // What was put in place of pages that could not all be made is no part of a site.
    return { result, placed: [], ...(result.made.failures.length > 0 ? {} : placing?.outcome()) };
  };
}

/** Puts each file in place as it comes, until one cannot be. */
function placeEach(place: ReturnType<typeof createPlacing>) {
  const placed: Placed[] = [];
  let failure: Failure | undefined;
  return {
    onFile(file: OutputFile): void {
      if (failure !== undefined) return;
      try {
        placed.push(...place([file]));
      } catch (error) {
        if (!isSystemError(error)) throw error;
        failure = failureOf(error);
      }
    },
    outcome: () => (failure === undefined ? { placed } : { placed: [], failure }),
  };
}

function failureOf({ message, code, syscall, path }: SystemError): Failure {
  return {
    message,
    code,
    ...(syscall === undefined ? {} : { syscall }),
    ...(path === undefined ? {} : { path }),
  };
}
