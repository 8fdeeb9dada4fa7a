/** An application goes in; it is served over HTTP with limits on slow and many senders, until it is closed. */
import { once } from 'node:events';
import { type RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listening {
  readonly address: AddressInfo;
  /** Takes no more; lets those who are sending finish, but not for longer than a few seconds. */
  readonly close: () => Promise<void>;
}

const SECOND = 1000;
const SERVER_OPTIONS = {
  headersTimeout: 10 * SECOND,
  requestTimeout: 30 * SECOND,
  connectionsCheckingInterval: 2 * SECOND,
  keepAliveTimeout: 5 * SECOND,
  maxHeaderSize: 16 * 1024,
};
const MOST_CONNECTIONS = 1000;
const GRACE = 5 * SECOND;

/** Rejects with the system's error if it may not listen there. Port 0 stands for any free one. */
export async function listen(
  app: Hono,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: SERVER_OPTIONS });
  if (!(server instanceof Server)) throw new TypeError('A server for HTTP/1.1 was asked for');
  server.maxConnections = MOST_CONNECTIONS;
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('It listens at no port');
  return { address, close: () => close(server) };
}

/** For a server of somebody else. */
export function listenerOf(app: Hono): RequestListener {
  const listener = getRequestListener(app.fetch);
  return (request, response) => {
    listener(request, response).catch(() => response.destroy());
  };
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const impatience = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearTimeout(impatience);
}
