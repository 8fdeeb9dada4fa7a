/** What a site shows is published: no edition waits in it for its day of publication. */
import { placeOfKey } from '../edition-place.ts';
import { earliestDayOf, whenPublished } from '../publication.ts';
import type { Rule } from '../rule.ts';

/** A warning for each edition, drafts aside, whose day of publication comes after the one that the site is built for. */
export const publishedAhead: Rule = {
  id: 'published-ahead',
  check({ editions }, _site, asOf) {
    return editions.flatMap((edition) => {
      const { id, published, declared } = edition;
      if (declared.kind === 'draft' || published === undefined || earliestDayOf(published) <= asOf.day) return [];
      return [
        {
          ruleId: publishedAhead.id,
          severity: 'warning' as const,
          place: placeOfKey(edition, 'published'),
          message: `The edition “${id}” is said to be published ${whenPublished(published)}, but this build of ${asOf.day} shows it to everybody.`,
          hint: 'Write the day on which it is really put on the site. If it is to wait until then, keep it out with “status: draft”.',
        },
      ];
    });
  },
};
