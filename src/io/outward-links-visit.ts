/** An address goes in; one visit to its host, with as few and as small requests as tell the matter, gives a Reply. */
import { setTimeout } from 'node:timers/promises';
import type { Instant } from '../model/civil-date.ts';
import type { Reply } from './outward-links-answer.ts';
import { failureOf } from './outward-links-failure.ts';
import { createTraffic } from './outward-links-traffic.ts';

export interface VisitOptions {
  readonly version: string;
  readonly fetch: typeof fetch;
  readonly clock: () => Instant;
  readonly timeoutMs: number;
  readonly pauseMs: number;
}

/** The response without its body, or what came instead of one. */
type Outcome = { readonly kind: 'response'; readonly status: number; readonly headers: Headers } | Reply;

const LANES = 8;
/** How long a busy host is left alone if it does not say, and the longest that we wait if it does. */
const USUAL_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 5000;

/** Visits that share one traffic: at most 8 requests under way at once, and one at each host. They follow no redirect. */
export function createVisits(options: VisitOptions): (address: string) => Promise<Reply> {
  const { clock, pauseMs } = options;
  const { atHost, inLane } = createTraffic({ lanes: LANES, pauseMs });

  /** Asks again, once, if the host is busy and asks for no more than a short wait. */
  async function insist(method: string, address: string): Promise<Outcome> {
    const outcome = await inLane(() => request(method, address, options));
    const wait = isBusy(outcome) ? waitOf(outcome.headers, clock) : Number.POSITIVE_INFINITY;
    if (wait > LONGEST_WAIT_MS) return outcome;
    await setTimeout(Math.max(wait, pauseMs));
    return await inLane(() => request(method, address, options));
  }

  return (address) =>
    atHost(new URL(address).hostname, async () => {
      const outcome = await insist('HEAD', address);
      // Not every host knows HEAD, and not every one that does not says so by 405 or 501.
      if (outcome.kind !== 'response' || outcome.status < 400 || isBusy(outcome)) return replyOf(outcome, address);
      await setTimeout(pauseMs);
      return replyOf(await insist('GET', address), address);
    });
}

async function request(method: string, address: string, options: VisitOptions): Promise<Outcome> {
  const { fetch, version, timeoutMs } = options;
  try {
    const { status, headers, body } = await fetch(address, {
      method,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { 'user-agent': `promulgate/${version} (+link check)` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    // The page itself is not wanted: this ends its transfer.
    await body?.cancel();
    return { kind: 'response', status, headers };
  } catch (error) {
    return failureOf(error, timeoutMs);
  }
}

function isBusy(outcome: Outcome): outcome is Extract<Outcome, { kind: 'response' }> {
  return outcome.kind === 'response' && (outcome.status === 429 || outcome.status === 503);
}

/** Milliseconds that the host asks to be left alone for: Retry-After (RFC 9110, 10.2.3), in seconds or as a date. */
function waitOf(headers: Headers, clock: () => Instant): number {
  const text = headers.get('retry-after') ?? '';
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - clock();
  return Number.isNaN(wait) ? USUAL_WAIT_MS : wait;
}

function replyOf(outcome: Outcome, address: string): Reply {
  if (outcome.kind !== 'response') return outcome;
  const { status, headers } = outcome;
  const location = headers.get('location');
  if ([301, 302, 303, 307, 308].includes(status) && location !== null) {
    return redirectTo(location, { from: address, isPermanent: status === 301 || status === 308 });
  }
  if (status >= 200 && status < 300) return { kind: 'found' };
  if (status === 404) return { kind: 'absent', reason: 'its host knows no such page (404)' };
  if (status === 410) return { kind: 'absent', reason: 'its host says that the page is gone for good (410)' };
  return { kind: 'unclear', reason: refusalText(status) };
}

function redirectTo(location: string, { from, isPermanent }: { from: string; isPermanent: boolean }): Reply {
  // Headers come as Latin-1; hosts that write a path in other letters mean UTF-8.
  const written = Buffer.from(location, 'latin1').toString('utf8');
  const target = URL.canParse(written, from) ? new URL(written, from) : undefined;
  if (target === undefined || !/^https?:$/.test(target.protocol)) {
    return { kind: 'unclear', reason: 'its host passes visitors on to something that is not a web page' };
  }
  target.username = '';
  target.password = '';
  return { kind: 'redirect', target: target.href, isPermanent };
}

function refusalText(status: number): string {
  if (status === 401) return 'its host asks for a password (401)';
  if (status === 403) return 'its host denies access (403)';
  if (status === 429) return 'its host asks for fewer visits (429)';
  if (status >= 500) return `its host has a fault or is overloaded (${status})`;
  return `its host answers with the code ${status}`;
}
