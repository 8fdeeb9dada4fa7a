/** An edition does not apply before it is published, unless it says that it is meant to. */
import { placeOfKey } from '../edition-place.ts';
import { isPublishedAfter, whenPublished } from '../publication.ts';
import type { Rule } from '../rule.ts';

/** An error for each edition, drafts among them where they are looked at, that is published after the day, or the instant, on which it takes force. */
export const publishedAfterEffective: Rule = {
  id: 'published-after-effective',
  check({ editions }) {
    return editions.flatMap((edition) => {
      const { id, published, effective } = edition;
      if (published === undefined || edition.isRetroactive || !isPublishedAfter(published, effective)) return [];
      return [
        {
          ruleId: publishedAfterEffective.id,
          severity: 'error' as const,
          place: placeOfKey(edition, 'published'),
          message: `The edition “${id}” is published ${whenPublished(published)}, after ${effective.day}, when it takes force.`,
          hint: 'Correct one of the two dates; if it applies from the day it was published, write “effective: on-publication”; if it is meant to apply to the time before, add the line “retroactive: true”.',
          related: [{ place: placeOfKey(edition, 'effective', 'applies'), message: 'It takes force here.' }],
        },
      ];
    });
  },
};
