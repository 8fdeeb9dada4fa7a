import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type DeployedOptions, readDeployed } from '../../src/io/deployed-site.ts';
import { policiesJson } from '../../src/site/api.ts';
import { arrangedSite } from '../arranged-site.ts';
import { edition } from '../builders.ts';
import { folderWith } from './temporary-folder.ts';

const DOCUMENT = String(
  policiesJson(arrangedSite({ privacy: [edition('2020-02-04'), edition('2027-01-01')] })).content,
);

/** A host that answers as told; gives its origin. */
async function host(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ask = (address: string, options: Partial<DeployedOptions> = {}) =>
  readDeployed({ kind: 'address', url: new URL(address) }, { version: '1.2.3', fetch, ...options });
const look = (folder: string) => readDeployed({ kind: 'folder', path: folder }, { version: '1.2.3', fetch });

describe('readDeployed, of an address', () => {
  it.each([
    ['/', '/policies.json'],
    ['', '/policies.json'],
    ['/legal/', '/legal/policies.json'],
    ['/legal', '/legal/policies.json'],
    ['/legal/policies.json', '/legal/policies.json'],
    ['/legal/?utm=1#top', '/legal/policies.json'],
  ])('asks a site at “%s” for %s, once', async (given, expected) => {
    const requests: string[] = [];
    const origin = await host(({ method, url }, response) => {
      requests.push(`${method} ${url}`);
      response.end(DOCUMENT);
    });
    const reading = await ask(`${origin}${given}`);
    expect(reading).toMatchObject({
      kind: 'read',
      location: `${origin}${expected}`,
      document: { nextChange: '2026-12-31T21:00:00.000Z', policies: [{ slug: 'privacy', inForce: '2020-02-04' }] },
    });
    expect(requests).toEqual([`GET ${expected}`]);
  });

  it('says who asks, and wants no stored answer', async () => {
    let headers: Record<string, unknown> = {};
    const origin = await host((request, response) => {
      headers = request.headers;
      response.end(DOCUMENT);
    });
    await ask(origin);
    expect(headers).toMatchObject({
      'user-agent': 'promulgate/1.2.3 (+check of a published site)',
      'cache-control': 'no-cache',
    });
    expect(headers).not.toHaveProperty('referer');
  });

  it('follows a redirect', async () => {
    const origin = await host(({ url }, response) => {
      if (url === '/new/policies.json') response.end(DOCUMENT);
      else response.writeHead(301, { location: '/new/policies.json' }).end();
    });
    expect(await ask(`${origin}/old/`)).toMatchObject({ kind: 'read' });
  });

  it('takes a document with members that it does not know', async () => {
    const origin = await host((_, response) => response.end(JSON.stringify({ ...JSON.parse(DOCUMENT), more: [1] })));
    expect(await ask(origin)).toMatchObject({ kind: 'read' });
  });

  it.each([
    ['what is no JSON', '<!doctype html>'],
    ['other JSON', '{"version": 1}'],
    ['a later version', DOCUMENT.replace('"version": 1', '"version": 2')],
    ['a moment that is none', DOCUMENT.replace(/"asOf": "[^"]*"/, '"asOf": "yesterday"')],
    ['a zone that is none', DOCUMENT.replace('Europe/Moscow', 'Mars/Phobos')],
    ['nothing', ''],
  ])('does not read %s', async (_, content) => {
    const origin = await host((__, response) => response.end(content));
    expect(await ask(origin)).toMatchObject({
      kind: 'unreadable',
      reason: 'what is there is not a policies.json that this version can read',
    });
  });

  it('tells what the host answered', async () => {
    const origin = await host((_, response) => response.writeHead(404).end('Not here'));
    expect(await ask(origin)).toEqual({
      kind: 'unreadable',
      reason: 'its host answers with the code 404',
      location: `${origin}/policies.json`,
    });
  });

  it('tells that nobody answers', async () => {
    const origin = await host(() => {});
    const [, port] = /:(\d+)$/.exec(origin) ?? [];
    expect(await ask(`http://127.0.0.1:${port}`, { timeoutMs: 200 })).toMatchObject({
      reason: 'its host gave no answer within 0.2 seconds',
    });
  });

  it('does not wait for an answer that never ends', async () => {
    const origin = await host((_, response) => response.write('{'));
    expect(await ask(origin, { timeoutMs: 300 })).toMatchObject({
      kind: 'unreadable',
      reason: 'its host gave no answer within 0.3 seconds',
    });
  });

  it('tells of an answer that breaks off', async () => {
    const origin = await host((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{', () => response.destroy());
    });
    expect(await ask(origin)).toMatchObject({ kind: 'unreadable', reason: expect.stringContaining('connection') });
  });

  it('tells of a host that refuses', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    expect(await ask(`http://127.0.0.1:${port}`)).toMatchObject({
      reason: 'its host refuses the connection (ECONNREFUSED)',
    });
  });
});

describe('readDeployed, of a folder', () => {
  it('reads the file in it', async () => {
    const folder = await folderWith({ 'policies.json': DOCUMENT });
    const location = path.join(folder, 'policies.json');
    expect(await look(folder)).toMatchObject({ kind: 'read', location });
    expect(await look(location)).toMatchObject({ kind: 'read', location });
  });

  it('tells that there is none, or that it is no file', async () => {
    expect(await look(await folderWith())).toMatchObject({ reason: 'there is no such file' });
    expect(await look(await folderWith({ 'policies.json/': '' }))).toMatchObject({
      reason: 'it is not an ordinary file',
    });
  });
});
