#!/usr/bin/env node
/** The process: its arguments, streams, signals and clock go in; the exit code comes out. Nothing else of ours touches them. */
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import process from 'node:process';
import { compileLate } from '../io/compiling.ts';
import { describeFault } from './fault.ts';
import { run } from './program.ts';
import type { Output } from './surroundings.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const platform = `Node ${process.version}, ${process.platform} ${process.arch}`;
let stop: (() => void) | undefined;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stop === undefined) {
      // The shell's prompt is not to stand behind an unfinished progress line.
      if (process.stderr.isTTY) process.stderr.write('\n');
      process.exit(128 + constants.signals[signal]);
    }
    stop();
    // Whoever asks twice does not want to wait.
    stop = undefined;
  });
}
process.on('uncaughtException', (error) => {
  const identity = `promulgate ${version}, ${platform}`;
  process.stderr.write(describeFault(error, { isVerbose: process.argv.includes('--verbose'), identity }));
  process.exit(2);
});

compileLate(process.versions.v8);
process.exitCode = await run(process.argv.slice(2), {
  version,
  platform,
  cwd: process.cwd(),
  env: process.env,
  stdout: outputTo(process.stdout),
  stderr: outputTo(process.stderr),
  clock: () => Date.now(),
  stopwatch: () => performance.now(),
  untilStopped: () =>
    new Promise((resolve) => {
      stop = resolve;
    }),
});

function outputTo(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the pipe has seen enough (`| head`); the work itself goes on.
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
  });
  return {
    isTTY: stream.isTTY === true,
    // A terminal that does not know its width says 0.
    ...(stream.columns > 0 ? { columns: stream.columns } : {}),
    write: (text) => {
      stream.write(text);
    },
  };
}
