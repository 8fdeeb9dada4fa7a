/** A real receiver on a real port with a folder of its own, and a sender of forms. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readReceiverWords } from '../../src/cli/receiver-words.ts';
import { listen } from '../../src/receiver/listen.ts';
import { type Kept, readInbox } from '../../src/receiver/read-inbox.ts';
import { type ReceiverOptions, startReceiver } from '../../src/receiver/receiver.ts';
import { folderWith } from '../io/temporary-folder.ts';

/** Read once for all. */
const words = readReceiverWords();

export const SITE = 'https://legal.acme.example';

export interface Receiving {
  readonly dir: string;
  readonly url: string;
  /** What was told, line by line. */
  readonly lines: string[];
  /** Sends a form; `Origin` is the site's unless told. */
  readonly post: (
    fields: Readonly<Record<string, string>> | string,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  readonly inbox: () => Promise<Kept[]>;
  readonly close: () => Promise<void>;
}

export async function receiving(changes: Partial<ReceiverOptions> = {}): Promise<Receiving> {
  const dir = changes.dir ?? join(await folderWith(), 'inbox');
  const lines: string[] = [];
  const receiver = await startReceiver({
    dir,
    sites: [SITE],
    rate: undefined,
    isBehindProxy: false,
    minSeconds: 3,
    proofBits: 0,
    retainDays: 180,
    mostBytes: 1e9,
    forwarding: undefined,
    clock: () => Date.now(),
    tell: (line) => lines.push(line),
    wordsFor: await words,
    ...changes,
  });
  const server = await listen(receiver.app, { port: 0, host: '127.0.0.1' });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= server.close().then(receiver.close);
    return closing;
  };
  onTestFinished(close);
  const url = `http://127.0.0.1:${server.address.port}/`;
  return {
    dir,
    url,
    lines,
    post: (fields, headers = {}) =>
      fetch(url, {
        method: 'POST',
        redirect: 'manual',
        headers: { Origin: SITE, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
        body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
      }),
    inbox: () => readInbox(dir),
    close,
  };
}

/** Waits until something is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}

export const JSON_WANTED = { Accept: 'application/json' };

export const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
