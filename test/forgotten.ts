/** Objects go in; how many of them are still held by somebody comes out. */
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Pauses between collections, in milliseconds. */
const PAUSES = [0, 0, 10, 50, 200, 500];

/** Asks again for what seems held: whoever makes or asks a WeakRef holds its object until the turn is over, and V8 itself holds some while it compiles beside. */
export async function stillHeld(objects: readonly WeakRef<object>[]): Promise<number> {
  let held = objects;
  for (const pause of PAUSES) {
    await setTimeout(pause);
    collectGarbage();
    held = held.filter((one) => one.deref() !== undefined);
    if (held.length === 0) break;
  }
  return held.length;
}
