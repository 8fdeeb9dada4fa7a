/** Messages that are to go and the reason go in; they are gone, and a record without personal data tells how many of which day. */
import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Instant, isoInstant } from '../model/civil-date.ts';
import { DELETIONS, type Entry, PLACES } from './store-layout.ts';
import { writeDurably } from './write-durably.ts';

export interface Deletion {
  /** The day (UTC) on which the messages had come. */
  readonly day: string;
  readonly count: number;
}

/** Ends the sentence “3 messages received on 2026-05-31 deleted: …”. */
export type DeletionReason = 'by staff' | 'at the request of the person concerned' | ReturnType<typeof olderThan>;

/** That messages are no longer kept. */
export function olderThan(days: number) {
  return `older than ${days} ${days === 1 ? 'day' : 'days'}` as const;
}

/** Removes messages wherever they are, and notes it in `deletions.log`. What somebody else has removed already is not counted. */
export async function deleteMessages(
  dir: string,
  entries: readonly Entry[],
  { at, reason }: { readonly at: Instant; readonly reason: DeletionReason },
): Promise<readonly Deletion[]> {
  const gone: Entry[] = [];
  for (const entry of entries) if (await remove(dir, entry.name)) gone.push(entry);
  const counts = new Map<string, number>();
  for (const { received } of gone) counts.set(received.slice(0, 10), (counts.get(received.slice(0, 10)) ?? 0) + 1);
  const deletions = [...counts].map(([day, count]) => ({ day, count }));
  const lines = deletions.map((deletion) => `${isoInstant(at)} ${deletionText(deletion, reason)}\n`);
  if (lines.length > 0) await writeDurably(join(dir, DELETIONS), lines.join(''), 'append');
  return deletions;
}

/** `3 messages received on 2026-05-31 deleted: older than 180 days.` */
export function deletionText({ day, count }: Deletion, reason: DeletionReason): string {
  return `${count} ${count === 1 ? 'message' : 'messages'} received on ${day} deleted: ${reason}.`;
}

async function remove(dir: string, name: string): Promise<boolean> {
  for (const place of PLACES) {
    try {
      await unlink(join(dir, place, name));
      return true;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return false;
}
