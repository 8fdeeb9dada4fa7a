/** `promulgate receive`: takes the messages of the feedback form and keeps them, until it is asked to end. */
import path from 'node:path';
import { isoInstant } from '../../model/civil-date.ts';
import { listen } from '../../receiver/listen.ts';
import type { ReceiverOptions } from '../../receiver/receiver.ts';
import { counted } from '../counted.ts';
import { during } from '../fault.ts';
import { listeningProblem } from '../listening-problem.ts';
import { openReceiver } from '../open-receiver.ts';
import { type RawReceiveOptions, smtpProblem } from '../receiver-options.ts';
import { readReceiverWords } from '../receiver-words.ts';
import { shownFolder } from '../shown-path.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { visibleLine } from '../visible-text.ts';

const FIRST_PAUSE = 15_000;

/** The address at which it listens goes to stdout, what happens to stderr, without personal data. */
export async function runReceive(raw: RawReceiveOptions, surroundings: Surroundings): Promise<ExitCode> {
  const { stdout, stderr, cwd, clock, env, untilStopped } = surroundings;
  const forwarding = forwardingOf(raw, env.PROMULGATE_SMTP);
  if ('problem' in forwarding) return refuse(forwarding.problem, surroundings);
  const tell = (line: string) => stderr.write(`${isoInstant(clock())} ${visibleLine(line)}\n`);
  const options: ReceiverOptions = {
    dir: path.resolve(cwd, raw.store),
    sites: raw.origin ?? [],
    retainDays: raw.retain,
    mostBytes: raw.maxSize,
    rate: raw.rate === 'off' ? undefined : raw.rate,
    isBehindProxy: raw.behindProxy === true,
    minSeconds: raw.minSeconds,
    proofBits: raw.proofBits,
    forwarding: forwarding.value,
    clock,
    tell,
    wordsFor: await readReceiverWords(),
  };
  const opening = await openReceiver(options, cwd);
  if (opening.kind === 'busy')
    return refuse(busyText(opening.holder, shownFolder(options.dir, { from: cwd })), surroundings);
  if (opening.kind === 'refused') return refuse(opening.message, surroundings);
  const { receiver } = opening;
  try {
    const server = await during('starting the receiver', () => listen(receiver.app, raw).catch(listeningProblem(raw)));
    if (typeof server === 'string') return refuse(server, surroundings);
    const { address, family, port } = server.address;
    stdout.write(`http://${family === 'IPv6' ? `[${address}]` : address}:${port}/\n`);
    tell(startText(options));
    if (options.sites.length === 0) tell('Forms of any site are taken. Name yours with --origin.');
    await untilStopped();
    await during('closing the receiver', () => server.close());
  } finally {
    await receiver.close();
  }
  tell('Ended.');
  return 0;
}

function startText({ dir, retainDays, forwarding }: ReceiverOptions): string {
  const mail = forwarding === undefined ? '' : ', and forwarded by e-mail';
  return `Ready. Messages are kept in ${dir} for ${counted(retainDays, 'day')}${mail}. Ctrl-C ends it.`;
}

function busyText(holder: string, folder: string): string {
  const who = holder === '' ? 'Another receiver' : `Another receiver (process ${holder})`;
  return `${who} keeps its messages in ${folder}. End it first, or name another folder.`;
}

function refuse(message: string, { stderr }: Surroundings): ExitCode {
  stderr.write(`error: ${visibleLine(message)}\n`);
  return 2;
}

type Forwarding = { readonly value: ReceiverOptions['forwarding'] } | { readonly problem: string };

function forwardingOf(raw: RawReceiveOptions, inEnvironment: string | undefined): Forwarding {
  const { mailTo, mailFrom } = raw;
  const smtp = raw.smtp ?? (inEnvironment === '' ? undefined : inEnvironment);
  if (smtp === undefined && mailTo === undefined && mailFrom === undefined) return { value: undefined };
  if (smtp === undefined) {
    return {
      problem:
        'No mail server is named. Set PROMULGATE_SMTP or --smtp, as in smtp://name:password@mail.example.com:587.',
    };
  }
  if (mailTo === undefined) return { problem: 'A mail server is named, but nobody to write to. Add --mail-to.' };
  const problem = smtpProblem(smtp);
  if (problem !== undefined)
    return { problem: `${problem} Write it as smtp://name:password@mail.example.com:587, or smtps:.` };
  return { value: { smtp, to: mailTo, from: mailFrom ?? mailTo, firstPause: FIRST_PAUSE } };
}
