/// <reference lib="dom" />
/** A tab goes in; a wait comes out that ends as soon as nothing it asked for is under way and its scripts have done their work. */
import { once } from 'node:events';
import type { Page as Tab } from 'playwright-core';

/**
 * Follows what `tab` asks for from now on. To wait for a network that was silent for half a second, as Playwright offers,
 * would take most of the time of tests that open many pages. What nobody answers is under way until it ends. Not for tabs
 * without script, where nothing goes on once a page is loaded; and of requests that a test has routed Playwright tells
 * late, so there wait for what comes of them first.
 */
export function follow(tab: Tab): () => Promise<void> {
  const underWay = new Set<unknown>();
  const changed = new EventTarget();
  const end = (request: unknown) => {
    underWay.delete(request);
    changed.dispatchEvent(new Event('ended'));
  };
  tab.on('request', (request) => underWay.add(request));
  tab.on('requestfinished', end);
  tab.on('requestfailed', end);
  return async () => {
    do {
      while (underWay.size > 0) await once(changed, 'ended', { signal: AbortSignal.timeout(10_000) });
      // Runs, on a clock that tests do not hold, after all that answers and events have set going in the page, which may
      // be another request.
      await tab.evaluate(() => scheduler.postTask(() => {}, { priority: 'background' }));
    } while (underWay.size > 0);
  };
}
