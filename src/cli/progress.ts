/** A single line on the terminal that tells how far the work is, rewritten in place and gone when the work is done. */
import type { Surroundings } from './surroundings.ts';

export interface Progress {
  show(done: number, total: number): void;
  /** Takes the line away. */
  end(): void;
}

/** Milliseconds between two states of the line; work that ends sooner shows none. */
const INTERVAL = 150;
const ERASE_LINE = '\r\u001B[K';

/** A progress line on stderr that begins with what is being done, if a person watches it, else one that does nothing. A CI log may look like a terminal: there it would pile up. */
export function startProgress({ stderr, env, stopwatch }: Surroundings, doing = 'Building'): Progress {
  if (!stderr.isTTY || env.TERM === 'dumb' || isContinuousIntegration(env.CI)) return { show: () => {}, end: () => {} };
  let last = stopwatch();
  let isShown = false;
  return {
    show(done, total) {
      const time = stopwatch();
      if (time - last < INTERVAL) return;
      last = time;
      isShown = true;
      stderr.write(`${ERASE_LINE}${doing}: ${done} of ${total}`);
    },
    end() {
      if (isShown) stderr.write(ERASE_LINE);
      isShown = false;
    },
  };
}

function isContinuousIntegration(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false' && value !== '0';
}
