/** Runs the compiled command line as users do, in a folder of its own, and captures what comes out on each stream. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export interface CliOptions {
  /** The working folder; default: the system's temporary folder. */
  readonly cwd?: string;
  /** Added to an environment without anything that changes what is printed. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface CliResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartedCli {
  readonly child: ChildProcessWithoutNullStreams;
  /** What stdout has given so far, as soon as `wanted` is in it. Rejects if the process ends before. */
  readonly printed: (wanted: RegExp) => Promise<string>;
  readonly finished: Promise<CliResult>;
}

/** `lib/command/main.js`; `npm test` compiles it first. */
const MAIN = fileURLToPath(new URL('../../lib/command/main.js', import.meta.url));
const MEDDLING =
  /^(?:CI|NO_COLOR|FORCE_COLOR|NODE_DISABLE_COLORS|TERM|SOURCE_DATE_EPOCH|TZ|GITHUB_\w+|NODE_OPTIONS|NODE_V8_COVERAGE|VITEST\w*)$/;

/** Runs `promulgate ...words` to its end. */
export function runCli(words: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return startCli(words, options).finished;
}

/** Starts `promulgate ...words` and leaves it running. */
export function startCli(words: readonly string[], { cwd = tmpdir(), env = {} }: CliOptions = {}): StartedCli {
  const inherited = Object.entries(process.env).filter(([name]) => !MEDDLING.test(name));
  const child = spawn(process.execPath, [MAIN, ...words], { cwd, env: { ...Object.fromEntries(inherited), ...env } });
  child.stdin.end();
  const captured = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      captured[name] += text;
    });
  }
  const finished = new Promise<CliResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...captured }));
  });
  const printed = (wanted: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => wanted.test(captured.stdout) && resolve(captured.stdout);
      child.stdout.on('data', look);
      finished.then(({ code, stderr }) => reject(new Error(`Ended with ${code}: ${stderr}`)), reject);
      look();
    });
  return { child, printed, finished };
}

/** A new temporary folder with these files in it, by their POSIX paths. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'promulgate-cli-')));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return folder;
}
