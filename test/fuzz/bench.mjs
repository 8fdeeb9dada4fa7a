/** An input goes in; what the worker found comes out, or that it hangs: a worker that does not answer in time is ended and replaced. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** In milliseconds on the clock. */
const HANGS = 30_000;

export async function openBench() {
  let worker = await start();
  return {
    async run(sources, isTwice) {
      const answer = once(worker, 'message').then(([message]) => message);
      const death = once(worker, 'exit').then(() => broken('worker-ended', 'out of memory or stack'));
      const timer = alarm();
      worker.postMessage({ sources, isTwice });
      const outcome = await Promise.race([answer, death, timer.rings]).catch((error) =>
        broken('worker-error', String(error)),
      );
      timer.stop();
      if (outcome.isBroken !== true) return outcome;
      await worker.terminate();
      worker = await start();
      return outcome;
    },
    close: () => worker.terminate(),
  };
}

async function start() {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 1500 },
  });
  worker.setMaxListeners(0);
  await once(worker, 'message');
  return worker;
}

function broken(oracle, detail) {
  return { faults: [{ oracle, detail }], isRefused: false, milliseconds: HANGS, isBroken: true };
}

function alarm() {
  let timer;
  const rings = new Promise((resolve) => {
    timer = setTimeout(() => resolve(broken('hangs', `no answer after ${HANGS} ms`)), HANGS);
  });
  return { rings, stop: () => clearTimeout(timer) };
}
