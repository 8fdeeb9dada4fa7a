/** A planned site goes in; what a report tells of it comes out, as little plain data: with it a report can be given again. */
import type { Site } from '../index.ts';
import type { Instant } from '../model/civil-date.ts';
import type { SiteConfig } from '../model/config.ts';
import { nextChangeOf } from '../model/site.ts';
import type { AsOf } from '../model/timeline.ts';
import { type Standing, standingOf, type ToldEdition } from './standing-of.ts';

export interface SiteFacts {
  readonly config: SiteConfig;
  readonly asOf: AsOf;
  /** The next instant at which any page would differ. */
  readonly nextChange?: Instant;
  /** How many there are. */
  readonly pages: number;
  readonly editions: number;
  /** In the order of the index. */
  readonly policies: readonly PolicyFacts[];
}

export interface PolicyFacts extends Standing {
  readonly slug: string;
}

export function siteFacts(site: Site): SiteFacts {
  const { config, asOf, timelines, pages } = site;
  const nextChange = nextChangeOf(site);
  return {
    ...{ config, asOf, pages: pages.length },
    ...(nextChange === undefined ? {} : { nextChange }),
    editions: timelines.reduce((total, timeline) => total + timeline.editions.length, 0),
    policies: timelines.map((timeline) => ({
      slug: timeline.policy.slug,
      ...withoutTexts(standingOf(timeline, asOf.instant)),
    })),
  };
}

function withoutTexts({ inForce, announced, drafts, ...others }: Standing): Standing {
  return {
    ...others,
    ...(inForce === undefined ? {} : { inForce: { ...inForce, edition: told(inForce.edition) } }),
    announced: announced.map(told),
    drafts: drafts.map(told),
  };
}

function told({ id, effective, declared }: ToldEdition): ToldEdition {
  return { id, effective, declared };
}
