/** A folder goes in; a function comes out that returns once what was renamed into it before the call is on the disk. */
import { open } from 'node:fs/promises';

/** Callers of one moment share one sync: it costs the same for one name as for a hundred. */
export function createSharedSync(folder: string): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = () => {
    running = syncFolder(folder).finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (running === undefined) return start();
    // The one under way may have begun before the caller's change: only the next surely covers it.
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
}

/** Brings the names in a folder to the disk. Windows keeps them there by itself and opens no folders. */
export async function syncFolder(folder: string): Promise<void> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(folder, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EISDIR' || error.code === 'EPERM')) return;
    throw error;
  }
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
