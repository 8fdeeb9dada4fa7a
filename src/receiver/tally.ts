/** Events go in one by one; once in a while one line with their counts comes out, so that a flood of requests is no flood of lines. */

export interface Tally {
  count(event: string): void;
  /** Writes what has not been written yet, and counts no more. */
  stop(): void;
}

/** The first of its kind is told at once, those of the following minute together. */
export function createTally(tell: (line: string) => void, period = 60_000): Tally {
  let counts = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    timer = undefined;
    if (counts.size === 0) return;
    tell(`${[...counts].map(([event, count]) => `${event}: ${count} more`).join('; ')}.`);
    counts = new Map();
  };
  return {
    count(event) {
      if (timer !== undefined) {
        counts.set(event, (counts.get(event) ?? 0) + 1);
        return;
      }
      tell(`${event}.`);
      timer = setTimeout(flush, period).unref();
    },
    stop() {
      clearTimeout(timer);
      flush();
    },
  };
}
