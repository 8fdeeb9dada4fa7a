import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { receiving, until, uuid } from './receiving.ts';

interface Mailbox {
  readonly port: number;
  /** Each mail as it crossed the wire, with its envelope. */
  readonly mails: { readonly from: string; readonly to: readonly string[]; readonly text: string }[];
  readonly close: () => Promise<void>;
}

/** A real mail server, which refuses mails that hold `refuses`. */
async function mailServer({ port = 0, refuses }: { port?: number; refuses?: string } = {}): Promise<Mailbox> {
  const mails: Mailbox['mails'] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      let text = '';
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      stream.on('end', () => {
        if (refuses !== undefined && text.includes(refuses))
          return done(Object.assign(new Error('No'), { responseCode: 550 }));
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          text,
        });
        done();
      });
    },
  });
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= new Promise((resolve) => server.close(() => resolve()));
    return closing;
  };
  onTestFinished(close);
  return { port: (listening.address() as AddressInfo).port, mails, close };
}

const by = ({ port }: { readonly port: number }, firstPause = 60) => ({
  forwarding: { smtp: `smtp://127.0.0.1:${port}`, from: 'site@acme.example', to: 'legal@acme.example', firstPause },
});

describe('a message', () => {
  it('is forwarded to staff once, so that an answer goes to its sender', async () => {
    const server = await mailServer();
    const { post, inbox } = await receiving(by(server));
    const message = {
      message: 'Почему?\n.\nBcc: x@y.example',
      name: 'Ю',
      email: 'yu@example.com',
      policy: 'privacy',
      edition: '2020-02-04',
      clause: 'c-3',
      submission: uuid(1),
    };
    await post(message);
    await until(async () => (await inbox())[0]?.entry.place === 'kept');
    await post(message);
    expect(server.mails).toHaveLength(1);
    const [{ from, to, text } = { from: '', to: [], text: '' }] = server.mails;
    expect([from, to]).toEqual(['site@acme.example', ['legal@acme.example']]);
    const [head = '', body = ''] = text.split(/\r\n\r\n/);
    expect(head).toMatch(/^Date: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000\r$/m);
    expect(head).toMatch(/^Subject: Feedback: privacy 2020-02-04 c-3\r$/m);
    expect(head).toMatch(/^Reply-To: yu@example\.com\r$/m);
    expect(head).toMatch(new RegExp(`^Message-ID:\\s+<[0-9a-f]{12}-${uuid(1)}@acme\\.example>\r$`, 'm'));
    expect(head).toContain('quoted-printable');
    const words = decodeURIComponent(
      body
        .replace(/=\r\n/g, '')
        .replaceAll('%', '%25')
        .replace(/=([0-9A-F]{2})/g, '%$1'),
    );
    expect(words).toContain('message:\r\n  Почему?\r\n  .\r\n  Bcc: x@y.example\r\n');
  });

  it('cannot put a line of its own into the head of the mail', async () => {
    const server = await mailServer();
    const { post } = await receiving(by(server));
    const evil = 'x\r\nBcc: victim@example.com\r\n\r\nBody';
    await post({ message: 'a', name: evil, policy: evil, edition: evil, clause: `${evil}\u2028z`, language: evil });
    await until(() => server.mails.length > 0);
    const head = server.mails[0]?.text.split('\r\n\r\n')[0] ?? '';
    expect(head).not.toMatch(/^(?:Bcc|Body)/im);
    expect(server.mails[0]?.to).toEqual(['legal@acme.example']);
  });

  it('that is set aside is not forwarded', async () => {
    const server = await mailServer();
    const { post, inbox } = await receiving(by(server));
    await post({ message: 'Buy', note_2: 'x' });
    await post({ message: 'Good' });
    await until(() => server.mails.length > 0);
    expect((await inbox()).map(({ entry }) => entry.place)).toEqual(expect.arrayContaining(['quarantine']));
    expect(server.mails.map(({ text }) => text.includes('message: Good'))).toEqual([true]);
  });

  it('that the mail server refuses stays and does not stand in the way of others', async () => {
    const server = await mailServer({ refuses: 'message: Offensive' });
    const { post, inbox, lines } = await receiving(by(server, 60_000));
    await post({ message: 'Offensive' });
    await post({ message: 'Polite' });
    await until(() => server.mails.length > 0);
    await until(async () => (await inbox())[1]?.entry.place === 'kept');
    expect((await inbox()).map(({ entry }) => entry.place)).toEqual(['new', 'kept']);
    expect(lines.join('\n')).toMatch(/does not take [0-9a-f-]+ \(EMESSAGE 550\); it stays here and is tried again/);
  });
});

describe('while the mail server is down', () => {
  it('messages are taken and wait, also for a restart, and are sent once it is back', async () => {
    const gone = await mailServer();
    await gone.close();
    const first = await receiving(by(gone, 60_000));
    for (const number of [1, 2, 3])
      expect((await first.post({ message: `No ${number}`, submission: uuid(number) })).status).toBe(303);
    await until(() => first.lines.some((line) => line.includes('cannot be used')));
    expect(first.lines.join('\n')).not.toContain('acme.example');
    await first.close();
    const back = await mailServer({ port: gone.port });
    const second = await receiving({ ...by(back), dir: first.dir });
    await until(async () => (await second.inbox()).every(({ entry }) => entry.place === 'kept'));
    expect(back.mails.map(({ text }) => /message: (No \d)/.exec(text)?.[1])).toEqual(['No 1', 'No 2', 'No 3']);
  });

  it('attempts go on by themselves', async () => {
    const gone = await mailServer();
    await gone.close();
    const { post, lines } = await receiving(by(gone, 20));
    await post({ message: 'Wait' });
    await until(() => lines.filter((line) => line.includes('cannot be used')).length >= 2);
    const back = await mailServer({ port: gone.port });
    // The line comes after the mail has arrived.
    await until(() => lines.at(-1) === 'The mail server can be used again.');
    expect(back.mails).toHaveLength(1);
  });

  it('what visitors write does not cross the network in the open: a server without TLS elsewhere is not used', async () => {
    const server = await mailServer();
    const { post, lines, inbox } = await receiving({
      forwarding: { ...by(server).forwarding, smtp: `smtp://0.0.0.0:${server.port}`, firstPause: 60_000 },
    });
    await post({ message: 'Private' });
    await until(() => lines.some((line) => line.includes('cannot be used')));
    expect([server.mails, (await inbox()).map(({ entry }) => entry.place)]).toEqual([[], ['new']]);
  });
});
