/** From a plan of the site and the problems found to how each policy stands: its timeline, its next change, how many problems it has. */
import type { Diagnostic, Site, Timeline } from '../index.ts';
import { dayOf, daysBetween, type Instant } from '../model/civil-date.ts';
import { type ComingChange, comingChanges } from '../model/coming-changes.ts';
import { isError } from '../model/diagnostic.ts';

export interface Problems {
  readonly errors: number;
  readonly warnings: number;
}

export interface NextChange {
  readonly instant: Instant;
  /** Days from the day of `asOf` to the day of the change, both in the site's zone. */
  readonly days: number;
  /** What is to happen at that instant. */
  readonly changes: readonly ComingChange[];
}

export interface PolicyStatus {
  readonly slug: string;
  /** As far as it could be read; absent if no edition could be. */
  readonly timeline?: Timeline;
  readonly next?: NextChange;
  readonly problems: Problems;
}

/** In the order of the index; policies of which nothing could be read come last, by name. */
export function policyStatuses(site: Site, diagnostics: readonly Diagnostic[]): PolicyStatus[] {
  const problemsOf = (slug: string) => countProblems(diagnostics.filter((diagnostic) => slugOf(diagnostic) === slug));
  const known = new Set(site.timelines.map(({ policy }) => policy.slug));
  const wrong = new Set(diagnostics.filter(isError).flatMap((diagnostic) => slugOf(diagnostic) ?? []));
  const unread = [...wrong].filter((slug) => !known.has(slug));
  return [
    ...site.timelines.map((timeline): PolicyStatus => {
      const next = nextOf(timeline, site);
      const { slug } = timeline.policy;
      return { slug, timeline, problems: problemsOf(slug), ...(next === undefined ? {} : { next }) };
    }),
    ...unread.sort().map((slug) => ({ slug, problems: problemsOf(slug) })),
  ];
}

export function countProblems(diagnostics: readonly Diagnostic[]): Problems {
  const errors = diagnostics.filter(isError).length;
  return { errors, warnings: diagnostics.length - errors };
}

function nextOf(timeline: Timeline, { config, asOf }: Site): NextChange | undefined {
  const { nextChange } = timeline;
  if (nextChange === undefined) return undefined;
  return {
    instant: nextChange,
    days: daysBetween(asOf.day, dayOf(nextChange, config.timeZone)),
    changes: comingChanges(timeline, config.timeZone).filter(({ instant }) => instant === nextChange),
  };
}

/** The policy in whose folder the problem lies. */
function slugOf({ place }: Diagnostic): string | undefined {
  return /^policies\/([^/]+)\/./.exec(place?.path ?? '')?.[1];
}
