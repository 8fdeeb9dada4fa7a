/** A site built before a change and served unchanged by a host whose clock the test sets, which can also fail, or not answer. */
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';
import { afterAll, expect, onTestFinished } from 'vitest';
import { writeSite } from '../../src/io/write.ts';
import { follow } from './rest.ts';
import { buildSite, serveFolder, temporaryFolder } from './sample-site.ts';

export interface Host {
  /** The address of the site's first page. */
  readonly url: string;
  /** What its `Date` header says, as text that `Date.parse` reads. */
  time: string;
  /** The `Age` header, in seconds, if it sends one. */
  age?: number;
  /** What becomes of a request, by method and path; answered unless this says otherwise. */
  fate: (method: string, path: string) => 'answered' | 'failing' | 'hanging';
  /** What was asked for, "HEAD /privacy/", since the test emptied it. */
  readonly asked: string[];
}

/** Builds `policies` (texts by path below `policies/`) as of a day and serves them. */
export async function serveClocked(options: {
  readonly policies: Readonly<Record<string, string>>;
  readonly asOf: string;
  readonly base?: string;
}): Promise<Host> {
  const { policies, asOf, base = '/' } = options;
  const root = await temporaryFolder();
  for (const [path, content] of Object.entries(policies)) {
    const file = join(root, 'policies', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  const { files } = await buildSite({ root, asOf, base });
  const out = join(root, 'site');
  expect((await writeSite({ files, out, root })).diagnostics).toEqual([]);
  return hostBefore(await serveFolder(out, base), asOf);
}

async function hostBefore(inner: string, time: string): Promise<Host> {
  const { origin, pathname } = new URL(inner);
  const server = createServer((request, response) => {
    relay(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const host: Host = { url: `http://127.0.0.1:${port}${pathname}`, time, fate: () => 'answered', asked: [] };
  return host;

  async function relay({ method = 'GET', url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
    host.asked.push(`${method} ${url}`);
    const fate = host.fate(method, url);
    if (fate === 'hanging') return;
    if (fate === 'failing') return void response.destroy();
    const answer = await fetch(origin + url, { method, redirect: 'manual' });
    for (const [name, value] of answer.headers) {
      if (!['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name)) response.setHeader(name, value);
    }
    response.setHeader('Date', new Date(host.time).toUTCString());
    if (host.age !== undefined) response.setHeader('Age', host.age);
    response.statusCode = answer.status;
    response.end(new Uint8Array(await answer.arrayBuffer()));
  }
}

interface Visit {
  readonly tab: Tab;
  /** What the browser said on its console: nothing, if neither a script nor the Content-Security-Policy was broken. */
  readonly complaints: readonly string[];
  /** Waits until the page has come to rest again, for what must not happen. */
  readonly rest: () => Promise<void>;
}

interface VisitOptions extends BrowserContextOptions {
  /** What its clock says, which stands still; without it, the real time. */
  readonly device?: string | undefined;
}

/** Opens `url` on a device and waits until the page has come to rest. Closed when the test has ended. */
export async function visit(browser: Browser, url: string, { device, ...options }: VisitOptions): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(10_000);
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('console', (message) => complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(String(error)));
  if (device !== undefined) {
    await tab.clock.install({ time: Date.parse(device) - 1000 });
    await tab.clock.pauseAt(Date.parse(device));
  }
  const rest = follow(tab);
  await tab.goto(url);
  if (options.javaScriptEnabled !== false) await rest();
  return { tab, complaints, rest };
}
