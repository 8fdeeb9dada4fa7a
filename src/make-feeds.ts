/** The planned site goes in; its feeds come out: those of a policy as soon as it is made, those of the index after all. */
import { headOf } from './ledger/chain.ts';
import type { OutputFile } from './model/file.ts';
import type { Ledger } from './model/ledger.ts';
import type { MadePages } from './model/policy-work.ts';
import type { Site } from './model/site.ts';
import { atomFile } from './site/atom.ts';
import { feedEvents } from './site/feed-events.ts';
import { changesTold, feedsOf } from './theme/feeds.ts';
import type { Strings } from './theme/strings.ts';
import { loadVoices } from './theme/voices.ts';

/** What of the policies feeds are made from. */
export type Told = Pick<MadePages, 'found' | 'digests'>;

export interface Feeds {
  /** Those beside the pages of one policy. */
  ofPolicy(slug: string, told: Told): OutputFile[];
  ofIndex(told: Told): OutputFile[];
  /** Of what was found to have changed, as little as the feeds of the index tell. */
  indexNeeds(found: Told['found']): Told['found'];
}

export async function openFeeds(work: {
  readonly site: Site;
  readonly ledger: Ledger | undefined;
  readonly strings: Strings;
}): Promise<Feeds> {
  const { site, ledger, strings } = work;
  const voiceOf = await loadVoices(site, strings);
  const head = ledger === undefined ? {} : { head: headOf(ledger) };
  const means = {
    ...{ ledger, voiceOf },
    eventsOf: (...[timeline, language]: Parameters<Parameters<typeof feedsOf>[0]['eventsOf']>) =>
      feedEvents(timeline, { site, ledger, language }),
  };
  const feeds = (part: Pick<Site, 'pages' | 'timelines'>, { found, digests }: Told) =>
    feedsOf({
      ...means,
      site: { ...site, ...part },
      proofs: { ...head, texts: new Map(digests) },
      found: new Map(found),
    }).map(atomFile);
  const stable = site.pages.filter(({ kind }) => kind === 'policy');
  const index = { ...site, pages: site.pages.filter(({ kind }) => kind === 'home') };
  const needed = changesTold({ ...means, site: index });
  return {
    ofPolicy: (slug, told) =>
      feeds(
        {
          pages: stable.filter((page) => 'policy' in page && page.policy === slug),
          timelines: site.timelines.filter(({ policy }) => policy.slug === slug),
        },
        told,
      ),
    ofIndex: (told) => feeds(index, told),
    indexNeeds: (found) => found.filter(([path]) => needed.has(path)),
  };
}
