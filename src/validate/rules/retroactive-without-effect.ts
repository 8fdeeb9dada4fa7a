/** An edition that says it applies to the time before its publication does so. */
import type { Edition } from '../../model/policy.ts';
import { placeOfKey } from '../edition-place.ts';
import { issuedEditions } from '../issued-editions.ts';
import { isPublishedAfter, whenPublished } from '../publication.ts';
import type { Rule } from '../rule.ts';

/** A warning for each edition with `retroactive: true` that is not published after it takes force. */
export const retroactiveWithoutEffect: Rule = {
  id: 'retroactive-without-effect',
  check(policy, site) {
    return issuedEditions(policy, site)
      .filter(({ edition }) => edition.isRetroactive && !canBeRetroactive(edition))
      .map(({ edition }) => ({
        ruleId: retroactiveWithoutEffect.id,
        severity: 'warning' as const,
        place: placeOfKey(edition, 'retroactive'),
        message: `The edition “${edition.id}” is called retroactive, but ${reason(edition)}.`,
        hint:
          edition.published === undefined
            ? 'Add a line such as “published: 2026-03-01”, or delete the line “retroactive: true”.'
            : 'Delete the line “retroactive: true”, or correct “published” or “effective”.',
      }));
  },
};

/** Of an edition published in a month or year, one of its days is enough. */
function canBeRetroactive({ published, effective, onset }: Edition): boolean {
  if (published === undefined || onset === 'unknown') return false;
  return 'firstDay' in published ? published.day > effective.day : isPublishedAfter(published, effective);
}

function reason({ published, effective, onset }: Edition): string {
  if (onset === 'unknown') return 'it is not known from when it applies';
  if (published === undefined) return 'it does not say when it was published';
  return `it is published ${whenPublished(published)} and takes force on ${effective.day}, not before`;
}
