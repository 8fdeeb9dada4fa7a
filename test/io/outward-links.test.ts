import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ProbeOptions, probeLinks } from '../../src/io/outward-links.ts';
import { folderWith, treeOf } from './temporary-folder.ts';

const NOW = Date.parse('2026-11-25T09:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

/** Status, or status and headers, or all that there is to do. */
type Behaviour =
  | number
  | readonly [status: number, headers: Record<string, string>]
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** A server on 127.0.0.1 with these pages (404 for others); tells its origin and the requests it got, as `HEAD /path`. */
async function serving(pages: { readonly [path: string]: Behaviour }) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const behaviour = pages[request.url ?? ''] ?? 404;
    if (typeof behaviour === 'function') return behaviour(request, response);
    const [status, headers] = typeof behaviour === 'number' ? [behaviour, {}] : behaviour;
    response.writeHead(status, headers).end(request.method === 'GET' ? 'page' : undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, requests };
}

const linkTo = (url: string, line = 1) => ({ url, places: [{ path: 'policies/privacy/2020-02-04.md', line }] });

/** Probes in a root folder of its own, in haste. */
async function probe(urls: readonly string[], options: Partial<ProbeOptions> = {}) {
  const root = options.root ?? (await folderWith());
  const settings = { root, version: '1.2.3', fetch, clock: () => NOW, timeoutMs: 5000, pauseMs: 1, ...options };
  return await probeLinks(
    urls.map((url) => linkTo(url)),
    settings,
  );
}

/** A page that answers as `behaviours` say, one after the other; the last for ever. */
function inTurn(...behaviours: readonly (readonly [number, Record<string, string>?])[]): Behaviour {
  let turn = 0;
  return (_, response) => {
    const [status, headers = {}] = behaviours[Math.min(turn, behaviours.length - 1)] ?? [500];
    turn += 1;
    response.writeHead(status, headers).end();
  };
}

/** A page that knows GET only: other methods get `status`. */
const getOnly =
  (status: number): Behaviour =>
  ({ method }, response) =>
    response.writeHead(method === 'GET' ? 200 : status).end();

/** A fetch that finds every host, whatever its name, at this port of 127.0.0.1. */
const everywhereAt =
  (port: number): typeof fetch =>
  (input, init) => {
    const { pathname } = new URL(String(input));
    return fetch(`http://127.0.0.1:${port}${pathname}`, init);
  };

/** A fetch that fails as Node's does when the system gives this code. */
const failing =
  (code: string): typeof fetch =>
  () =>
    Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));

