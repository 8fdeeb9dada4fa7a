/** A store, a moment and a number of days go in; what is older is deleted, and how many of which day comes out. */
import type { Instant } from '../model/civil-date.ts';
import { type Deletion, deleteMessages, olderThan } from './deletions.ts';
import { type Entry, listEntries } from './store-layout.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface Expiry {
  readonly deletions: readonly Deletion[];
  readonly ids: readonly string[];
}

/** Deletes every message, forwarded or not, quarantined or not, that came more than `days` days before `now`. */
export async function deleteExpired(
  dir: string,
  options: { readonly now: Instant; readonly days: number },
): Promise<Expiry> {
  const { now, days } = options;
  const isExpired = ({ received }: Entry) => Date.parse(received) < now - days * DAY;
  const expired = (await listEntries(dir)).filter(isExpired);
  const deletions = await deleteMessages(dir, expired, { at: now, reason: olderThan(days) });
  return { deletions, ids: expired.map(({ id }) => id) };
}
