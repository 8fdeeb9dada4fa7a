/** Limits go in; a way to work with many hosts at once without pressing any of them comes out. */
import { setTimeout } from 'node:timers/promises';

export interface Traffic {
  /** Does `work` while no other work is done at `host`; the next begins after a pause. */
  readonly atHost: <Result>(host: string, work: () => Promise<Result>) => Promise<Result>;
  /** Does `work` in one of the lanes, as soon as one is free. */
  readonly inLane: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** Work at one host is done in the order it was asked for. A lane is not to be waited for from within a lane. */
export function createTraffic({ lanes, pauseMs }: { readonly lanes: number; readonly pauseMs: number }): Traffic {
  const hosts = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let free = lanes;
  return {
    atHost(host, work) {
      const result = (hosts.get(host) ?? Promise.resolve()).then(work);
      const pause = () => setTimeout(pauseMs);
      hosts.set(host, result.then(pause, pause));
      return result;
    },
    async inLane(work) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) free += 1;
        else next();
      }
    },
  };
}
