/** A policy's timeline and the ledger go in; what happened to its editions, each with its date, comes out for the feeds. */
import { addresses } from '../model/address.ts';
import { type Instant, instantOf, startOfDay } from '../model/civil-date.ts';
import type { Language, SiteConfig } from '../model/config.ts';
import type { FeedEvent } from '../model/feed.ts';
import { entriesAt, type Ledger, type TextEntry } from '../model/ledger.ts';
import { correctionsIn, type Edition, textIn } from '../model/policy.ts';
import type { Site } from '../model/site.ts';
import { type DatedEdition, isRetired, standing, type Timeline } from '../model/timeline.ts';

export interface FeedFacts {
  readonly site: Pick<Site, 'config' | 'asOf'>;
  readonly ledger: Ledger | undefined;
  /** In which it is told. */
  readonly language: Language;
}

/** Everything that has happened by the moment of the site, in no order. What is still to come is in it once it was made public. */
export function feedEvents(timeline: Timeline, facts: FeedFacts): FeedEvent[] {
  const { asOf } = facts.site;
  const issued = timeline.editions.filter(({ edition }) => edition.declared.kind !== 'draft');
  const events = issued.flatMap((dated) => eventsOf(dated, timeline, facts));
  return [...events, ...retirementOf(timeline, facts)].filter((event) => {
    // An edition that says nothing of its publication is public as soon as it stands on the site.
    const isUndated = event.kind === 'edition' && event.dated.edition.published === undefined;
    return isUndated || event.instant <= asOf.instant;
  });
}

function eventsOf(dated: DatedEdition, timeline: Timeline, { site, ledger, language }: FeedFacts): FeedEvent[] {
  const { config } = site;
  const { edition } = dated;
  const text = textIn(edition, [language, timeline.policy.config.authoritative, ...config.languages]);
  const address = addresses(config, text.language).edition(timeline.policy.slug, edition.id);
  const sealed = ledger === undefined ? [] : entriesAt(ledger, address);
  const about = { timeline, dated, text };
  const dayStart = (day: string) => startOfDay(day, config.timeZone);
  const { declared } = edition;
  return [
    { kind: 'edition', ...about, instant: publicationOf({ dated, sealed, config }) },
    ...sealed
      .filter(({ kind }) => kind === 'date-moved')
      .map(({ digest, sealedAsOf }) => ({
        kind: 'date-moved' as const,
        ...about,
        digest,
        instant: Date.parse(sealedAsOf),
      })),
    ...correctionsIn(edition, text.language).map((correction) => ({
      kind: 'correction' as const,
      ...about,
      correction,
      instant: dayStart(correction.on),
    })),
    ...(declared.kind === 'withdrawn'
      ? [{ kind: 'withdrawn' as const, ...about, instant: dayStart(declared.on) }]
      : []),
  ];
}

interface Publication {
  readonly dated: DatedEdition;
  readonly sealed: readonly TextEntry[];
  readonly config: SiteConfig;
}

/** As the author says it; else when it was entered in the ledger, which is no later than anybody could read it there; else from when it applies. */
function publicationOf({ dated, sealed, config }: Publication): Instant {
  const stated = statedPublication(dated.edition, config);
  if (stated !== undefined) return stated;
  const entered = sealed.map(({ sealedAsOf }) => Date.parse(sealedAsOf));
  return entered.length === 0 ? dated.effectiveInstant : Math.min(...entered);
}

function statedPublication({ published }: Edition, { timeZone }: SiteConfig): Instant | undefined {
  if (published === undefined) return undefined;
  return 'firstDay' in published ? startOfDay(published.firstDay, timeZone) : instantOf(published, timeZone);
}

function retirementOf(timeline: Timeline, { site: { config }, language }: FeedFacts): FeedEvent[] {
  const { retirement, policy } = timeline;
  if (retirement === undefined || !isRetired(timeline)) return [];
  const dated = standing(timeline);
  const text = textIn(dated.edition, [language, policy.config.authoritative, ...config.languages]);
  return [{ kind: 'retired', timeline, dated, text, instant: retirement.instant }];
}
