/** A folder of messages and how much it may hold go in; whether there is room for one more comes out. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../model/civil-date.ts';
import { listEntries } from './store-layout.ts';

export interface StoreSize {
  /** Rejects with FullStoreError where a message of so many bytes would be too much. */
  claim(bytes: number): Promise<void>;
  /** Rejects with FullStoreError where there is no room even for the smallest. */
  check(): Promise<void>;
  /** Something was deleted: the next claim looks again. */
  refresh(): void;
}

/** The folder holds as much as it may. */
export class FullStoreError extends Error {
  override readonly name = 'FullStoreError';
}

/** Files take whole blocks of the disk. */
const BLOCK = 4096;
/** Milliseconds. Staff may delete beside us, but a flood is not to have the folder counted for each of its messages. */
const PATIENCE = 60_000;

/** How much a folder may hold. */
export interface SizeLimit {
  /** Bytes on the disk. */
  readonly most: number;
  readonly clock: () => Instant;
}

/** Counts what there is; throws what the file system throws. */
export async function measureStore(dir: string, { most, clock }: SizeLimit): Promise<StoreSize> {
  let used = await sizeOf(dir);
  let counted = clock();
  let counting: Promise<void> | undefined;
  const recount = async () => {
    // What is claimed while the folder is counted must not be lost.
    const before = used;
    const found = await sizeOf(dir);
    used = found + (used - before);
    counted = clock();
    counting = undefined;
  };
  const makeSure = async (size: number) => {
    if (used + size > most && clock() - counted > PATIENCE) {
      counting ??= recount();
      await counting;
    }
    if (used + size > most) throw new FullStoreError(dir);
  };
  return {
    async claim(bytes) {
      await makeSure(onDisk(bytes));
      used += onDisk(bytes);
    },
    check: () => makeSure(BLOCK),
    refresh() {
      counted = Number.NEGATIVE_INFINITY;
    },
  };
}

function onDisk(bytes: number): number {
  return Math.ceil(bytes / BLOCK) * BLOCK;
}

async function sizeOf(dir: string): Promise<number> {
  let sum = 0;
  for (const { place, name } of await listEntries(dir)) {
    // One that was moved or deleted meanwhile is no matter.
    sum += await stat(join(dir, place, name)).then(
      ({ size }) => onDisk(size),
      () => 0,
    );
  }
  return sum;
}
