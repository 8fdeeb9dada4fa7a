/** An edition cannot apply before it is published. */
import type { Moment, Span } from '../../model/civil-date.ts';
import { placeOfKey } from '../edition-place.ts';
import { issuedEditions } from '../issued-editions.ts';
import type { Rule } from '../rule.ts';

/** An error for each edition that is published after the day, or the instant, on which it takes force. */
export const publishedAfterEffective: Rule = {
  id: 'published-after-effective',
  check(policy, site) {
    return issuedEditions(policy, site).flatMap(({ edition }) => {
      const { id, published, effective } = edition;
      if (published === undefined || edition.isRetroactive || !isLater(published, effective)) return [];
      return [
        {
          ruleId: publishedAfterEffective.id,
          severity: 'error' as const,
          place: placeOfKey(edition, 'published'),
          message: `The edition “${id}” is published on ${published.day}, after ${effective.day}, when it takes force; an edition that applies to the past cannot be shown yet.`,
          hint: 'Correct one of the two dates; if it applies from the day it was published, write “effective: on-publication”.',
          related: [{ place: placeOfKey(edition, 'effective'), message: 'It takes force here.' }],
        },
      ];
    });
  },
};

/** What is published in the course of a day may apply to the whole of it. */
function isLater(a: Moment | Span, b: Moment): boolean {
  return a.kind === 'instant' && b.kind === 'instant' ? a.instant > b.instant : a.day > b.day;
}
