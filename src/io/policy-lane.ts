/** What all policies share, and where results and files go, come in; policies are made one after the other, their files put in place. */
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
  /** Without the files that were put in place. */
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
    const result = await make(work, { memory: packed?.memory ?? NO_MEMORY, onText });
    packed?.putAway();
    if (place === undefined) return { result, placed: [] };
    try {
      const placed = place(result.made.files);
      return { result: withoutFiles(result), placed };
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const { message, code, syscall, path } = error;
      return {
        result: withoutFiles(result),
        placed: [],
        failure: {
          message,
          code,
          ...(syscall === undefined ? {} : { syscall }),
          ...(path === undefined ? {} : { path }),
        },
      };
    }
  };
}

function withoutFiles(result: PolicyResult): PolicyResult {
  return { ...result, made: { ...result.made, files: [] } };
}
