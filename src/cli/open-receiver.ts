/** A folder and settings go in; a receiver comes out that alone writes to the folder, or the reason why it may not. */
import path from 'node:path';
import { takeLock } from '../io/lock.ts';
import { makeFolders } from '../io/make-folders.ts';
import { isSystemError, reasonWithPath } from '../io/system-error.ts';
import { type Receiver, type ReceiverOptions, startReceiver } from '../receiver/receiver.ts';
import { ForeignFolderError } from '../receiver/store.ts';
import { during } from './fault.ts';
import { shownFolder } from './shown-path.ts';

export type Opening =
  | { readonly kind: 'open'; readonly receiver: Receiver }
  /** Another process has the folder: `holder` is its number, empty if that is not known. */
  | { readonly kind: 'busy'; readonly holder: string }
  /** In words for the user. */
  | { readonly kind: 'refused'; readonly message: string };

/** `cwd`: where the reader of a refusal looks from. */
export async function openReceiver(options: ReceiverOptions, cwd: string): Promise<Opening> {
  return await during('opening the store', async () => {
    try {
      return await open(options);
    } catch (error) {
      const folder = shownFolder(options.dir, { from: cwd });
      if (error instanceof ForeignFolderError) {
        const message = `${folder} holds other files. Name an empty folder, or one that does not exist yet.`;
        return { kind: 'refused', message };
      }
      if (!isSystemError(error)) throw error;
      const message = `Messages cannot be kept in ${folder}: ${reasonWithPath(error)}. Name another folder, or remove the obstacle.`;
      return { kind: 'refused', message };
    }
  });
}

async function open(options: ReceiverOptions): Promise<Opening> {
  const { dir } = options;
  await makeFolders(dir);
  const lock = await takeLock(path.join(dir, 'lock'));
  if (lock.kind === 'busy') return lock;
  try {
    const { app, close } = await startReceiver(options);
    return { kind: 'open', receiver: { app, close: () => close().finally(lock.release) } };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
