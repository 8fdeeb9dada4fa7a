/** Objects go in; how many of them are still held by somebody comes out. */
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

export async function stillHeld(objects: readonly WeakRef<object>[]): Promise<number> {
  // Whoever makes a WeakRef, or asks it, holds its object until the turn is over; and some of what holds it goes only the first time.
  for (let time = 0; time < 2; time += 1) {
    await setImmediate();
    collectGarbage();
  }
  return objects.filter((one) => one.deref() !== undefined).length;
}
