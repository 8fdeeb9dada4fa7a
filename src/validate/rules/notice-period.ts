/** A new edition must be published as many days before it takes force as the site promises. */
import { daysAfter, daysBetween, instantOf, type Moment } from '../../model/civil-date.ts';
import { localText, type SiteConfig } from '../../model/config.ts';
import type { Place } from '../../model/diagnostic.ts';
import type { Edition } from '../../model/policy.ts';
import { placeOfKey } from '../edition-place.ts';
import { issuedEditions } from '../issued-editions.ts';
import { isPublishedAfter } from '../publication.ts';
import type { Rule } from '../rule.ts';

/**
 * A warning for the edition that takes force last: what was wrong with earlier ones can no longer be mended. Where it
 * applies by groups, those after the first must have notice: the first are those who come new.
 */
export const noticePeriod: Rule = {
  id: 'notice-period',
  check(policy, site) {
    const { noticeDays } = site;
    const latest = issuedEditions(policy, site).at(-1)?.edition;
    if (noticeDays === undefined || latest === undefined || latest.isRetroactive || latest.onset === 'unknown')
      return [];
    const { published, id } = latest;
    const { from, place, begins } = noticeEnd(latest, site);
    const problem = { ruleId: noticePeriod.id, severity: 'warning' as const, place };
    const unchecked = `so the ${noticeDays} days’ notice promised in site.yaml cannot be checked`;
    if (published === undefined) {
      const message = `The edition “${id}” does not say when it was published, ${unchecked}.`;
      return [{ ...problem, message, hint: 'Add a line such as “published: 2026-03-01”.' }];
    }
    // What is published after it takes force has a rule of its own.
    if (isPublishedAfter(published, from)) return [];
    const days = Math.max(0, daysBetween(published.day, from.day));
    if (days >= noticeDays) return [];
    if ('firstDay' in published) {
      const message = `The edition “${id}” ${begins} on ${from.day}, and it is known only that it was published in ${published.written}, ${unchecked}.`;
      return [{ ...problem, message, hint: 'Write the day in “published”, if it is known.' }];
    }
    const message = `The edition “${id}” ${begins} ${days === 1 ? '1 day' : `${days} days`} after it is published; site.yaml promises ${noticeDays} days’ notice (noticeDays).`;
    const hint = `Publish it earlier, or let it take force on ${daysAfter(published.day, noticeDays)} or later.`;
    return [{ ...problem, message, hint }];
  },
};

interface NoticeEnd {
  /** The moment before which notice must have been given. */
  readonly from: Moment;
  readonly place: Place;
  /** What happens then: `takes force`. */
  readonly begins: string;
}

function noticeEnd(edition: Edition, { timeZone, languages }: SiteConfig): NoticeEnd {
  const place = placeOfKey(edition, 'effective', 'applies', 'published');
  const start = instantOf(edition.effective, timeZone);
  const later = edition.cohorts.find(({ from }) => instantOf(from, timeZone) > start);
  if (later === undefined) return { from: edition.effective, place, begins: 'takes force' };
  const begins = `takes force for “${localText(later.to, languages[0], languages)}”`;
  return { from: later.from, place: later.place ?? place, begins };
}
