/** From the second edition on, readers want to know what changed. */
import { placeOfKey } from '../edition-place.ts';
import { issuedEditions } from '../issued-editions.ts';
import type { Rule } from '../rule.ts';

/** A warning for each later edition of which no text has a summary. */
export const summaryMissing: Rule = {
  id: 'summary-missing',
  check(policy, site) {
    return issuedEditions(policy, site)
      .slice(1)
      .filter(({ edition }) => edition.texts.every(({ summary }) => summary === undefined))
      .map(({ edition }) => ({
        ruleId: summaryMissing.id,
        severity: 'warning' as const,
        place: placeOfKey(edition, 'title'),
        message: `The edition “${edition.id}” does not say what changed since the one before.`,
        hint: 'Add a line such as “summary: Adds the payment processor.” It is shown in the archive and in announcements.',
      }));
  },
};
