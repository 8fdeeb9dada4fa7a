/** Nothing goes in; from then on no thread of this process lets its heap grow far beyond what is in use. */
import { setFlagsFromString } from 'node:v8';

/**
 * Percent. V8 lets a heap grow to up to four times of what was in use, before it looks for what is in use no more: of 1,000 editions
 * a build took 670 MB so, of which 130 were in use. With this it takes 400, for a hundredth of the time.
 */
const GROWTH = 60;

export function boundHeap(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
