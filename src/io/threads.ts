/** What all policies share goes in; lanes come out in which policies are made at the same time: one here, the others in threads. */
import { Worker } from 'node:worker_threads';
import type { PolicyWork } from '../model/policy-work.ts';
import { holdHalves } from './heap.ts';
import { type Lane, type LaneOptions, type Outcome, openLane } from './policy-lane.ts';
import type { FromThread } from './policy-thread.ts';

interface Waiting {
  readonly work: PolicyWork;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

export interface Lanes {
  make(work: PolicyWork): Promise<Outcome>;
  close(): Promise<void>;
}

export interface LanesWish {
  /** How many lanes there may be. */
  readonly most: number;
  /** Characters of text for each thread. */
  readonly worthwhile: number;
  /** Called, and waited for, after each text. */
  readonly onText: () => void | Promise<void>;
}

/** Characters of text for a thread: with fewer, what it costs to start it and to warm up (about two seconds) is not won back. */
export const WORTHWHILE = 1_000_000;

/**
 * At most `most` lanes. What is asked for in one turn of the event loop is waited for, to know whether threads pay; then each lane
 * takes what is next in line.
 */
export function openLanes(options: LaneOptions, { most, worthwhile, onText }: LanesWish): Lanes {
  const line: Waiting[] = [];
  const idle: Lane[] = [];
  const threads: Worker[] = [];
  let opened = 0;
  const run = async (lane: Lane) => {
    for (let next = line.shift(); next !== undefined; next = line.shift()) {
      await lane(next.work, onText).then(next.resolve, next.reject);
    }
    idle.push(lane);
  };
  const begin = () => {
    for (const lane of idle.splice(0)) void run(lane);
    const useful = Math.min(most, line.length, 1 + Math.floor(sizeOf(line) / worthwhile));
    // Threads first: they need a while to start.
    for (; opened < useful || (opened === 0 && line.length > 0); opened += 1) {
      const isHere = opened === useful - 1;
      void (isHere ? openLane(options) : openThread(options, threads)).then(run, (error) => {
        for (const { reject } of line.splice(0)) reject(error);
      });
    }
  };
  let isDue = false;
  return {
    make: (work) =>
      new Promise((resolve, reject) => {
        line.push({ work, resolve, reject });
        if (isDue) return;
        isDue = true;
        setImmediate(() => {
          isDue = false;
          begin();
        });
      }),
    async close() {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

async function openThread(options: LaneOptions, threads: Worker[]): Promise<Lane> {
  const thread = new Worker(new URL('./policy-thread.js', import.meta.url), { workerData: options });
  threads.push(thread);
  let death: Error | undefined;
  thread.once('online', holdHalves);
  thread.on('error', (error: Error) => {
    death ??= error;
  });
  thread.on('exit', (code) => {
    death ??= new Error(`A thread of the build ended before its work was done (${code}).`);
  });
  return (work, onText) =>
    new Promise((resolve, reject) => {
      if (death !== undefined) return reject(death);
      const settle = (end: () => void) => {
        for (const [event, listener] of Object.entries(listeners)) thread.off(event, listener);
        end();
      };
      const listeners = {
        message: (message: FromThread) => {
          if (message.kind === 'text') void onText();
          else if (message.kind === 'done') settle(() => resolve(message.outcome));
          else settle(() => reject(message.error));
        },
        // What it died of was noted before.
        exit: () => settle(() => reject(death)),
      };
      for (const [event, listener] of Object.entries(listeners)) thread.on(event, listener);
      thread.postMessage(work);
    });
}

function sizeOf(line: readonly Waiting[]): number {
  const texts = line.flatMap(({ work }) => work.timeline?.policy.editions.flatMap((edition) => edition.texts) ?? []);
  return texts.reduce((sum, { markdown }) => sum + markdown.length, 0);
}
