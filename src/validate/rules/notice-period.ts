/** A new edition must be published as many days before it takes force as the site promises. */
import { UTCDate } from '@date-fns/utc';
import { addDays, differenceInCalendarDays } from 'date-fns';
import type { CivilDate } from '../../model/civil-date.ts';
import { placeOfKey } from '../edition-place.ts';
import { issuedEditions } from '../issued-editions.ts';
import type { Rule } from '../rule.ts';

/** A warning for the edition that takes force last: what was wrong with earlier ones can no longer be mended. */
export const noticePeriod: Rule = {
  id: 'notice-period',
  check(policy, site) {
    const { noticeDays } = site;
    const latest = issuedEditions(policy, site).at(-1)?.edition;
    if (noticeDays === undefined || latest === undefined) return [];
    const { effective, published, id } = latest;
    const problem = { ruleId: noticePeriod.id, severity: 'warning' as const };
    if (published === undefined) {
      const place = placeOfKey(latest, 'effective');
      const message = `The edition “${id}” does not say when it was published, so the ${noticeDays} days’ notice promised in site.yaml cannot be checked.`;
      return [{ ...problem, place, message, hint: 'Add a line such as “published: 2026-03-01”.' }];
    }
    const days = daysBetween(published.day, effective.day);
    // What is published after it takes force has a rule of its own.
    if (days >= noticeDays || days < 0) return [];
    const message = `The edition “${id}” takes force ${days === 1 ? '1 day' : `${days} days`} after it is published; site.yaml promises ${noticeDays} days’ notice (noticeDays).`;
    const hint = `Publish it earlier, or let it take force on ${dayAfter(published.day, noticeDays)} or later.`;
    return [{ ...problem, place: placeOfKey(latest, 'effective', 'published'), message, hint }];
  },
};

function daysBetween(from: CivilDate, until: CivilDate): number {
  return differenceInCalendarDays(startOf(until), startOf(from));
}

function dayAfter(day: CivilDate, days: number): CivilDate {
  return addDays(startOf(day), days).toISOString().slice(0, 10);
}

function startOf(day: CivilDate): UTCDate {
  return new UTCDate(`${day}T00:00:00Z`);
}
