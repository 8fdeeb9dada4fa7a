/** Messages in `new` go in; each is sent by e-mail and moved to `kept`. What cannot be sent is tried again, also after a restart. */
import { createTransport } from 'nodemailer';
import type { Instant } from '../model/civil-date.ts';
import { type Mailing, mailFor } from './mail.ts';
import { moveMessage, readMessage } from './read-inbox.ts';
import { type Entry, listEntries } from './store-layout.ts';

export interface ForwarderOptions extends Mailing {
  readonly dir: string;
  /** `smtp://name:password@host:587`, or `smtps:`. */
  readonly smtp: string;
  readonly clock: () => Instant;
  readonly tell: (line: string) => void;
  /** Milliseconds before the second attempt; doubled for each further one. */
  readonly firstPause: number;
}

export interface Forwarder {
  /** Says that there is something to send. */
  wake(): void;
  /** Resolves when the one that is being sent is done. */
  stop(): Promise<void>;
}

const SECOND = 1000;
const LONGEST_PAUSE = 60 * 60 * SECOND;
const SHORTEST_PAUSE = 50;
const LOOK_EVERY = 60 * SECOND;

/** One message at a time, the oldest first; begins at once. */
export function startForwarder(options: ForwarderOptions): Forwarder {
  const { clock, tell } = options;
  const work = createRounds(options);
  let isStopped = false;
  let isAsked = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  const wake = () => {
    isAsked = true;
    if (isStopped || running !== undefined) return;
    clearTimeout(timer);
    isAsked = false;
    running = work
      .round(() => isStopped)
      .catch((error: unknown) => tell(`Forwarding failed (${codeOf(error)}); it goes on later.`))
      .finally(() => {
        running = undefined;
        if (isStopped) return;
        const due = isAsked ? work.earliest() : work.due();
        timer = setTimeout(wake, Math.max(SHORTEST_PAUSE, due - clock()));
      });
  };
  wake();
  return {
    wake,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

interface Rounds {
  /** Sends what is there and due, until `isStopped`. */
  round(isStopped: () => boolean): Promise<void>;
  /** When a message that comes now may be sent. */
  earliest(): Instant;
  /** When there is something to do next, if nothing comes. */
  due(): Instant;
}

function createRounds(options: ForwarderOptions): Rounds {
  const { dir, clock, firstPause, tell } = options;
  const send = createSender(options);
  /** Messages that the server refused: when each is tried again, and how often it was. */
  let refused = new Map<string, { readonly until: Instant; readonly attempts: number }>();
  let failures = 0;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  const pauseAfter = (attempts: number) => Math.min(LONGEST_PAUSE, firstPause * 2 ** Math.min(attempts - 1, 20));
  /** False if the server is of no use at present. */
  const forward = async (entry: Entry): Promise<boolean> => {
    const outcome = await send(entry);
    if (outcome.kind === 'unreachable') {
      failures += 1;
      const pause = pauseAfter(failures);
      pausedUntil = clock() + pause;
      tell(`The mail server cannot be used (${outcome.reason}); next attempt in ${Math.ceil(pause / SECOND)} s.`);
      return false;
    }
    if (failures > 0) tell('The mail server can be used again.');
    failures = 0;
    if (outcome.kind === 'refused') {
      const attempts = (refused.get(entry.name)?.attempts ?? 0) + 1;
      refused.set(entry.name, { until: clock() + pauseAfter(attempts), attempts });
      tell(`The mail server does not take ${entry.id} (${outcome.reason}); it stays here and is tried again.`);
    } else {
      refused.delete(entry.name);
      await moveMessage(dir, entry, 'kept');
    }
    return true;
  };
  return {
    async round(isStopped) {
      if (clock() < pausedUntil) return;
      const entries = await listEntries(dir, ['new']);
      refused = new Map([...refused].filter(([name]) => entries.some((entry) => entry.name === name)));
      for (const entry of entries) {
        if (isStopped()) return;
        const isDue = clock() >= (refused.get(entry.name)?.until ?? 0);
        if (isDue && !(await forward(entry))) return;
      }
    },
    earliest: () => pausedUntil,
    // Staff may take messages out of quarantine at any time.
    due: () =>
      clock() < pausedUntil
        ? pausedUntil
        : Math.min(clock() + LOOK_EVERY, ...[...refused.values()].map(({ until }) => until)),
  };
}

type Outcome =
  | { readonly kind: 'sent' }
  /** This message is not taken; others may be. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** No message can be sent. */
  | { readonly kind: 'unreachable'; readonly reason: string };

function createSender({ dir, smtp, from, to }: ForwarderOptions): (entry: Entry) => Promise<Outcome> {
  const { hostname, protocol } = new URL(smtp);
  const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  const transport = createTransport({
    url: smtp,
    // What visitors write does not cross a network in the open.
    requireTLS: protocol === 'smtp:' && !isHere,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 30 * SECOND,
  });
  return async (entry) => {
    const message = await readMessage(dir, entry);
    if (message === undefined) return { kind: 'refused', reason: 'it cannot be read, or is gone' };
    try {
      await transport.sendMail(mailFor(message, { from, to }));
      return { kind: 'sent' };
    } catch (error) {
      return { kind: isRefusal(error) ? 'refused' : 'unreachable', reason: codeOf(error) };
    }
  };
}

/** The server spoke of this message or its recipient, and for good (RFC 5321, section 4.2.1). */
function isRefusal(error: unknown): boolean {
  const isOfMessage =
    error instanceof Error && 'code' in error && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE');
  return isOfMessage && 'responseCode' in error && Number(error.responseCode) >= 500;
}

/** Codes alone: the words of an error may hold addresses. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const parts = [
    'code' in error ? String(error.code) : error.name,
    ...('responseCode' in error && error.responseCode !== undefined ? [String(error.responseCode)] : []),
  ];
  return parts.join(' ');
}
