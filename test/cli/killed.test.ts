import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killAtMoments } from '../real/killing.mjs';
import { folderWith } from './run.ts';

// Every step of writing is tried in `io/killed.test.ts`, more moments in `test/real/kills.mjs`.
it.each(['build', 'seal'] as const)(
  '%s, killed at any moment, leaves everything whole, and the next run succeeds',
  async (command) => {
    const folder = join(await folderWith(), 'site');
    const { hits, faults } = await killAtMoments({ command, count: 4, folder });
    expect(faults).toEqual([]);
    expect(hits).toBe(4);
  },
);
