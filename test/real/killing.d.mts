export function killAtMoments(work: {
  readonly command: 'build' | 'seal';
  readonly count: number;
  readonly folder: string;
}): Promise<{
  readonly hits: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}>;
