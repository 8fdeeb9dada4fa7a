/** Where a thread begins: policies come in as messages, and what came of each goes back as a message. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PolicyWork } from '../model/policy-work.ts';
import { type LaneOptions, type Outcome, openLane } from './policy-lane.ts';

export type FromThread =
  | { readonly kind: 'text' }
  | { readonly kind: 'done'; readonly outcome: Outcome }
  /** A fault of ours. */
  | { readonly kind: 'fault'; readonly error: Error };

const lane = await openLane(workerData as LaneOptions);
const tell = (message: FromThread) => parentPort?.postMessage(message);

parentPort?.on('message', async (work: PolicyWork) => {
  try {
    tell({ kind: 'done', outcome: await lane(work, () => tell({ kind: 'text' })) });
  } catch (error) {
    tell({ kind: 'fault', error: error instanceof Error ? error : new Error(String(error)) });
  }
});
