/** A folder and its settings go in; a running receiver comes out: store, retention and forwarding around the HTTP application. */
import type { Hono } from 'hono';
import { acceptOrigins } from './accepted-origins.ts';
import { type AppOptions, createApp } from './app.ts';
import { deletionText, olderThan } from './deletions.ts';
import { type ForwarderOptions, startForwarder } from './forwarder.ts';
import type { Message } from './message.ts';
import { noteForwarding } from './read-inbox.ts';
import { deleteExpired } from './retention.ts';
import { openStore } from './store.ts';
import { FullStoreError } from './store-size.ts';
import { createTally } from './tally.ts';

export interface ReceiverOptions
  extends Pick<AppOptions, 'rate' | 'isBehindProxy' | 'minSeconds' | 'proofBits' | 'clock' | 'wordsFor'> {
  /** Absolute path of the folder of messages, of which this process alone is the writer. */
  readonly dir: string;
  /** Absolute addresses of the sites that may send; empty: any. */
  readonly sites: readonly string[];
  /** The address of the published site, if `sites` are copies of it. */
  readonly published?: string;
  /** How much the folder of messages may take of the disk. */
  readonly mostBytes: number;
  /** Whole days after which a message is deleted. */
  readonly retainDays: number;
  /** Undefined: nothing is forwarded. */
  readonly forwarding: Pick<ForwarderOptions, 'smtp' | 'from' | 'to' | 'firstPause'> | undefined;
  /** Told of what happens, in lines without personal data. */
  readonly tell: (line: string) => void;
}

export interface Receiver {
  readonly app: Hono;
  /** To be called once no request is under way. */
  readonly close: () => Promise<void>;
}

const HOUR = 60 * 60 * 1000;

/** Throws what the file system throws, and ForeignFolderError. */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const { dir, forwarding, clock, tell, retainDays } = options;
  const store = await openStore(dir, { most: options.mostBytes, clock });
  await noteForwarding(dir, forwarding !== undefined);
  if (store.leftovers > 0)
    tell(`Unfinished messages of an earlier run removed: ${store.leftovers}. Nobody was told that they had arrived.`);
  const expire = async () => {
    const { deletions, ids } = await deleteExpired(dir, { now: clock(), days: retainDays });
    store.forget(ids);
    for (const deletion of deletions) tell(deletionText(deletion, olderThan(retainDays)));
  };
  await expire();
  const hourly = setInterval(() => {
    expire().catch(() => tell('Old messages could not be deleted; it is tried again in an hour.'));
  }, HOUR);
  const forwarder = forwarding === undefined ? undefined : startForwarder({ ...forwarding, dir, clock, tell });
  const tally = createTally(tell);
  const keep = async (message: Message) => {
    const place = message.suspicions.length > 0 ? 'quarantine' : forwarder === undefined ? 'kept' : 'new';
    try {
      if ((await store.add(message, place)) === 'stored') tell(storedText(message));
    } catch (error) {
      tally.count(error instanceof FullStoreError ? FULL : `Cannot store (${codeOf(error)})`);
      throw error;
    }
    if (place === 'new') forwarder?.wake();
  };
  const app = createApp({
    ...options,
    accepted: acceptOrigins(options.sites, options.published),
    keep,
    probe: store.probe,
    onRefusal: ({ error }) => tally.count(`Refused, ${error}`),
  });
  return {
    app,
    async close() {
      clearInterval(hourly);
      tally.stop();
      await forwarder?.stop();
    },
  };
}

const FULL = 'Refused, for the folder of messages holds as much as it may (--max-size)';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** Which message, never what is in it. */
function storedText({ id, suspicions }: Message): string {
  return suspicions.length > 0 ? `Set aside ${id}: ${suspicions.join(', ')}.` : `Stored ${id}.`;
}
