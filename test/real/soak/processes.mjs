/** Starts the receiver and a mail server, each in a process of its own that can be killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../lib/command/main.js', import.meta.url));
const MAIL = fileURLToPath(new URL('./mail-server.mjs', import.meta.url));

export async function startReceiver(dir, options = []) {
  const words = ['receive', '--store', dir, '--port', '0', '--rate', 'off', '--max-size', '50GB', ...options];
  const { firstLine, ...rest } = await start([MAIN, ...words]);
  return { url: firstLine, ...rest };
}

/** Notes the submission of each mail as a line of `file`. */
export async function startMailServer(file, port = 0) {
  const { firstLine, ...rest } = await start([MAIL, file, String(port)]);
  return { port: Number(firstLine), ...rest };
}

async function start(words) {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    // A load of one minute is told of in a hundred thousand lines; the first are enough.
    if (told.length < 100_000) told += text;
  });
  const ended = once(child, 'close');
  let printed = '';
  for await (const text of child.stdout.setEncoding('utf8')) {
    printed += text;
    if (printed.includes('\n')) break;
  }
  if (!printed.includes('\n')) throw new Error(`It did not start: ${told}`);
  return {
    child,
    firstLine: printed.split('\n')[0],
    told: (pattern) => pattern.exec(told)?.[1],
    async stop(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
