/** Folders go in; whoever waits is told when something in them has changed, until the watch is closed. */
import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { isAbsence, isSystemError, type SystemError } from './system-error.ts';

export interface Watch {
  /** True as soon as something has changed since it was last asked; false once the watch is closed. */
  changed(): Promise<boolean>;
  /** Why the system lets some folder not be watched, of which nothing is told then; undefined if it lets all. */
  refusal(): SystemError | undefined;
  close(): void;
}

/** Milliseconds without news after which a change is whole: programs save in several steps. */
const QUIET = 20;

/**
 * Watches the folders `names` in `root`, which need not be there yet, with all that is in them. A watch for each folder, none for
 * each file: systems allow some thousands.
 */
export function watchFolders(root: string, names: readonly string[]): Watch {
  const watchers = new Map<string, FSWatcher>();
  let state: 'same' | 'changed' | 'closed' = 'same';
  let refusal: SystemError | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wake = () => {};
  const notice = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (state === 'closed') return;
      state = 'changed';
      watchAll();
      wake();
    }, QUIET);
  };
  const watchOne = (folder: string, isOfInterest: (name: string | null) => boolean) => {
    try {
      const watcher = watch(folder, (_, name) => (isOfInterest(name) ? notice() : undefined));
      // On some systems a folder that is deleted is an error.
      watcher.on('error', notice);
      watchers.set(folder, watcher);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      // If it was deleted in the meantime, the folder above tells of it.
      if (!isAbsence(error)) refusal = error;
    }
  };
  const watchAll = () => {
    const folders = new Set(names.flatMap((name) => foldersFrom(join(root, name))));
    for (const [folder, watcher] of watchers) {
      if (folder === root || folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) if (!watchers.has(folder)) watchOne(folder, () => true);
  };
  watchOne(root, (name) => name === null || names.includes(name));
  watchAll();
  return {
    refusal: () => refusal,
    async changed() {
      if (state === 'same') {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (state === 'closed') return false;
      state = 'same';
      return true;
    },
    close() {
      state = 'closed';
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      wake();
    },
  };
}

/** It and all folders below it; none if it is not there. */
function foldersFrom(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const below = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
    return [folder, ...below.flatMap(foldersFrom)];
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [];
  }
}
