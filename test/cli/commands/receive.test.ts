import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runReceive } from '../../../src/cli/commands/receive.ts';
import type { RawReceiveOptions } from '../../../src/cli/receiver-options.ts';
import { readInbox } from '../../../src/receiver/read-inbox.ts';
import { uuid } from '../../receiver/receiving.ts';
import { folderWith, runCli, startCli } from '../run.ts';
import { fakeSurroundings } from '../surroundings.ts';

const ADDRESS = /^http:\S+(?=\n)/;

const RAW: RawReceiveOptions = {
  ...{ store: '/nowhere', retain: 180, maxSize: 1e9, port: 0, host: '127.0.0.1' },
  ...{ rate: 'off', minSeconds: 3, proofBits: 0 },
};

/** A receiver as users start it. */
async function started(cwd: string) {
  const cli = startCli(['receive', '--store', 'inbox', '--port', '0', '--rate', 'off'], { cwd });
  const [url = ''] = ADDRESS.exec(await cli.printed(ADDRESS)) ?? [];
  return { ...cli, url };
}

/** Fifty senders, each sending one message after the other until it has no answer; the numbers of those that had one. */
async function sendUntilDead(url: string, onAnswer: (count: number) => void): Promise<number[]> {
  const acknowledged: number[] = [];
  const sender = async (number: number) => {
    for (let message = number; ; message += 50) {
      const body = new URLSearchParams({ message: `No ${message}`, submission: uuid(message) });
      const answer = await fetch(url, { method: 'POST', body, headers: { Accept: 'application/json' } }).catch(
        () => undefined,
      );
      if (answer?.status !== 200) return;
      onAnswer(acknowledged.push(message));
    }
  };
  await Promise.all(Array.from({ length: 50 }, (_, number) => sender(number)));
  return acknowledged;
}

test('loses nothing that it acknowledged, and stores nothing twice, when it is killed under fifty senders', async () => {
  const cwd = await folderWith();
  const first = await started(cwd);
  const acknowledged = await sendUntilDead(first.url, (count) => count === 100 && first.child.kill('SIGKILL'));
  await first.finished;
  expect(acknowledged.length).toBeGreaterThanOrEqual(100);

  const second = await started(cwd);
  // Whoever had no answer tries again, and so does a part of the others.
  for (const message of [...acknowledged.slice(-20), Math.max(...acknowledged) + 50]) {
    const body = new URLSearchParams({ message: `No ${message}`, submission: uuid(message) });
    expect((await fetch(second.url, { method: 'POST', body, redirect: 'manual' })).status).toBe(200);
  }
  const stored = (await readInbox(path.join(cwd, 'inbox'))).map(({ message }) => message?.submission);
  expect(new Set(stored).size).toBe(stored.length);
  expect(acknowledged.filter((message) => !stored.includes(uuid(message)))).toEqual([]);

  const rival = await runCli(['receive', '--store', 'inbox', '--port', '0'], { cwd });
  expect(rival).toMatchObject({ code: 2, stdout: '' });
  expect(rival.stderr).toMatch(/^error: Another receiver \(process \d+\) keeps its messages in inbox\//);
  second.child.kill('SIGTERM');
  const { code, stderr } = await second.finished;
  expect([code, stderr.includes('Ended.')]).toEqual([0, true]);
});

test.skipIf(process.platform !== 'linux')('names the folder, host or port that stands in the way', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'inbox-'));
  await writeFile(path.join(dir, 'notes'), 'mine');
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const raw = { ...RAW, store: path.join(dir, 'inbox') };
  const ask = async (more: Partial<RawReceiveOptions>) => {
    const seen = fakeSurroundings();
    expect(await runReceive({ ...raw, ...more }, seen)).toBe(2);
    expect(seen.printed.stderr).not.toMatch(/your text|Ended/);
    return seen.printed.stderr;
  };
  expect(await ask({ store: path.join(dir, 'notes') })).toMatch(
    /notes.*something else stands there already \(EEXIST\)/,
  );
  expect(await ask({ store: '/proc/none' })).toMatch(/proc\/none\/: .*Name another folder/);
  expect(await ask({ host: 'nope.invalid' })).toMatch(/The host nope\.invalid .*Choose another --host/);
  expect(await ask({ port })).toMatch(new RegExp(`Port ${port} of the host 127.0.0.1 .*choose another --port`));
  other.close();
});

test('says what is missing for e-mail before it listens', async () => {
  const ask = async (more: Partial<RawReceiveOptions>) => {
    const seen = fakeSurroundings();
    return [await runReceive({ ...RAW, ...more }, seen), seen.printed.stdout, seen.printed.stderr];
  };
  const nobody = 'error: A mail server is named, but nobody to write to. Add --mail-to.\n';
  expect(await ask({ smtp: 'smtp://localhost' })).toEqual([2, '', nobody]);
  expect(await ask({ mailTo: 'a@b.example' })).toEqual([2, '', expect.stringContaining('No mail server is named.')]);
  expect(await ask({ smtp: 'mail.example.com:25', mailTo: 'a@b.example' })).toEqual([
    2,
    '',
    expect.stringContaining('smtp://name'),
  ]);
});
