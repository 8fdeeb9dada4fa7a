/** Outward links go in; each is asked for over the network, and a warning for every one that leads nowhere, or elsewhere, comes out. */
import type { Instant } from '../model/civil-date.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import { type Answer, answerFrom } from './outward-links-answer.ts';
import { readGoodAnswers, writeGoodAnswers } from './outward-links-cache.ts';
import { problemWith } from './outward-links-problem.ts';
import { createVisits } from './outward-links-visit.ts';

export interface OutwardLink {
  /** A valid `http:` or `https:` address. */
  readonly url: string;
  /** Where it is written; at least one. */
  readonly places: readonly Place[];
}

export interface ProbeOptions {
  /** Absolute path of the folder that holds `policies/`; good answers are remembered in `.promulgate/` in it. */
  readonly root: string;
  /** This program's own, to tell the hosts who asks. */
  readonly version: string;
  readonly fetch: typeof fetch;
  readonly clock: () => Instant;
  /** How long a request may stay without an answer; default: 10 seconds. */
  readonly timeoutMs?: number;
  /** How long a host is left alone between two requests; default: 250 milliseconds. */
  readonly pauseMs?: number;
  /** Told whenever one more of the addresses that must be asked for is done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Asks for every address once, whatever stands behind its `#`, unless a good answer of the last 7 days is remembered.
 * At most 8 requests are under way at once, and one at each host. Returns warnings, in the order of `links`.
 */
export async function probeLinks(links: readonly OutwardLink[], options: ProbeOptions): Promise<readonly Diagnostic[]> {
  const { root, version, fetch, clock, timeoutMs = 10_000, pauseMs = 250, onProgress } = options;
  const now = clock();
  const known = await readGoodAnswers(root, now);
  const addresses = new Set(links.map(({ url }) => addressOf(url)));
  const unknown = [...addresses].filter((address) => !known.has(address));
  const visit = createVisits({ version, fetch, clock, timeoutMs, pauseMs });
  const answers = new Map<string, Answer>();
  await Promise.all(
    unknown.map(async (address) => {
      answers.set(address, await answerFrom(address, visit));
      onProgress?.(answers.size, unknown.length);
    }),
  );
  const good = unknown.filter((address) => answers.get(address)?.kind === 'good');
  if (good.length > 0)
    await writeGoodAnswers(root, new Map([...known, ...good.map((address) => [address, now] as const)]));
  return links.flatMap((link) => problemWith(link, answers.get(addressOf(link.url))) ?? []);
}

/** What is asked for: names and passwords stay here, and a fragment never leaves a browser either. */
function addressOf(url: string): string {
  const address = new URL(url);
  address.username = '';
  address.password = '';
  address.hash = '';
  return address.href;
}
