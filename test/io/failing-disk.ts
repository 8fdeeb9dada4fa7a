/** A disk that gives up: what is done to a folder fails from a certain step on, or at that step alone, so that each of them can be tried. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const SYNC = ['openSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'unlinkSync', 'rmSync', 'rmdirSync', 'mkdirSync'];
const ASYNC = ['link', 'copyFile', 'symlink', 'mkdir', 'rename', 'rm', 'rmdir', 'unlink', 'chmod', 'open'];

/** What happens at the n-th thing that is done, counted from 1. */
export type Failure = { readonly step: number } & (
  | {
      /** `dead`: it fails, and so does all that follows, as if the process had been killed; what was being written is half written. `refusing`: it alone fails. */
      readonly kind: 'dead' | 'refusing';
    }
  /** It is done, and then something else happens. */
  | { readonly kind: 'followed'; readonly by: () => void }
);

/** Does `work` while the disk fails below `folder`. Tells whether that step was come to, and what came of the work, if anything did. */
export async function onFailingDisk<Result>(folder: string, failure: Failure, work: () => Promise<Result>) {
  let left = failure.step;
  const isOurs = ([at]: readonly unknown[]) => typeof at === 'number' || String(at).startsWith(folder);
  const isReading = (name: string, [, flags]: readonly unknown[]) => /^open/.test(name) && flags !== 'wx';
  const fail = (name: string, original: (...args: unknown[]) => unknown, [at, bytes]: readonly unknown[]) => {
    if (left === 0 && bytes instanceof Uint8Array) original(at, bytes.subarray(0, bytes.length / 2));
    return Object.assign(new Error(`EIO: ${name} '${at}'`), { code: 'EIO', syscall: name });
  };
  const replace = (api: object, name: string) => {
    const original = Reflect.get(api, name);
    Reflect.set(api, name, (...args: unknown[]) => {
      if (!isOurs(args) || isReading(name, args)) return original(...args);
      left -= 1;
      if (left > 0 || (left < 0 && failure.kind !== 'dead')) return original(...args);
      if (failure.kind === 'followed') {
        const result = original(...args);
        failure.by();
        return result;
      }
      const error = fail(name, original, args);
      if (api === fs) throw error;
      return Promise.reject(error);
    });
    return () => Reflect.set(api, name, original);
  };
  const restore = [...SYNC.map((name) => replace(fs, name)), ...ASYNC.map((name) => replace(fs.promises, name))];
  syncBuiltinESMExports();
  try {
    const result = await work().catch(() => undefined);
    return { hasFailed: left <= 0, result };
  } finally {
    for (const undo of restore) undo();
    syncBuiltinESMExports();
  }
}
