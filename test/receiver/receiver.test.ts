import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldValue } from '../../src/receiver/message.ts';
import { folderWith } from '../io/temporary-folder.ts';
import { JSON_WANTED, receiving, SITE, uuid } from './receiving.ts';

const statusOf = async (response: Promise<Response>) => (await response).status;

describe('a message', () => {
  it('is kept word for word, with the text it is about, before the answer comes', async () => {
    const { post, inbox } = await receiving();
    const message = 'Пункт 3.1 неясен.\r\nПочему “мы” — а не «вы»? 🙂';
    const context = {
      policy: 'privacy',
      edition: '2020-02-04',
      language: 'ru',
      clause: 'c-3.1',
      page: `${SITE}/ru/privacy/`,
      digest: 'a'.repeat(64),
    };
    const answer = await post(
      { name: 'Ю', email: 'yu@example.com', message, ...context, submission: uuid(1), elapsed: '40', note_2: '' },
      JSON_WANTED,
    );
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true, submission: uuid(1) }]);
    expect(await inbox()).toMatchObject([
      {
        entry: { place: 'kept' },
        message: {
          submission: uuid(1),
          fields: [
            { name: 'name', value: 'Ю' },
            { name: 'email', value: 'yu@example.com' },
            { name: 'message', value: message.replace('\r', '') },
          ],
          context,
          elapsed: 40,
          suspicions: [],
        },
      },
    ]);
  });

  it('is stored once, however often it is sent, and answered each time', async () => {
    const { post, inbox } = await receiving();
    const form = { message: 'Once', submission: uuid(2) };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => statusOf(post({ ...form, elapsed: '9' }, JSON_WANTED))),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await statusOf(post({ ...form, elapsed: '77' }))).toBe(303);
    expect(await inbox()).toHaveLength(1);
  });

  it('is stored once across a restart', async () => {
    const first = await receiving();
    await first.post({ message: 'Once', submission: uuid(3) });
    await first.close();
    const second = await receiving({ dir: first.dir });
    expect(await statusOf(second.post({ message: 'Once', submission: uuid(3) }))).toBe(303);
    expect(await second.inbox()).toHaveLength(1);
  });

  it('that was changed between two attempts is kept in both forms', async () => {
    const { post, inbox } = await receiving();
    await post({ message: 'First try', submission: uuid(4) });
    await post({ message: 'First try, mended', submission: uuid(4) });
    expect((await inbox()).map(({ message }) => message && fieldValue(message, 'message'))).toEqual([
      'First try',
      'First try, mended',
    ]);
  });

  it('without script is known by its words and the day: a reload stores nothing, the next day does', async () => {
    let now = Date.parse('2026-11-28T23:59:00Z');
    const { post, inbox } = await receiving({ clock: () => now });
    await post({ message: 'Hello', submission: '' });
    await post({ message: 'Hello', submission: '' });
    expect(await inbox()).toHaveLength(1);
    now += 120_000;
    await post({ message: 'Hello', submission: '' });
    expect(await inbox()).toHaveLength(2);
  });

  it('that staff deleted is stored again when it is sent again: what is acknowledged is there', async () => {
    const { post, inbox, dir } = await receiving();
    await post({ message: 'Again', submission: uuid(5) });
    for (const { entry } of await inbox()) await rm(join(dir, entry.place, entry.name));
    expect(await statusOf(post({ message: 'Again', submission: uuid(5) }))).toBe(303);
    expect(await inbox()).toHaveLength(1);
  });
});

