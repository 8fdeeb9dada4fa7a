/** A site and its ledger go in; the time around the site's moment comes out in which it would say the same at every other moment. */
import { dayAfter, type Instant, startOfDay } from './civil-date.ts';
import type { Ledger } from './ledger.ts';
import type { Site } from './site.ts';
import type { AsOf } from './timeline.ts';

/** The moments of this day that are not before `from`, and before `until`. */
export interface SteadySpan extends Pick<AsOf, 'day'> {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * All that begins or ends does so with a day in the site's zone, at an instant that an edition names, or at one at which something
 * was entered in the ledger: between two of these, and within a day, a site differs in nothing but the moment that it names itself.
 */
export function steadySpan({ asOf, config, timelines }: Omit<Site, 'pages'>, ledger: Ledger | undefined): SteadySpan {
  const { day, instant: now } = asOf;
  const next = dayAfter(day);
  const bounds = [
    // Clocks that go back over midnight make a day come twice: it is not enough that it is the same one.
    ...[day, ...(next === undefined ? [] : [next])].map((one) => startOfDay(one, config.timeZone)),
    ...timelines.flatMap(({ policy: { editions } }) =>
      editions.flatMap(({ effective, published, cohorts }) =>
        [effective, published, ...cohorts.map(({ from }) => from)].flatMap((moment) =>
          moment?.kind === 'instant' ? [moment.instant] : [],
        ),
      ),
    ),
    ...(ledger?.entries ?? []).flatMap((entry) => ('sealedAsOf' in entry ? [Date.parse(entry.sealedAsOf)] : [])),
  ];
  return {
    day,
    from: bounds.reduce((last, bound) => (bound <= now ? Math.max(last, bound) : last), Number.NEGATIVE_INFINITY),
    until: bounds.reduce((first, bound) => (bound > now ? Math.min(first, bound) : first), Number.POSITIVE_INFINITY),
  };
}

export function isWithin({ instant, day }: AsOf, span: SteadySpan): boolean {
  return day === span.day && span.from <= instant && instant < span.until;
}