describe('a link that leads somewhere', () => {
  it('is asked for once, by HEAD, without its fragment, name and password', async () => {
    const { origin, port, requests } = await serving({ '/terms?a=1': 200 });
    const urls = ['', '#a', '#b'].map((fragment) => `${origin}/terms?a=1${fragment}`);
    expect(await probe([...urls, `http://me:secret@127.0.0.1:${port}/terms?a=1`])).toEqual([]);
    expect(requests).toEqual(['HEAD /terms?a=1']);
  });

  it('learns who asks, and nothing else', async () => {
    let headers: IncomingMessage['headers'] = {};
    const { origin } = await serving({
      '/': (request, response) => {
        headers = request.headers;
        response.writeHead(200, { 'set-cookie': 'a=b' }).end();
      },
    });
    await probe([`${origin}/`]);
    expect(headers['user-agent']).toBe('promulgate/1.2.3 (+link check)');
    await probe([`${origin.replace('//', '//me:secret@')}/`]);
    expect([headers.cookie, headers.referer, headers.authorization]).toEqual([undefined, undefined, undefined]);
  });

  it.each([400, 403, 404, 405, 500, 501])('is asked for by GET where HEAD gets %i', async (status) => {
    const { origin, requests } = await serving({ '/': getOnly(status) });
    expect(await probe([`${origin}/`])).toEqual([]);
    expect(requests).toEqual(['HEAD /', 'GET /']);
  });

  it('is not downloaded', async () => {
    let isCutOff = false;
    const { origin } = await serving({
      '/': ({ method }, response) => {
        if (method === 'HEAD') return response.writeHead(405).end();
        response.writeHead(200).write('The page begins');
        response.on('close', () => {
          isCutOff = true;
        });
        return response;
      },
    });
    expect(await probe([`${origin}/`])).toEqual([]);
    await expect.poll(() => isCutOff).toBe(true);
  });

  it.each([429, 503])('is asked for again after %i, when it is told to be', async (status) => {
    const { origin, requests } = await serving({ '/': inTurn([status, { 'retry-after': '1' }], [200]) });
    const start = performance.now();
    expect(await probe([`${origin}/`])).toEqual([]);
    expect(performance.now() - start).toBeGreaterThan(990);
    expect(requests).toEqual(['HEAD /', 'HEAD /']);
  });

  it('may name the instant of its return', async () => {
    const busy = (after: number) => inTurn([429, { 'retry-after': new Date(NOW + after).toUTCString() }], [200]);
    const { origin, requests } = await serving({ '/soon': busy(0), '/late': busy(DAY) });
    expect((await probe([`${origin}/soon`, `${origin}/late`])).map(({ ruleId }) => ruleId)).toEqual(['link-unsure']);
    expect(requests).toEqual(['HEAD /soon', 'HEAD /soon', 'HEAD /late']);
  });
});

describe('a link that is dead', () => {
  it.each([404, 410])('is one to a page that is answered %i, by GET too', async (status) => {
    const { origin, requests } = await serving({ '/gone': status });
    expect(await probe([`${origin}/gone`])).toEqual([
      expect.objectContaining({
        ruleId: 'link-dead',
        severity: 'warning',
        message: expect.stringContaining(`(${status})`),
      }),
    ]);
    expect(requests).toEqual(['HEAD /gone', 'GET /gone']);
  });

  it('is one to a host that does not exist', async () => {
    expect(await probe(['https://nowhere.example/'], { fetch: failing('ENOTFOUND') })).toEqual([
      expect.objectContaining({ ruleId: 'link-dead', message: expect.stringContaining('no host of that name') }),
    ]);
  });

  it('is one that is passed on to a page that does not exist', async () => {
    const { origin } = await serving({ '/old': [301, { location: '/gone' }] });
    expect((await probe([`${origin}/old`])).map(({ ruleId }) => ruleId)).toEqual(['link-dead']);
  });

  it('is told of once for all its places', async () => {
    const { origin } = await serving({});
    const places = [1, 2, 3].map((line) => ({ path: 'policies/privacy/2020-02-04.md', line }));
    const options = { root: await folderWith(), version: '1.2.3', fetch, clock: () => NOW, pauseMs: 1 };
    const [problem, ...more] = await probeLinks([{ url: `${origin}/gone`, places }], options);
    expect(more).toEqual([]);
    expect(problem?.place).toEqual(places[0]);
    expect(problem?.related?.map(({ place }) => place)).toEqual(places.slice(1));
  });
});