describe('what looks odd', () => {
  const bits = (nonce: number) =>
    createHash('sha256')
      .update(`${uuid(9)}:${nonce}`)
      .digest()
      .readUInt16BE() >> 8;
  const good = Array.from({ length: 10_000 }, (_, nonce) => nonce).find((nonce) => bits(nonce) === 0) ?? -1;
  const bad = Array.from({ length: 10_000 }, (_, nonce) => nonce).find((nonce) => bits(nonce) === 1) ?? -1;

  it.each<[string, string, Record<string, string>, string[]]>([
    ['a filled honeypot', 'message=a&note_2=x', {}, ['honeypot']],
    ['haste', 'message=a&elapsed=2', {}, ['too-quick']],
    ['bytes that are no UTF-8', 'message=%ff%fe', {}, ['encoding']],
    ['a field no form of ours has', 'message=a&__proto__=b&x%0d%0ay=c', {}, ['odd-fields']],
    ['a path for an id', 'message=a&submission=../../../etc/passwd', {}, ['odd-fields']],
    ['two policies', 'message=a&policy=a&policy=b', {}, ['odd-fields']],
    ['no sign of the site', 'message=a', { Origin: '' }, ['no-origin']],
    ['a browser that hides where it is', 'message=a', { Origin: 'null' }, ['no-origin']],
  ])('%s is set aside, and the answer is the same', async (_, body, headers, suspicions) => {
    const { post, inbox, url } = await receiving();
    const plain = await post('message=plain');
    const answer =
      headers.Origin === ''
        ? await fetch(url, {
            method: 'POST',
            redirect: 'manual',
            headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
            body,
          })
        : await post(body, headers);
    expect([answer.status, answer.headers.get('location')]).toEqual([plain.status, plain.headers.get('location')]);
    expect(await inbox()).toMatchObject([
      { entry: { place: 'kept' } },
      { entry: { place: 'quarantine' }, message: { suspicions } },
    ]);
  });

  it('is told by the proof of work where one is asked for', async () => {
    const { post, inbox } = await receiving({ proofBits: 8 });
    for (const proof of [String(good), String(bad), '', `${good} `, `0x${good.toString(16)}`]) {
      await post({ message: `with “${proof}”`, submission: uuid(9), proof });
    }
    expect((await inbox()).map(({ message }) => message?.suspicions)).toEqual([
      [],
      ['proof'],
      ['proof'],
      [],
      ['proof'],
    ]);
  });
});

