import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/receiver/message.ts';
import { openStore } from '../../src/receiver/store.ts';
import { FullStoreError } from '../../src/receiver/store-size.ts';
import { folderWith } from '../io/temporary-folder.ts';
import { JSON_WANTED, receiving, uuid } from './receiving.ts';

const BLOCK = 4096;
let now = 0;

function messageOf(number: number): Message {
  return {
    ...{ format: 1, id: `${'0'.repeat(12)}-${uuid(number)}`, submission: uuid(number) },
    ...{ received: '2026-11-28T12:00:00.000Z', fields: [{ name: 'message', value: 'Hello' }] },
    ...{ context: { policy: '', edition: '', language: '', clause: '', page: '', digest: '' }, elapsed: null },
    suspicions: [],
  };
}

describe('a store that may hold so much', () => {
  it('takes no more than that, also after a restart, and still knows what it has', async () => {
    const dir = join(await folderWith(), 'inbox');
    const first = await openStore(dir, { most: 2 * BLOCK, clock: () => now });
    expect(await first.add(messageOf(1), 'kept')).toBe('stored');
    expect(await first.add(messageOf(2), 'quarantine')).toBe('stored');
    await expect(first.add(messageOf(3), 'kept')).rejects.toThrow(FullStoreError);
    const second = await openStore(dir, { most: 2 * BLOCK, clock: () => now });
    await expect(second.add(messageOf(3), 'kept')).rejects.toThrow(FullStoreError);
    await expect(second.probe()).rejects.toThrow(FullStoreError);
    expect(await second.add(messageOf(1), 'kept')).toBe('known');
    expect([await readdir(join(dir, 'kept')), await readdir(join(dir, 'incoming'))]).toMatchObject([
      [/0001\.json$/],
      [],
    ]);
  });

  it('has room again when something was deleted', async () => {
    const dir = join(await folderWith(), 'inbox');
    const store = await openStore(dir, { most: BLOCK, clock: () => now });
    await store.add(messageOf(1), 'kept');
    await expect(store.add(messageOf(2), 'kept')).rejects.toThrow(FullStoreError);
    const empty = async () => {
      for (const name of await readdir(join(dir, 'kept'))) await unlink(join(dir, 'kept', name));
    };
    await empty();
    store.forget([messageOf(1).id]);
    expect(await store.add(messageOf(2), 'kept')).toBe('stored');
    // By staff, of whom the receiver is not told: it looks once a minute.
    await empty();
    await expect(store.add(messageOf(3), 'kept')).rejects.toThrow(FullStoreError);
    now += 61_000;
    expect(await store.add(messageOf(3), 'kept')).toBe('stored');
  });

  it('counts the blocks of the disk that a message takes, not its letters', async () => {
    const { post, inbox, lines } = await receiving({ mostBytes: 3 * BLOCK });
    const statuses: number[] = [];
    for (const [number, message] of ['a', 'b'.repeat(BLOCK), 'c'].entries()) {
      statuses.push((await post({ message, submission: uuid(number) }, JSON_WANTED)).status);
    }
    expect(statuses).toEqual([200, 200, 503]);
    expect(await inbox()).toHaveLength(2);
    expect(lines.at(-1)).toBe('Refused, for the folder of messages holds as much as it may (--max-size).');
  });

  it('says that it takes nothing, and what it refused is not stored', async () => {
    const { post, inbox, url } = await receiving({ mostBytes: 0 });
    const page = await post({ message: 'Hello' });
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('Nothing has been stored.')]);
    expect(await inbox()).toEqual([]);
    expect((await fetch(`${url}health`)).status).toBe(503);
  });
});
