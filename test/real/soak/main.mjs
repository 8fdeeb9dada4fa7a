/**
 * The receiver under load and faults, on this machine alone: what was acknowledged is compared with what is stored.
 * `npm run soak` takes about two minutes; `npm run soak -- 10` sends for 10 seconds instead of 60.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { startMailServer, startReceiver } from './processes.mjs';
import { createSenders } from './senders.mjs';

const SECONDS = Number(process.argv[2] ?? 60);
const SENDERS = 200;

let failures = 0;
const workshop = await mkdtemp(join(tmpdir(), 'promulgate-soak-'));
try {
  await underLoad();
  await killed();
  await diskFull();
  await mailDown();
} finally {
  await rm(workshop, { recursive: true, force: true });
}
console.log(
  failures === 0 ? 'soak: nothing acknowledged is lost, nothing is stored twice' : `soak: ${failures} FAILED`,
);
process.exitCode = failures === 0 ? 0 : 1;

/** 200 senders at once, each sending one message after the other. */
async function underLoad() {
  const dir = join(workshop, 'load');
  const receiver = await startReceiver(dir);
  const senders = createSenders(() => receiver.url, SENDERS);
  await pause(SECONDS * 1000);
  const memory = await memoryOf(receiver.child.pid);
  await senders.stop();
  await receiver.stop('SIGTERM');
  await report(`${SENDERS} senders for ${SECONDS} s`, dir, senders, { ...memory });
}

/** Killed without warning again and again; senders try again with the same submission until they have an answer. */
async function killed() {
  const dir = join(workshop, 'killed');
  let receiver = await startReceiver(dir);
  const senders = createSenders(() => receiver.url, SENDERS);
  const kills = 6;
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(1500 + kill * 137);
    await receiver.stop('SIGKILL');
    receiver = await startReceiver(dir);
  }
  await pause(1000);
  await senders.stop();
  await receiver.stop('SIGTERM');
  await report(`kill -9 under ${SENDERS} senders, ${kills} times`, dir, senders, {
    leftovers: receiver.told(/earlier run removed: (\d+)/) ?? 0,
  });
}

/** A disk of 3 MB that fills up under load, and on which there is room again later. */
async function diskFull() {
  const disk = join(workshop, 'disk');
  await mkdir(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    console.log('disk full: not tried, since only root may mount a small disk');
    return;
  }
  try {
    const dir = join(disk, 'inbox');
    await mkdir(join(disk, 'other'));
    await writeFile(join(disk, 'other', 'filler'), Buffer.alloc(1_500_000));
    const receiver = await startReceiver(dir);
    const senders = createSenders(() => receiver.url, 50);
    await until(() => senders.refused() > 200);
    const full = { acknowledgedWhenFull: senders.acknowledged().size, refused: senders.refused() };
    const health = (await fetch(`${receiver.url}health`)).status;
    await rm(join(disk, 'other'), { recursive: true });
    await until(() => senders.acknowledged().size > full.acknowledgedWhenFull + 100);
    await senders.stop();
    await receiver.stop('SIGTERM');
    await report('disk full, then not', dir, senders, { ...full, health });
  } finally {
    execFileSync('umount', [disk]);
  }
}

/** The mail server goes and comes back, and the receiver is killed meanwhile. */
async function mailDown() {
  const dir = join(workshop, 'mail');
  const mails = join(workshop, 'mails');
  let server = await startMailServer(mails);
  const { port } = server;
  const options = ['--smtp', `smtp://127.0.0.1:${port}`, '--mail-to', 'staff@example.com'];
  let receiver = await startReceiver(dir, options);
  const senders = createSenders(() => receiver.url, 5, 40);
  await until(() => senders.acknowledged().size > 40);
  await server.stop('SIGKILL');
  await until(() => senders.acknowledged().size > 120);
  await receiver.stop('SIGKILL');
  receiver = await startReceiver(dir, options);
  await until(() => senders.acknowledged().size > 160);
  await senders.stop();
  await receiver.stop('SIGKILL');
  server = await startMailServer(mails, port);
  receiver = await startReceiver(dir, options);
  await until(async () => (await readdir(join(dir, 'new'))).length === 0);
  await receiver.stop('SIGTERM');
  await server.stop('SIGTERM');
  const sent = (await readFile(mails, 'utf8')).trim().split('\n');
  const distinct = new Set(sent);
  const missing = [...senders.acknowledged()].filter((id) => !distinct.has(id)).length;
  if (missing > 0) failures += 1;
  await report('mail server down', dir, senders, { mails: sent.length, distinct: distinct.size, notMailed: missing });
}

async function report(title, dir, senders, more) {
  const stored = [];
  for (const place of ['kept', 'new', 'quarantine']) {
    for (const name of await readdir(join(dir, place))) {
      const message = JSON.parse(await readFile(join(dir, place, name), 'utf8'));
      stored.push(message.submission);
      if (message.fields[0].value !== senders.textOf(message.submission)) failures += 1;
    }
  }
  const acknowledged = senders.acknowledged();
  const distinct = new Set(stored);
  const lost = [...acknowledged].filter((id) => !distinct.has(id)).length;
  const twice = stored.length - distinct.size;
  if (lost > 0 || twice > 0 || acknowledged.size === 0) failures += 1;
  const facts = {
    acknowledged: acknowledged.size,
    stored: stored.length,
    lost,
    twice,
    attempts: senders.attempts(),
    ...more,
  };
  console.log(
    `${title}: ${Object.entries(facts)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}`,
  );
}

async function memoryOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? {} : { megabytes: Math.round(Number(kilobytes) / 1024) };
}

async function until(isSo) {
  for (let wait = 0; wait < 3000; wait += 1) {
    if (await isSo()) return;
    await pause(20);
  }
  throw new Error('It took more than a minute.');
}
