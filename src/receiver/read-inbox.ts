/** The folder of a store goes in; its messages come out, without a lock: the receiver may be adding to it and renaming in it. */
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Message, messageSchema } from './message.ts';
import { syncFolder } from './shared-sync.ts';
import { type Entry, FORWARDING, listEntries, PLACES, type Place } from './store-layout.ts';

export interface Kept {
  readonly entry: Entry;
  /** Undefined if the file cannot be understood: somebody has changed it. */
  readonly message: Message | undefined;
}

/** All messages, the oldest first. What is deleted while they are read is left out. */
export async function readInbox(dir: string): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const entry of await listEntries(dir)) {
    const text = await textOf(dir, entry);
    if (text !== undefined) kept.push({ entry, message: parse(text) });
  }
  return kept;
}

/** The message of one file; undefined if it is gone or cannot be understood. */
export async function readMessage(dir: string, entry: Entry): Promise<Message | undefined> {
  const text = await textOf(dir, entry);
  return text === undefined ? undefined : parse(text);
}

/** Moves a message; false if it is not there any more. */
export async function moveMessage(dir: string, { name, place }: Entry, to: Place): Promise<boolean> {
  try {
    await rename(join(dir, place, name), join(dir, to, name));
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
  await syncFolder(join(dir, to));
  return true;
}

/** Where a message goes that is not set aside. */
export async function placeOfGood(dir: string): Promise<Place> {
  return await stat(join(dir, FORWARDING)).then(
    () => 'new',
    () => 'kept',
  );
}

/** Notes whether the receiver forwards. */
export async function noteForwarding(dir: string, isForwarding: boolean): Promise<void> {
  if (isForwarding) await writeFile(join(dir, FORWARDING), '', { mode: 0o600 });
  else await rm(join(dir, FORWARDING), { force: true });
}

/** Looks where it was seen, then where it may have gone since. */
async function textOf(dir: string, { place, name }: Entry): Promise<string | undefined> {
  for (const where of [place, ...PLACES]) {
    try {
      return await readFile(join(dir, where, name), 'utf8');
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return undefined;
}

function parse(text: string): Message | undefined {
  try {
    return messageSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