describe('a link whose page has moved', () => {
  it.each([301, 308])('for good (%i) is to be replaced, its fragment kept', async (status) => {
    const { origin } = await serving({ '/old': [status, { location: '/new' }], '/new': 200 });
    const [plain, withFragment] = await probe([`${origin}/old`, `${origin}/old#rights`]);
    expect([plain?.ruleId, plain?.severity]).toEqual(['link-moved', 'warning']);
    expect(plain?.hint).toContain(`Link to "${origin}/new" instead.`);
    expect(withFragment?.hint).toContain(`Link to "${origin}/new#rights" instead.`);
  });

  it.each([302, 303, 307])('for the time being (%i) is good', async (status) => {
    const { origin, requests } = await serving({ '/': [status, { location: '/today' }], '/today': 200 });
    expect(await probe([`${origin}/`])).toEqual([]);
    expect(requests).toEqual(['HEAD /', 'HEAD /today']);
  });

  it('again and again is to be replaced by the last address, at whatever host', async () => {
    const last = await serving({ '/4': [301, { location: '/5' }], '/5': 200 });
    const { origin } = await serving({
      '/1': [301, { location: '/2' }],
      '/2': [308, { location: '3' }],
      '/3': [301, { location: `http://localhost:${last.port}/4` }],
    });
    const [problem] = await probe([`${origin}/1`]);
    expect(problem?.hint).toContain(`Link to "http://localhost:${last.port}/5" instead.`);
  });

  it('for good, and from there for the time being, is to be replaced by the lasting address', async () => {
    const { origin } = await serving({
      '/old': [301, { location: '/new' }],
      '/new': [302, { location: '/new/today' }],
      '/new/today': [301, { location: '/new/today/' }],
      '/new/today/': 200,
    });
    const [problem] = await probe([`${origin}/old`]);
    expect(problem?.hint).toContain(`Link to "${origin}/new" instead.`);
  });

  it('to an address in other letters is understood', async () => {
    const location = Buffer.from('/условия').toString('latin1');
    const { origin } = await serving({ '/old': [301, { location }], [encodeURI('/условия')]: 200 });
    const [problem] = await probe([`${origin}/old`]);
    expect(problem?.hint).toContain(`"${origin}${encodeURI('/условия')}"`);
  });

  it.each([
    ['5 times is followed', 5, 'link-moved'],
    ['6 times is not', 6, 'link-unsure'],
  ])('%s', async (_, times, ruleId) => {
    const hops = Array.from({ length: times }, (_, hop) => [`/${hop}`, [301, { location: `/${hop + 1}` }]] as const);
    const { origin } = await serving({ ...Object.fromEntries(hops), [`/${times}`]: 200 });
    expect((await probe([`${origin}/0`])).map((problem) => problem.ruleId)).toEqual([ruleId]);
  });

  it('in a circle is given up', async () => {
    const { origin, requests } = await serving({ '/a': [302, { location: '/b' }], '/b': [301, { location: '/a' }] });
    expect((await probe([`${origin}/a`])).map(({ ruleId }) => ruleId)).toEqual(['link-unsure']);
    expect(requests).toHaveLength(6);
  });

  it.each(['mailto:a@b.example', 'http://', 'itms-apps://store.example/1'])('to %s is beyond us', async (location) => {
    const { origin } = await serving({ '/': [302, { location }] });
    expect((await probe([`${origin}/`])).map(({ ruleId }) => ruleId)).toEqual(['link-unsure']);
  });
});

describe('a link of which nothing can be told', () => {
  it.each([401, 403, 429, 500, 503, 418])('is one that is answered %i', async (status) => {
    const { origin } = await serving({ '/': [status, { 'retry-after': '0' }] });
    const [problem] = await probe([`${origin}/`]);
    expect(problem).toMatchObject({ ruleId: 'link-unsure', severity: 'warning' });
    expect(problem?.message).toContain('cannot be told');
    expect(problem?.message).toContain(`${status}`);
    expect(problem?.hint).toContain('nothing more could be found out');
  });

  it('is one whose host asks for a longer wait than we have', async () => {
    const { origin, requests } = await serving({ '/': [503, { 'retry-after': '6' }] });
    expect((await probe([`${origin}/`])).map(({ ruleId }) => ruleId)).toEqual(['link-unsure']);
    expect(requests).toEqual(['HEAD /']);
  });

  it('is one whose host does not answer in time', async () => {
    const { origin } = await serving({ '/': () => {} });
    const [problem] = await probe([`${origin}/`], { timeoutMs: 100 });
    expect(problem?.ruleId).toBe('link-unsure');
    expect(problem?.message).toContain('no answer within 0.1 seconds');
  });

  it('is one whose host refuses or breaks the connection, or does not speak TLS', async () => {
    const { origin, port } = await serving({ '/': ({ socket }) => socket.destroy() });
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port: free } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const problems = await probe([`http://127.0.0.1:${free}/`, `${origin}/`, `https://127.0.0.1:${port}/`]);
    expect(problems.map(({ ruleId }) => ruleId)).toEqual(['link-unsure', 'link-unsure', 'link-unsure']);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('refuses the connection (ECONNREFUSED)'),
      expect.stringContaining('broke off the connection'),
      expect.stringContaining('certificate or the encryption'),
    ]);
  });

  it('is one to a port that no browser opens', async () => {
    expect((await probe(['http://127.0.0.1:25/'])).map(({ ruleId }) => ruleId)).toEqual(['link-unsure']);
  });

  it.each(['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'])(
    'is one with a certificate that fails by %s',
    async (code) => {
      const [problem] = await probe(['https://a.example/'], { fetch: failing(code) });
      expect(problem?.message).toContain('certificate');
    },
  );

  it('is not one over which our own program stumbles', async () => {
    const stumbling = () => Promise.reject(new TypeError('undefined is not a function'));
    await expect(probe(['https://a.example/'], { fetch: stumbling })).rejects.toThrow('undefined is not a function');
  });
});

