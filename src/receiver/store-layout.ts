/** How the folder of messages is laid out: a file for each message, whose name tells when it came and which one it is. */
import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from './message.ts';

/**
 * `quarantine`: set aside because something looks odd. `new`: to be forwarded by e-mail. `kept`: everything else.
 * A message moves by being renamed, and only forwards in this list: who looks in this order misses none.
 */
export const PLACES = ['quarantine', 'new', 'kept'] as const;

export type Place = (typeof PLACES)[number];

/** What is being written and acknowledged to nobody. */
export const INCOMING = 'incoming';

/** There if the receiver forwards: then what is taken out of quarantine goes to `new`. */
export const FORWARDING = 'forwarding';

/** Where each deletion is noted, in counts and days. */
export const DELETIONS = 'deletions.log';

/** The file of a message, as its name alone tells. */
export interface Entry {
  readonly place: Place;
  /** File name. */
  readonly name: string;
  readonly id: string;
  /** RFC 3339, UTC, with milliseconds. */
  readonly received: string;
}

const NAME =
  /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-([0-9a-f]{12}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/;

/** `20261128T160852123Z-<id>.json`: in the order of their names is in the order in which they came. */
export function nameOf({ received, id }: Pick<Message, 'received' | 'id'>): string {
  return `${received.replace(/[-:.]/g, '')}-${id}.json`;
}

/** Undefined if the file is none of ours. */
function entryOf(place: Place, name: string): Entry | undefined {
  const [, year, month, day, hour, minute, second, fraction, id] = NAME.exec(name) ?? [];
  if (id === undefined) return undefined;
  return { place, name, id, received: `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}Z` };
}

/** Every message there is, the oldest first. */
export async function listEntries(dir: string, places: readonly Place[] = PLACES): Promise<Entry[]> {
  const found = new Map<string, Entry>();
  for (const place of places) {
    for (const name of await readdir(join(dir, place))) {
      const entry = entryOf(place, name);
      if (entry !== undefined) found.set(name, entry);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** True if a message of this name is in one of the places. */
export async function isThere(dir: string, name: string): Promise<boolean> {
  for (const place of PLACES) {
    try {
      await access(join(dir, place, name), constants.F_OK);
      return true;
    } catch {}
  }
  return false;
}
