/** The planned site and what happened to its editions go in; its feeds, in the words of each language, come out. */
import { absoluteUrl, addresses } from '../model/address.ts';
import { type Language, localText } from '../model/config.ts';
import { FEED_FILE, type Feed, type FeedEvent, type FeedLink } from '../model/feed.ts';
import { firstAddress, LEDGER_PATH, type Ledger } from '../model/ledger.ts';
import { textIn } from '../model/policy.ts';
import type { FoundChange } from '../model/policy-work.ts';
import type { Page, Site } from '../model/site.ts';
import { standing, type Timeline } from '../model/timeline.ts';
import { feedEntry, type Telling } from './feed-entry.ts';
import type { Proofs } from './page-context.ts';
import type { Voice } from './statements.ts';

/** Entries of a feed: who was away for longer finds the rest in the archive, to which the feed leads. */
const MOST_ENTRIES = 50;

export interface FeedsInput {
  readonly site: Site;
  /** Of a policy, told in a language. */
  readonly eventsOf: (timeline: Timeline, language: Language) => readonly FeedEvent[];
  readonly ledger: Ledger | undefined;
  readonly proofs: Pick<Proofs, 'texts' | 'head'>;
  voiceOf(language: Language): Voice;
  /** What the pages of changes say, by their paths. */
  readonly found: ReadonlyMap<string, FoundChange>;
}

/** One for the index of each language, with all policies; one for each policy that has a page in that language. */
export function feedsOf(input: FeedsInput): Feed[] {
  const { site, voiceOf } = input;
  const changesAt = (path: string) => input.found.get(path)?.html;
  return site.pages.flatMap((page): Feed[] => {
    if (page.kind === 'home')
      return [feedBeside(page, site.timelines, { ...input, changesAt, voice: voiceOf(page.language) })];
    if (page.kind !== 'policy') return [];
    const own = site.timelines.filter(({ policy }) => policy.slug === page.policy);
    return [feedBeside(page, own, { ...input, changesAt, voice: voiceOf(page.language) })];
  });
}

/** The paths of all pages of changes of which the feeds of the index may tell. */
export function changesTold({ site, eventsOf }: Pick<FeedsInput, 'site' | 'eventsOf'>): ReadonlySet<string> {
  const paths = site.pages.flatMap((page) => {
    if (page.kind !== 'home') return [];
    const events = newest(site.timelines.flatMap((timeline) => eventsOf(timeline, page.language)));
    return events.map(({ timeline, dated, text }) =>
      addresses(site.config, text.language).changes(timeline.policy.slug, dated.edition.id),
    );
  });
  return new Set(paths);
}

type Speaking = FeedsInput & Pick<Telling, 'changesAt' | 'voice'>;

function feedBeside(page: Page, timelines: readonly Timeline[], input: Speaking): Feed {
  const { config } = input.site;
  const { language } = page;
  const { voice, ledger, changesAt } = input;
  const events = timelines.flatMap((timeline) => input.eventsOf(timeline, language));
  const telling: Telling = {
    config,
    voice,
    digests: input.proofs.texts,
    firstAddress: (address) => (ledger === undefined ? address : firstAddress(ledger, address)),
    changesAt,
  };
  const entries = newest(events)
    .map((event) => feedEntry(event, telling))
    .sort((a, b) => b.updated - a.updated || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_ENTRIES);
  const path = `${page.path}${FEED_FILE}`;
  const url = absoluteUrl(config, path);
  const siteTitle = localText(config.title, language, config.languages);
  return {
    path,
    id: url,
    ...wordsOf(page, timelines, { ...input, siteTitle }),
    language,
    author:
      config.organization === undefined ? siteTitle : localText(config.organization.name, language, config.languages),
    // Nothing has happened yet, which no date says better.
    updated: entries[0]?.updated ?? 0,
    links: linksOf(page, url, input),
    entries,
  };
}

/** Those that may be among the entries; to tell of the others would be in vain. */
function newest(events: readonly FeedEvent[]): readonly FeedEvent[] {
  const instants = events.map(({ instant }) => instant).sort((a, b) => b - a);
  const earliest = instants[MOST_ENTRIES - 1];
  return earliest === undefined ? events : events.filter(({ instant }) => instant >= earliest);
}

function wordsOf(
  page: Page,
  [timeline]: readonly Timeline[],
  { site, proofs, voice, siteTitle }: Speaking & { readonly siteTitle: string },
): Pick<Feed, 'title' | 'subtitle'> {
  const { words } = voice;
  const { head } = proofs;
  const subtitle = [words.say('feed-about'), ...(head === undefined ? [] : [`${words.say('ledger')}: ${head}`])].join(
    ' ',
  );
  if (page.kind !== 'policy' || timeline === undefined) return { title: siteTitle, subtitle };
  const { languages } = site.config;
  const shown = standing(timeline).edition;
  const { title } = textIn(shown, [page.language, timeline.policy.config.authoritative, ...languages]);
  return { title: words.say('title-page', { page: title, site: siteTitle }), subtitle };
}

function linksOf(
  page: Page,
  url: string,
  { site: { config }, proofs: { head }, voice: { words } }: Speaking,
): FeedLink[] {
  const at = addresses(config, page.language);
  const language = page.language;
  const archive = page.kind === 'policy' ? at.policyArchive(page.policy) : at.archive;
  const html = (path: string) => ({ type: 'text/html', language, href: absoluteUrl(config, path) });
  return [
    { rel: 'self', type: 'application/atom+xml', href: url },
    { rel: 'alternate', ...html(page.path) },
    { rel: 'related', ...html(archive), title: words.say('all-editions') },
    ...(head === undefined
      ? []
      : [
          {
            rel: 'related' as const,
            type: 'application/json',
            href: absoluteUrl(config, LEDGER_PATH),
            title: `${words.say('ledger')}, SHA-256 ${head}`,
          },
        ]),
  ];
}
