/** Small sites, arranged and planned as real ones are, for tests of what is told about them. */

import { dayOf } from '../src/model/civil-date.ts';
import type { Retirement, SiteConfig } from '../src/model/config.ts';
import type { Edition } from '../src/model/policy.ts';
import type { Site } from '../src/model/site.ts';
import type { Timeline } from '../src/model/timeline.ts';
import { plan } from '../src/site/plan.ts';
import { arrange } from '../src/timeline/arrange.ts';
import { policy, siteConfig } from './builders.ts';

/** The editions of a policy, or these and its end. */
export type PolicyCase = readonly Edition[] | { readonly editions: readonly Edition[]; readonly retired: Retirement };

/** 25 November 2026, noon in Moscow, where days begin at 21:00 UTC unless `config` says otherwise. */
const AS_OF = '2026-11-25T09:00:00Z';

export interface SiteCase {
  /** ISO 8601. */
  readonly asOf?: string;
  readonly config?: Partial<SiteConfig>;
}

export function arrangedSite(policies: Readonly<Record<string, PolicyCase>>, options: SiteCase = {}): Site {
  const config = siteConfig(options.config);
  const instant = Date.parse(options.asOf ?? AS_OF);
  const timelines = Object.entries(policies).flatMap(([slug, given]) => {
    const one =
      'editions' in given
        ? { ...policy(given.editions, slug), config: { retired: given.retired } }
        : policy(given, slug);
    return arrange(one, { asOf: instant, timeZone: config.timeZone }) ?? [];
  });
  return plan(config, timelines, { instant, day: dayOf(instant, config.timeZone) });
}

/** The timeline of the only policy of such a site. */
export function arrangedTimeline(given: PolicyCase, options: SiteCase = {}): Timeline {
  const [timeline] = arrangedSite({ privacy: given }, options).timelines;
  if (timeline === undefined) throw new Error('No timeline');
  return timeline;
}