describe('the traffic', () => {
  /** Pages that take 30 ms, and the largest number of them that were open at once. */
  function counting() {
    const count = { open: 0, most: 0 };
    const page: Behaviour = async (_, response) => {
      count.open += 1;
      count.most = Math.max(count.most, count.open);
      await setTimeout(30);
      count.open -= 1;
      response.writeHead(200).end();
    };
    return { count, page };
  }

  it('is of 8 requests at most, however many hosts there are', async () => {
    const { count, page } = counting();
    const { port, requests } = await serving({ '/': page });
    const urls = Array.from({ length: 24 }, (_, host) => `https://host-${host}.example/`);
    expect(await probe(urls, { fetch: everywhereAt(port) })).toEqual([]);
    expect([requests.length, count.most]).toEqual([24, 8]);
  });

  it('is of one request at a host, with a pause in between', async () => {
    const { count, page } = counting();
    const { port, requests } = await serving({ '/a': page, '/b': page, '/c': page, '/d': page });
    const urls = ['https://a.example/a', 'http://a.example/b', 'https://a.example:8443/c', 'https://A.example/d'];
    const start = performance.now();
    await probe(urls, { fetch: everywhereAt(port), pauseMs: 50 });
    expect(performance.now() - start).toBeGreaterThan(4 * 30 + 3 * 50 - 10);
    expect([requests, count.most]).toEqual([['HEAD /a', 'HEAD /b', 'HEAD /c', 'HEAD /d'], 1]);
  });

  it('does not wait at one host for another', async () => {
    const slow = await serving({ '/': () => {} });
    const quick = await serving({ '/': 200 });
    const done: number[] = [];
    const start = performance.now();
    await probe([`${slow.origin}/`, `http://localhost:${quick.port}/`], {
      timeoutMs: 600,
      onProgress: () => done.push(performance.now() - start),
    });
    expect(done[0]).toBeLessThan(500);
    expect(done[1]).toBeGreaterThan(590);
  });

  it('leaves a host alone that asks for it, whatever else there is to ask there', async () => {
    const { origin, requests } = await serving({ '/a': inTurn([429, { 'retry-after': '0' }], [200]), '/b': 200 });
    expect(await probe([`${origin}/a`, `${origin}/b`])).toEqual([]);
    expect(requests).toEqual(['HEAD /a', 'HEAD /a', 'HEAD /b']);
  });

  it('goes on at a host after a failure there', async () => {
    const { origin, requests } = await serving({ '/a': ({ socket }) => socket.destroy(), '/b': 200 });
    expect(await probe([`${origin}/a`, `${origin}/b`])).toHaveLength(1);
    expect(requests.at(-1)).toBe('HEAD /b');
  });

  it('tells how far it is', async () => {
    const { origin } = await serving({ '/a': 200 });
    const told: string[] = [];
    const onProgress = (done: number, total: number) => told.push(`${done}/${total}`);
    await probe([`${origin}/a`, `${origin}/b`, `${origin}/b#c`], { onProgress });
    expect(told).toEqual(['1/2', '2/2']);
  });
});

