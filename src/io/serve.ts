/** A folder with a built site goes in; it is served over HTTP as a static host would, until it is closed. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import sirv from 'sirv';
import { contentTypeOf } from './content-type.ts';
import { headersFor, parseHeadersFile } from './headers-file.ts';
import type { LivePages } from './live-pages.ts';
import { readRegularFile } from './regular-file.ts';
import { findServed } from './served-path.ts';
import { isSystemError } from './system-error.ts';

export interface SiteToServe {
  /** The folder of the site; read anew for every request. */
  readonly dir: string;
  /** The path under which it is served; begins and ends with `/`. */
  readonly base: string;
  /** Takes what is posted to `/`, with or without a query, and the questions that browsers ask before it (OPTIONS). Without it nothing can be posted. */
  readonly onPost?: RequestListener;
  /** If there, pages that a browser shows load themselves anew when the site was made again; to others all is sent as it is. */
  readonly live?: LivePages;
  /** Told of every answer; `target` is the request's path and query as sent. */
  readonly onRequest?: (served: { readonly method: string; readonly target: string; readonly status: number }) => void;
}

export interface PortToOpen {
  /** 0 stands for any free port. */
  readonly port: number;
  /** The address to listen at; without it the machine itself only. */
  readonly host?: string;
}

export interface OpenPort {
  /** How it is reached, without a slash at the end. */
  readonly origin: string;
  /** Answers from now on, also to what has come before; gives the address of the site's first page. */
  readonly serve: (site: SiteToServe) => string;
  /** Ends open connections too. */
  readonly close: () => Promise<void>;
}

export type ServeOptions = SiteToServe & PortToOpen;

export interface RunningServer {
  /** The address of the site's first page. */
  readonly url: string;
  /** Ends open connections too. */
  readonly close: () => Promise<void>;
}

type SendFile = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Serves a site; if the port is taken, at any free one. Rejects with the system's error if it may not listen there. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const port = await openPort(options);
  return { url: port.serve(options), close: port.close };
}

/** The same in two steps, for a site that is to know its own address. */
export async function openPort({ port, host }: PortToOpen): Promise<OpenPort> {
  let begin: (answering: RequestListener) => void = () => undefined;
  const begun = new Promise<RequestListener>((resolve) => {
    begin = resolve;
  });
  const server = createServer((request, response) => {
    begun.then((answering) => answering(request, response)).catch(() => response.destroy());
  });
  await listen(server, port, host ?? '127.0.0.1');
  const origin = originOf(server.address() as AddressInfo);
  return {
    origin,
    serve(site) {
      begin(createAnswering(site));
      return `${origin}${encodeURI(site.base)}`;
    },
    close: () => close(server),
  };
}

function createAnswering(site: SiteToServe): RequestListener {
  const dir = resolve(site.dir);
  const sendFile = sirv(dir, { dev: true, etag: true, extensions: [], setHeaders: setContentType });
  const { base, live, onRequest, onPost } = site;
  return (request, response) => {
    const target = request.url ?? '/';
    const method = request.method ?? '';
    response.once('finish', () => onRequest?.({ method, target, status: response.statusCode }));
    if (onPost !== undefined && /^\/(?:\?|$)/.test(target) && (method === 'POST' || method === 'OPTIONS'))
      onPost(request, response);
    else answer({ request, response, target, dir, base, live, sendFile }).catch(() => response.destroy());
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: string;
  readonly dir: string;
  readonly base: string;
  readonly live: LivePages | undefined;
  readonly sendFile: SendFile;
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, target, dir, base, live } = exchange;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return send(response, 405, 'text/plain; charset=utf-8', 'Only GET and HEAD are answered here.\n');
  }
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  const query = mark === -1 ? '' : target.slice(mark);
  if (`${path}/` === base) return redirect(response, `${path.slice(path.lastIndexOf('/') + 1)}/${query}`);
  if (!path.startsWith(base)) return send(response, 404, 'text/html; charset=utf-8', outsidePage(base));
  if (live?.answers(target.slice(base.length), response)) return;
  await applyHeadersFile(dir, path, response);
  const served = await findServed(dir, path.slice(base.length));
  switch (served.kind) {
    case 'folder':
      return redirect(response, `${encodeURIComponent(served.name)}/${query}`);
    case 'file':
      return isShown(request, served.path) && live !== undefined
        ? await transmitLive(exchange, served.path, live)
        : transmit(exchange, served.path);
    case 'missing':
      return await sendNotFound(dir, response);
  }
}

/** Browsers say what they ask for (Fetch Metadata Request Headers). */
function isShown({ headers }: IncomingMessage, path: string): boolean {
  return headers['sec-fetch-dest'] === 'document' && path.endsWith('.html');
}

async function transmitLive({ response, dir, base }: Exchange, path: string, live: LivePages): Promise<void> {
  const page = await readRegularFile(join(dir, path));
  if (page.kind !== 'bytes') return await sendNotFound(dir, response);
  // A page that was shown before may have changed since, whatever hosts are told to say.
  response.setHeader('Cache-Control', 'no-store');
  send(response, 200, 'text/html; charset=utf-8', live.withScript(new TextDecoder().decode(page.bytes), base));
}

function transmit({ request, response, dir, sendFile }: Exchange, path: string): void {
  request.url = `/${encodeURI(path)}`;
  // An ill-formed range ends the process inside sirv; whole files are always a correct answer (RFC 9110, section 14.2).
  delete request.headers.range;
  // A rebuild may take the file away between sirv's look at it and its reading: that must end the answer, not the server.
  response.once('pipe', (source) => source.once('error', () => response.destroy()));
  sendFile(request, response, () => {
    sendNotFound(dir, response).catch(() => response.destroy());
  });
}

async function applyHeadersFile(dir: string, path: string, response: ServerResponse): Promise<void> {
  const reading = await readRegularFile(join(dir, '_headers'));
  if (reading.kind !== 'bytes') return;
  const rules = parseHeadersFile(new TextDecoder().decode(reading.bytes));
  for (const { name, value } of headersFor(rules, path)) response.setHeader(name, value);
}

async function sendNotFound(dir: string, response: ServerResponse): Promise<void> {
  const page = await readRegularFile(join(dir, '404.html'));
  if (page.kind === 'bytes') send(response, 404, 'text/html; charset=utf-8', page.bytes);
  else send(response, 404, 'text/plain; charset=utf-8', 'There is no such page.\n');
}

function setContentType(response: ServerResponse, path: string): void {
  const type = contentTypeOf(path);
  if (type !== undefined && !response.hasHeader('Content-Type')) response.setHeader('Content-Type', type);
}

function redirect(response: ServerResponse, location: string): void {
  response.setHeader('Location', location);
  send(response, 301, 'text/plain; charset=utf-8', `See ${location}\n`);
}

/** Sends a whole answer; Node itself leaves the body away where HEAD was asked. */
function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
}

function outsidePage(base: string): string {
  const href = encodeURI(base);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Not part of the site</title>
<p>This site is served under <a href="${href}">${href}</a>, as its base path says.</p>
</html>
`;
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    if (port === 0 || !isSystemError(error) || error.code !== 'EADDRINUSE') throw error;
    await listen(server, 0, host);
  }
}

/** The origin at which a server is reached that listens at this address (RFC 6454). */
export function originOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
