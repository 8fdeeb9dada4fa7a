/** A review is recorded when it has taken place. */
import type { Rule } from '../rule.ts';

/** A warning if policy.yaml records a review on a day after the one that the site is built for: it counts for nothing yet. */
export const reviewInFuture: Rule = {
  id: 'review-in-future',
  check({ config: { reviewed } }, _site, asOf) {
    if (reviewed === undefined || reviewed.on <= asOf.day) return [];
    return [
      {
        ruleId: reviewInFuture.id,
        severity: 'warning',
        place: reviewed.place,
        message: `The policy is said to be reviewed on ${reviewed.on}, which is after ${asOf.day}, the day that the site is built for.`,
        hint: 'Write the day on which the policy was last reviewed; a review that is planned is not recorded.',
      },
    ];
  },
};