describe('the memory of good answers', () => {
  const cacheOf = (good: { readonly [address: string]: string }) => ({
    '.promulgate/links.json': JSON.stringify({ version: 1, good }),
  });
  const at = (instant: number) => new Date(instant).toISOString();

  it('saves a request for 7 days', async () => {
    const { origin, requests } = await serving({ '/': 200 });
    const root = await folderWith();
    await probe([`${origin}/#a`], { root });
    await probe([`${origin}/#b`], { root, clock: () => NOW + 7 * DAY - 1 });
    expect(requests).toHaveLength(1);
    await probe([`${origin}/`], { root, clock: () => NOW + 7 * DAY });
    expect(requests).toHaveLength(2);
  });

  it('is a file of addresses and instants, with nothing beside it', async () => {
    const { origin } = await serving({ '/a': 200, '/b': 200 });
    const root = await folderWith(
      cacheOf({ 'https://old.example/': at(NOW - 8 * DAY), 'https://new.example/': at(NOW - DAY) }),
    );
    await probe([`${origin}/b`, `${origin}/a`], { root });
    const { '.promulgate/links.json': text, ...others } = await treeOf(root);
    expect(others).toEqual({});
    expect(JSON.parse(text ?? '')).toEqual({
      version: 1,
      good: { [`${origin}/a`]: at(NOW), [`${origin}/b`]: at(NOW), 'https://new.example/': at(NOW - DAY) },
    });
  });

  it('does not keep what is bad or has moved', async () => {
    const { origin, requests } = await serving({ '/old': [301, { location: '/new' }], '/new': 200, '/locked': 403 });
    const root = await folderWith();
    const urls = ['old', 'gone', 'locked'].map((page) => `${origin}/${page}`);
    const first = await probe(urls, { root });
    expect(first.map(({ ruleId }) => ruleId)).toEqual(['link-moved', 'link-dead', 'link-unsure']);
    expect(await treeOf(root)).toEqual({});
    const asked = requests.length;
    expect(await probe(urls, { root })).toEqual(first);
    expect(requests).toHaveLength(2 * asked);
  });

  it('does not believe an answer from the future', async () => {
    const { origin, requests } = await serving({ '/': 200 });
    await probe([`${origin}/`], { root: await folderWith(cacheOf({ [`${origin}/`]: at(NOW + 1) })) });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['half a file', '{"version": 1, "good": {"http'],
    ['no JSON', '\u0000'],
    ['another version', '{"version": 2, "good": {}}'],
    ['no instant', '{"version": 1, "good": {"https://a.example/": "yesterday"}}'],
    ['a list', '[]'],
  ])('is begun anew where there is %s', async (_, text) => {
    const { origin } = await serving({ '/': 200 });
    const root = await folderWith({ '.promulgate/links.json': text });
    expect(await probe([`${origin}/`], { root })).toEqual([]);
    expect(JSON.parse(await readFile(join(root, '.promulgate/links.json'), 'utf8'))).toEqual({
      version: 1,
      good: { [`${origin}/`]: at(NOW) },
    });
  });

  it.each([
    ['a file stands in its folder’s place', { '.promulgate': 'mine' }],
    ['a folder stands in its place', { '.promulgate/links.json/mine.txt': 'mine' }],
  ])('is done without where %s', async (_, tree) => {
    const { origin } = await serving({ '/': 200 });
    const root = await folderWith(tree);
    expect(await probe([`${origin}/`], { root })).toEqual([]);
    expect(await treeOf(root)).toEqual(tree);
  });
});
