/** The tools that the manual tells readers to check a ledger with; where a machine has none of them, Node does their work. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** `sha256sum` of `input`, in hexadecimal. */
export function sha256sum(input: string | Uint8Array): string {
  const found = run('sha256sum', [], input);
  return found?.slice(0, 64) ?? createHash('sha256').update(input).digest('hex');
}

/** The line that `jq -cS '.entries[index] | del(.digest)'` prints. */
export function entryLine(ledger: string, index: number): string {
  const found = run('jq', ['-cS', `.entries[${index}] | del(.digest)`], ledger);
  if (found !== undefined) return found;
  const { digest: _, ...entry } = JSON.parse(ledger).entries[index];
  return `${JSON.stringify(sorted(entry))}\n`;
}

/** The recipe with which the manual holds a downloaded site against its ledger. */
export function recipe(): string {
  const manual = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const found = /^jq -r 'reduce[^`]*?sha256sum -c -$/m.exec(manual)?.[0];
  if (found === undefined) throw new Error('The manual has no such recipe');
  return found;
}

/** What it makes of the site in `folder`: its lines in order; undefined where a machine lacks a tool for it. */
export function cook(
  folder: string,
): { readonly status: number | null; readonly lines: readonly string[] } | undefined {
  if (['jq', 'sha256sum'].some((tool) => spawnSync(tool, ['--version']).error !== undefined)) return undefined;
  const { status, stdout } = spawnSync('sh', ['-c', recipe()], { cwd: folder, encoding: 'utf8' });
  return { status, lines: stdout.trim().split('\n').sort() };
}

function run(command: string, words: readonly string[], input: string | Uint8Array): string | undefined {
  try {
    return execFileSync(command, words, { input, encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
