/** The tools that the manual tells readers to check a ledger with; where a machine has none of them, Node does their work. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';

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
