/** What is planned, or made, of policies goes in; the feeds of one, or of the index, come out. */
import { headOf } from './ledger/chain.ts';
import type { Instant } from './model/civil-date.ts';
import type { FeedEvent } from './model/feed.ts';
import type { OutputFile } from './model/file.ts';
import type { Ledger } from './model/ledger.ts';
import type { MadePages } from './model/policy-work.ts';
import type { Page, Site } from './model/site.ts';
import type { Timeline } from './model/timeline.ts';
import { atomFile } from './site/atom.ts';
import { feedEvents } from './site/feed-events.ts';
import { changesTold, type FeedsInput, feedsOf } from './theme/feeds.ts';

/** A day after the first moment that there is (ECMA-262, 21.4.1.1): in every zone it falls on a day that has a name. */
const EARLIEST: Instant = -8.64e15 + 86_400_000;

interface FeedsWork extends Pick<FeedsInput, 'voiceOf' | 'ledger' | 'eventsOf'> {
  readonly site: Site;
  /** Of the policies, what feeds are made from. */
  readonly told: Pick<MadePages, 'found' | 'digests'>;
}

/** Those beside the pages of policies. */
export function policyFeeds(work: FeedsWork): OutputFile[] {
  return feedsBeside('policy', work);
}

/** Those of all policies together. */
export function indexFeeds(work: FeedsWork): OutputFile[] {
  return feedsBeside('home', work);
}

function feedsBeside(kind: Page['kind'], { site, ledger, voiceOf, eventsOf, told }: FeedsWork): OutputFile[] {
  const proofs = { texts: new Map(told.digests), ...(ledger === undefined ? {} : { head: headOf(ledger) }) };
  return feedsOf({
    ...{ ledger, voiceOf, eventsOf, proofs, found: new Map(told.found.map((one) => [one.path, one])) },
    site: { ...site, pages: pagesOf(kind, site) },
  }).map(atomFile);
}

/** Of what was found to have changed, as little as the feeds of the index tell. */
export function createIndexNeeds(
  site: Site,
  eventsOf: FeedsInput['eventsOf'],
): (found: MadePages['found']) => MadePages['found'] {
  const needed = changesTold({ site: { ...site, pages: pagesOf('home', site) }, eventsOf });
  return (found) => found.filter(({ path }) => needed.has(path));
}

/** The last moment, up to that of the site, of which the feeds of a policy tell something: until the next they are what they are. */
export function toldAt(timeline: Timeline, { asOf, config }: Site, eventsOf: FeedsInput['eventsOf']): Instant {
  const events = config.languages.flatMap((language) => eventsOf(timeline, language));
  return Math.max(EARLIEST, ...events.map(({ instant }) => instant).filter((instant) => instant <= asOf.instant));
}

/** What happened to the policies of a site: gathered once of each, however often it is asked for. */
export function createEvents(site: Site, ledger: Ledger | undefined): FeedsInput['eventsOf'] {
  const known = new Map<string, readonly FeedEvent[]>();
  return (timeline, language) => {
    const name = `${timeline.policy.slug} ${language}`;
    const events = known.get(name) ?? feedEvents(timeline, { site, ledger, language });
    known.set(name, events);
    return events;
  };
}

function pagesOf(kind: Page['kind'], { pages }: Site): Page[] {
  return pages.filter((page) => page.kind === kind);
}
