/** A make-believe process: what is written to its streams can be read, its clocks are still. */
import type { Surroundings } from '../../src/cli/surroundings.ts';

export interface FakeSurroundings extends Surroundings {
  readonly printed: { stdout: string; stderr: string };
}

export function fakeSurroundings(changes: Partial<Surroundings> & { readonly isTTY?: boolean } = {}): FakeSurroundings {
  const printed = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: changes.isTTY === true,
    write: (text: string) => {
      printed[name] += text;
    },
  });
  return {
    printed,
    version: '1.2.3',
    platform: 'Node v20.19.0, linux x64',
    cwd: '/home/clerk/legal',
    env: {},
    stdout: output('stdout'),
    stderr: output('stderr'),
    clock: () => Date.parse('2026-11-25T09:00:00Z'),
    stopwatch: () => 0,
    untilStopped: () => Promise.resolve(),
    ...changes,
  };
}
