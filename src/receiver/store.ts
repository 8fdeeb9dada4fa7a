/** Messages go in; each is on the disk, once, before the answer comes out. One process at a time may add to a folder. */
import { chmod, mkdir, readdir, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Message } from './message.ts';
import { createSharedSync, syncFolder } from './shared-sync.ts';
import { INCOMING, isThere, listEntries, nameOf, PLACES, type Place } from './store-layout.ts';
import { measureStore, type SizeLimit } from './store-size.ts';
import { writeDurably } from './write-durably.ts';

export interface Store {
  /** Unfinished files of an earlier run that were removed; their senders had no answer. */
  readonly leftovers: number;
  /** Resolves once the message is on the disk: put there by this call, or by an earlier one. Rejects with the system's error, or FullStoreError. */
  add(message: Message, place: Place): Promise<'stored' | 'known'>;
  /** Rejects if nothing can be stored. */
  probe(): Promise<void>;
  /** Lets go of what is known of messages that are gone. */
  forget(ids: readonly string[]): void;
}

/** The folder is not a store of ours, and holds something else. */
export class ForeignFolderError extends Error {
  override readonly name = 'ForeignFolderError';
}

/** Makes the folder what it must be and looks at what is in it; `limit`: how much it may hold. Throws what the file system throws. */
export async function openStore(dir: string, limit: SizeLimit): Promise<Store> {
  await prepare(dir);
  const leftovers = await sweep(join(dir, INCOMING));
  const known = new Map((await listEntries(dir)).map(({ id, name }) => [id, Promise.resolve(name)]));
  const syncs = { new: syncOf(dir, 'new'), kept: syncOf(dir, 'kept'), quarantine: syncOf(dir, 'quarantine') };
  const size = await measureStore(dir, limit);
  let count = 0;

  const write = async (message: Message, place: Place): Promise<string> => {
    const name = nameOf(message);
    const text = `${JSON.stringify(message, null, 1)}\n`;
    await size.claim(Buffer.byteLength(text));
    count += 1;
    const draft = join(dir, INCOMING, `${count}-${name}`);
    const target = join(dir, place, name);
    try {
      await writeDurably(draft, text, 'create');
      await rename(draft, target);
      await syncs[place]();
    } catch (error) {
      // The sender is told that nothing is stored, and that must be so: the next attempt is not to be the second copy.
      await Promise.all([rm(draft, { force: true }), rm(target, { force: true })]).catch(() => undefined);
      size.refresh();
      throw error;
    }
    return name;
  };

  const add: Store['add'] = async (message, place) => {
    const earlier = known.get(message.id);
    // Staff may have deleted it meanwhile; then it is a new one.
    if (earlier !== undefined && (await isThere(dir, await earlier))) return 'known';
    if (known.get(message.id) !== earlier) return await add(message, place);
    const writing = write(message, place);
    known.set(message.id, writing);
    try {
      await writing;
    } catch (error) {
      known.delete(message.id);
      throw error;
    }
    return 'stored';
  };

  return {
    leftovers,
    add,
    async probe() {
      await size.check();
      count += 1;
      const path = join(dir, INCOMING, `probe-${count}`);
      await writeDurably(path, 'x'.repeat(4096), 'create').finally(() => rm(path, { force: true }));
    },
    forget(ids) {
      for (const id of ids) known.delete(id);
      if (ids.length > 0) size.refresh();
    },
  };
}

function syncOf(dir: string, place: Place): () => Promise<void> {
  return createSharedSync(join(dir, place));
}

async function prepare(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const present = await readdir(dir);
  // The lock may be there before the store is; disks have a folder of their own at their root.
  const foreign = present.filter((name) => name !== 'lock' && name !== 'lost+found');
  if (foreign.length > 0 && !present.includes(INCOMING)) throw new ForeignFolderError(dir);
  for (const name of [INCOMING, ...PLACES]) {
    await mkdir(join(dir, name), { recursive: true, mode: 0o700 });
    await chmod(join(dir, name), 0o700);
  }
  await syncFolder(dir);
  await syncFolder(dirname(dir));
}

async function sweep(folder: string): Promise<number> {
  const names = await readdir(folder);
  for (const name of names) await unlink(join(folder, name));
  return names.filter((name) => !name.startsWith('probe-')).length;
}
