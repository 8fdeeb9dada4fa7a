/** Senders of forms: each sends one message after the other, and the same again until it is acknowledged. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** `url` is asked for before each attempt: a receiver that comes back may have another port. `rest`: milliseconds between messages. */
export function createSenders(url, count, rest = 0) {
  const acknowledged = new Set();
  const counts = { attempts: 0, refused: 0 };
  let isStopped = false;
  const textOf = (submission) => `Message ${submission}: ${'слово '.repeat(40)}`;
  const send = async (submission) => {
    counts.attempts += 1;
    try {
      const answer = await fetch(url(), {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams({ message: textOf(submission), submission, policy: 'privacy', elapsed: '30' }),
      });
      const { ok } = await answer.json();
      if (answer.status === 200 && ok) return true;
      counts.refused += 1;
    } catch {}
    await pause(50);
    return false;
  };
  const work = async () => {
    while (!isStopped) {
      const submission = randomUUID();
      while (!isStopped) {
        if (!(await send(submission))) continue;
        acknowledged.add(submission);
        // Some do not believe it and send it again.
        if (acknowledged.size % 10 === 0) await send(submission);
        break;
      }
      if (rest > 0) await pause(rest);
    }
  };
  const working = Promise.all(Array.from({ length: count }, work));
  return {
    acknowledged: () => acknowledged,
    attempts: () => counts.attempts,
    refused: () => counts.refused,
    textOf,
    async stop() {
      isStopped = true;
      await working;
    },
  };
}
