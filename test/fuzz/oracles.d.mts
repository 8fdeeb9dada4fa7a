import type { BuildResult } from '../../src/index.ts';

export function findFaults(run: {
  readonly sources: Readonly<Record<string, string>>;
  readonly built: BuildResult;
}): { readonly oracle: string; readonly detail: string }[];
