/** A folder and settings go in; a receiver comes out that alone writes to the folder, or the reason why it may not. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Lock, takeLock } from '../io/lock.ts';
import { type Receiver, type ReceiverOptions, startReceiver } from '../receiver/receiver.ts';
import { ForeignFolderError } from '../receiver/store.ts';
import { during } from './fault.ts';
import { shownFolder } from './shown-path.ts';

export type Opening =
  | { readonly kind: 'open'; readonly receiver: Receiver }
  /** In words for the user. */
  | { readonly kind: 'refused'; readonly message: string };

/** `cwd`: where the reader of a refusal looks from. */
export async function openReceiver(options: ReceiverOptions, cwd: string): Promise<Opening> {
  const { dir } = options;
  return await during('opening the store', async () => {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const lock = await takeLock(path.join(dir, 'lock'));
    if (lock.kind === 'busy') return { kind: 'refused', message: busyText(lock, shownFolder(dir, { from: cwd })) };
    try {
      const { app, close } = await startReceiver(options);
      return { kind: 'open', receiver: { app, close: () => close().finally(lock.release) } };
    } catch (error) {
      await lock.release();
      if (!(error instanceof ForeignFolderError)) throw error;
      const folder = shownFolder(dir, { from: cwd });
      return {
        kind: 'refused',
        message: `${folder} holds other files. Name an empty folder, or one that does not exist yet.`,
      };
    }
  });
}

function busyText({ holder }: Extract<Lock, { kind: 'busy' }>, folder: string): string {
  const who = holder === '' ? 'Another receiver' : `Another receiver (process ${holder})`;
  return `${who} keeps its messages in ${folder}. End it first, or name another folder.`;
}
