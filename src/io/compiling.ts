/** The version of V8 goes in; from then on it compiles with all its skill only what has proved to be busy for long. */
import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of bytecode that a function runs before V8 thinks of optimizing it, here about seven times as many as it takes by itself. A
 * build runs thousands of functions, few of them for long, in as many heaps as there are lanes: of the processor's time for 250
 * editions a third went into code that did not pay, of that for 1,000 editions a seventh.
 */
const BUSY = 500_000;

/** From this major version on (Node 22) there is a quick compiler between, the setting is gone, and others like it win nothing. */
const HAS_QUICK_COMPILER = 12;

export function compileLate(v8: string): void {
  if (Number.parseInt(v8, 10) < HAS_QUICK_COMPILER) setFlagsFromString(`--interrupt-budget=${BUSY}`);
}