describe('what is refused', () => {
  it.each([
    ['a page of another site', { message: 'a' }, { Origin: 'https://evil.example' }, 403, 'origin'],
    ['nothing written', { name: '', message: ' \n' }, {}, 422, undefined],
    [
      'an address with a second header in it',
      { message: 'a', email: 'a@b.example\r\nBcc: c@d.example' },
      {},
      422,
      'fields',
    ],
    ['two addresses', { message: 'a', email: 'a@b.example,c@d.example' }, {}, 422, 'fields'],
    ['a form with a file', 'x', { 'Content-Type': 'multipart/form-data; boundary=x' }, 415, 'type'],
    ['JSON', '{"message":"a"}', { 'Content-Type': 'application/json' }, 415, 'type'],
    ['a huge form', `message=${'a'.repeat(700_000)}`, {}, 413, 'too-large'],
    ['a thousand fields', 'a=1&'.repeat(1000), {}, 413, 'too-large'],
  ])('%s: nothing is stored, and the answer says so', async (_, fields, headers, status, error) => {
    const { post, inbox } = await receiving();
    const json = await post(fields, { ...JSON_WANTED, ...headers });
    const body = (await json.json()) as { ok: boolean; error: string; message: string };
    expect([json.status, body.ok]).toEqual([status, false]);
    if (error !== undefined) expect(body.error).toBe(error);
    const page = await post(fields, headers);
    expect([page.status, page.headers.get('content-type')]).toEqual([status, 'text/html; charset=UTF-8']);
    expect(await page.text()).toContain('Nothing has been stored. Use your browser’s Back button');
    expect(await inbox()).toEqual([]);
  });

  it('is explained in the language of the form', async () => {
    const { post } = await receiving();
    const page = await (await post({ message: 'a', email: 'x', language: 'ru' })).text();
    expect(page).toContain('<html lang="ru">');
    expect(page).toContain('Укажите адрес электронной почты');
    const json = await (await post({ message: '' }, { ...JSON_WANTED, 'Accept-Language': 'ru-RU,en;q=0.5' })).json();
    expect(json).toMatchObject({ error: 'fields', fields: { message: 'Напишите сообщение.' } });
  });

  it('before the form is read is in the language that the address of the form names', async () => {
    const { url } = await receiving({ rate: { count: 1, seconds: 60 } });
    const refusal = async (headers: Record<string, string>, body: string, query = '?language=ru') => {
      const type = { 'Content-Type': 'application/x-www-form-urlencoded', 'Accept-Language': 'en' };
      const answer = await fetch(`${url}${query}`, {
        method: 'POST',
        headers: { Origin: SITE, ...type, ...headers },
        body,
      });
      return [answer.status, /<h1>(.*)<\/h1>/.exec(await answer.text())?.[1]];
    };
    const RUSSIAN = 'Ваше сообщение не принято';
    expect(await refusal({ Origin: 'https://evil.example' }, 'message=a')).toEqual([403, RUSSIAN]);
    expect(await refusal({ 'Content-Type': 'text/plain' }, 'message=a')).toEqual([415, RUSSIAN]);
    expect(await refusal({}, '')).toEqual([422, RUSSIAN]);
    expect(await refusal({}, 'message=a')).toEqual([429, RUSSIAN]);
    expect(await refusal({}, 'message=a', '?language=%3Cb%3E')).toEqual([429, 'Your message was not accepted']);
  });

  it('is one message too many from one address, and only that address waits', async () => {
    const { post } = await receiving({ rate: { count: 2, seconds: 60 }, isBehindProxy: true });
    const from = (address: string, message: string) => post({ message }, { 'X-Forwarded-For': `6.6.6.6, ${address}` });
    expect(await statusOf(from('192.0.2.1', '1'))).toBe(303);
    expect(await statusOf(from('192.0.2.1', '2'))).toBe(303);
    const third = await from('192.0.2.1', '3');
    expect([third.status, Number(third.headers.get('retry-after')) > 50]).toEqual([429, true]);
    expect(await statusOf(from('192.0.2.2', '4'))).toBe(303);
  });

  it('is everything while the disk takes nothing; then it is taken and stored once', async () => {
    const { post, inbox, dir, url, lines } = await receiving();
    await rm(join(dir, 'incoming'), { recursive: true });
    await writeFile(join(dir, 'incoming'), '');
    const answer = await post({ message: 'Keep me', submission: uuid(7) }, JSON_WANTED);
    expect([answer.status, await answer.json()]).toMatchObject([503, { error: 'unavailable' }]);
    expect((await fetch(`${url}health`)).status).toBe(503);
    await rm(join(dir, 'incoming'));
    await mkdir(join(dir, 'incoming'));
    expect(await statusOf(post({ message: 'Keep me', submission: uuid(7) }, JSON_WANTED))).toBe(200);
    expect(await inbox()).toHaveLength(1);
    expect(lines[0]).toMatch(/^Cannot store \(E\w+\)\.$/);
  });

  it('is a body that trickles in or breaks off: nothing is stored, and others are served meanwhile', async () => {
    const { post, inbox, url } = await receiving();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    const head = [
      'POST / HTTP/1.1',
      'Host: x',
      `Origin: ${SITE}`,
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 99',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\nmessage=never+fini`);
    expect(await statusOf(post({ message: 'Meanwhile' }))).toBe(303);
    socket.destroy();
    expect(await statusOf(post({ message: 'Afterwards' }))).toBe(303);
    expect(await inbox()).toHaveLength(2);
  });
});

describe('the answer to a browser', () => {
  it.each([
    ['', `${SITE}/thanks/`],
    [`${SITE}/ru/thanks/`, `${SITE}/ru/thanks/`],
    ['https://evil.example/', `${SITE}/thanks/`],
    [`${SITE}.evil.example/`, `${SITE}/thanks/`],
    [`${SITE.replace('//', '//a:b@')}/`, `${SITE}/thanks/`],
    ['javascript:alert(1)', `${SITE}/thanks/`],
    [`${SITE}/a\r\nSet-Cookie: b`, `${SITE}/aSet-Cookie:%20b`],
  ])('leads on from “%s” to %s only', async (redirect, location) => {
    const { post } = await receiving();
    const answer = await post({ message: 'a', redirect });
    expect([answer.status, answer.headers.get('location'), answer.headers.get('set-cookie')]).toEqual([
      303,
      location,
      null,
    ]);
  });

  it('is a page of its own where no site is named', async () => {
    const { post } = await receiving({ sites: [] });
    const answer = await post(
      { message: 'a', redirect: `${SITE}/`, language: 'ru' },
      { Origin: 'https://any.example' },
    );
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<h1>Ваше сообщение получено</h1>');
  });

  it('lets the scripts of the site read it, and no others', async () => {
    const { url } = await receiving();
    const ask = (origin: string) =>
      fetch(url, { method: 'OPTIONS', headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' } });
    const [own, foreign] = [await ask(SITE), await ask('https://evil.example')];
    expect([own.status, own.headers.get('access-control-allow-origin'), own.headers.get('vary')]).toEqual([
      204,
      SITE,
      'Origin, Access-Control-Request-Headers',
    ]);
    expect([foreign.headers.get('access-control-allow-origin')]).toEqual([null]);
  });

  it('tells who it is, that it is well, and that there is nothing else', async () => {
    const { url } = await receiving();
    const root = await fetch(url);
    expect([root.status, await root.text()]).toEqual([200, 'Promulgate feedback receiver\n']);
    const health = await fetch(`${url}health`);
    expect([health.status, await health.json()]).toEqual([200, { ok: true }]);
    expect((await fetch(`${url}kept/`)).status).toBe(404);
    expect((await fetch(url, { method: 'PUT' })).status).toBe(405);
  });
});

describe('the folder', () => {
  it('and its files can be read by their owner only', async () => {
    const { post, dir, inbox } = await receiving();
    await chmod(join(dir, 'kept'), 0o700);
    await post({ message: 'Private' });
    const [{ entry } = { entry: undefined }] = await inbox();
    const modes = await Promise.all(
      [dir, join(dir, 'kept'), join(dir, 'kept', entry?.name ?? '')].map(
        async (path) => (await stat(path)).mode & 0o777,
      ),
    );
    expect(modes).toEqual([0o700, 0o700, 0o600]);
    expect(await readdir(join(dir, 'incoming'))).toEqual([]);
  });

  it('is refused if it holds something else', async () => {
    const dir = await folderWith({ 'thesis.txt': 'text' });
    await expect(receiving({ dir })).rejects.toThrow(dir);
    expect(await readdir(dir)).toEqual(['thesis.txt']);
  });

  it('is rid of what was half written when the receiver died, and says so', async () => {
    const { dir, close, post } = await receiving();
    await post({ message: 'Whole' });
    await close();
    await writeFile(join(dir, 'incoming', '1-half.json'), '{"format":1,"id":"');
    const { inbox, lines } = await receiving({ dir });
    expect(lines).toEqual(['Unfinished messages of an earlier run removed: 1. Nobody was told that they had arrived.']);
    expect(await inbox()).toHaveLength(1);
  });

  it('loses what is older than the retention, and the record tells how much, not what', async () => {
    let now = Date.parse('2026-05-31T12:00:00Z');
    const first = await receiving({ clock: () => now });
    await first.post({ message: 'Old', email: 'jo@example.com' });
    await first.post({ message: 'Odd', note_2: 'x' });
    now = Date.parse('2026-06-01T12:00:00Z');
    await first.post({ message: 'Younger' });
    await first.close();
    const { inbox, lines } = await receiving({ dir: first.dir, clock: () => Date.parse('2026-11-28T00:00:00Z') });
    expect((await inbox()).map(({ message }) => message && fieldValue(message, 'message'))).toEqual(['Younger']);
    expect(lines).toEqual(['2 messages received on 2026-05-31 deleted: older than 180 days.']);
    const day = await receiving({ dir: first.dir, clock: () => Date.parse('2026-11-28T00:00:00Z'), retainDays: 1 });
    expect(day.lines).toEqual(['1 message received on 2026-06-01 deleted: older than 1 day.']);
  });
});

describe('the log', () => {
  it('holds nothing of what people wrote, and no flood', async () => {
    const { post, lines, close } = await receiving();
    await post({ message: 'SECRET', name: 'SECRET', email: 'secret@example.com', policy: 'SECRET', note_2: 'SECRET' });
    for (let count = 0; count < 30; count += 1) await post({ message: 'SECRET' }, { Origin: 'https://secret.example' });
    await close();
    expect(lines).toHaveLength(3);
    expect(lines.join('\n')).toMatch(
      /^Set aside [0-9a-f-]+: honeypot\.\nRefused, origin\.\nRefused, origin: 29 more\.$/,
    );
  });
});
