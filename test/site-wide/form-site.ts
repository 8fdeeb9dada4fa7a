/** A small site with a form, served under the headers that the build gave it, and receivers that answer as a test tells them. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { build } from '../../src/index.ts';
import { readTheme } from '../../src/io/read.ts';
import { serve } from '../../src/io/serve.ts';
import { writeSite } from '../../src/io/write.ts';
import { isError } from '../../src/model/diagnostic.ts';
import { sources } from '../builders.ts';
import { ROOT, temporaryFolder } from './sample-site.ts';

/** What a receiver does with a message: an answer, or none at all. */
export type Answer =
  | { readonly status: number; readonly body?: string; readonly location?: string; readonly cors?: boolean }
  /** What the receiver at that address answers. */
  | { readonly from: string }
  | 'silence'
  | 'broken off';

export interface Receiver {
  readonly origin: string;
  answer: Answer;
  /** What has come in since the last `clear`. */
  readonly received: { readonly origin: string | undefined; readonly fields: { readonly [name: string]: string } }[];
}

export const json = (status: number, value: object): Answer => ({ status, body: JSON.stringify(value), cors: true });
export const redirect = (location: string): Answer => ({ status: 303, location });

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function listen(handler: Handler): Promise<string> {
  const server = createServer((request, response) => void handler(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function take(receiver: Receiver, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
  if (request.method === 'POST') receiver.received.push({ origin: request.headers.origin, fields });
  const { answer } = receiver;
  if (answer === 'silence') return;
  if (answer === 'broken off') {
    request.socket.destroy();
    return;
  }
  if ('from' in answer) return await passOn(answer.from, { request, chunks, response });
  const { status, body = '', location, cors = false } = answer;
  response.writeHead(status, {
    'Content-Type': body.startsWith('{') ? 'application/json' : 'text/html; charset=utf-8',
    ...(location === undefined ? {} : { Location: location }),
    ...(cors ? { 'Access-Control-Allow-Origin': request.headers.origin ?? '' } : {}),
  });
  response.end(body);
}

async function passOn(
  address: string,
  given: { readonly request: IncomingMessage; readonly chunks: readonly Buffer[]; readonly response: ServerResponse },
): Promise<void> {
  const { request, chunks, response } = given;
  const { origin = '', accept = '', 'content-type': type = '' } = request.headers;
  const answer = await fetch(address, {
    ...{ method: 'POST', redirect: 'manual', body: Buffer.concat(chunks) },
    headers: { origin, accept, 'content-type': type },
  });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

/** A receiver at an origin of its own. */
export async function startReceiver(): Promise<Receiver> {
  const receiver = { origin: '', answer: json(200, { ok: true }), received: [] } as Receiver & { origin: string };
  receiver.origin = await listen((request, response) => take(receiver, request, response));
  return receiver;
}

export interface FormSite {
  readonly url: string;
  /** Takes what is posted to the site's own origin. */
  readonly receiver: Receiver;
}

/** Builds and serves a site, with `more` sources; `feedback` gives what site.yaml says of the form, once the site's origin is known. */
export async function serveForm(
  feedback: (origin: string) => string,
  more: { readonly [path: string]: string } = {},
): Promise<FormSite> {
  const out = join(await temporaryFolder(), 'site');
  const receiver = { origin: '', answer: json(200, { ok: true }), received: [] } as Receiver & { origin: string };
  let inner = '';
  const origin = await listen(async (request, response) => {
    if (request.method === 'POST') return await take(receiver, request, response);
    const page = await fetch(`${inner}${request.url}`, { redirect: 'manual', method: request.method ?? 'GET' });
    response.writeHead(page.status, Object.fromEntries(page.headers));
    response.end(Buffer.from(await page.arrayBuffer()));
  });
  receiver.origin = origin;
  const theme = await readTheme({ defaultTheme: join(ROOT, 'templates'), root: ROOT });
  const site = `title: Acme policies\nurl: ${origin}\ntimeZone: Europe/Dublin\nlanguages: [en, ru]\n`;
  const built = await build({
    asOf: '2026-11-25',
    theme: theme.files,
    sources: sources({
      'policies/site.yaml': `${site}feedback: ${feedback(origin)}\n`,
      'policies/privacy/2025-01-01.md': edition('2025-01-01'),
      'policies/privacy/2026-01-01.md': edition('2026-01-01'),
      'policies/privacy/2026-01-01.ru.md': edition('2026-01-01').replace('Privacy policy', 'Политика'),
      ...more,
    }),
  });
  if (built.diagnostics.some(isError)) throw new Error(JSON.stringify(built.diagnostics, undefined, 2));
  await writeSite({ files: built.files, out, root: ROOT });
  const server = await serve({ dir: out, base: '/', port: 0 });
  afterAll(() => server.close());
  inner = server.url.replace(/\/$/, '');
  return { url: `${origin}/`, receiver };
}

function edition(effective: string): string {
  return `---\ntitle: Privacy policy\neffective: ${effective}\nsummary: New.\n---\n## 1. What we collect\n\n1.1. Your name.\n\n1.2. Your address.\n\n## 2. Your rights\n\n2.1. You may ask.\n`;
}
