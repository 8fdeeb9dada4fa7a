/** A policy in force is looked through at least once a year. */
import { UTCDate } from '@date-fns/utc';
import { addMonths } from 'date-fns/addMonths';
import type { CivilDate } from '../../model/civil-date.ts';
import type { Policy } from '../../model/policy.ts';
import { placeOfKey } from '../edition-place.ts';
import { type IssuedEdition, issuedEditions } from '../issued-editions.ts';
import type { Rule } from '../rule.ts';

const MONTHS = 12;

/**
 * A warning at the edition in force if, for more than 12 months, no edition was published or took force, none was withdrawn,
 * and no review was recorded. If another edition is announced, if none is in force, or if the policy is retired, there is nothing to ask for.
 */
export const reviewOverdue: Rule = {
  id: 'review-overdue',
  check(policy, site, asOf) {
    const editions = issuedEditions(policy, site);
    const standing = editions.filter(
      ({ edition: { declared } }) => declared.kind !== 'withdrawn' || declared.on > asOf.day,
    );
    const inForce = standing.filter(({ effective }) => effective <= asOf.instant).at(-1)?.edition;
    const isAnnounced = standing.some(({ effective }) => effective > asOf.instant);
    const last = lastDay(editions, policy, asOf.day);
    if (inForce === undefined || isAnnounced || last === undefined || dueAfter(last) >= asOf.day) return [];
    const { reviewed, retired } = policy.config;
    if (retired !== undefined) return [];
    const message =
      reviewed?.on === last
        ? `This policy was last reviewed on ${last}, more than ${MONTHS} months ago, and has had no new edition since.`
        : `For more than ${MONTHS} months, since ${last}, this policy has had neither a new edition nor a review.`;
    return [
      {
        ruleId: reviewOverdue.id,
        severity: 'warning' as const,
        place: placeOfKey(inForce, 'effective', 'applies', 'published'),
        message,
        hint: `Make a new edition; or, if the text is still right, write “reviewed: ${asOf.day}” in policies/${policy.slug}/policy.yaml; or silence “${reviewOverdue.id}” there, with the reason.`,
        ...(reviewed === undefined
          ? {}
          : { related: [{ place: reviewed.place, message: `It was reviewed on ${reviewed.on}.` }] }),
      },
    ];
  },
};

/** The last day, no later than `until`, on which somebody attended to the policy. */
function lastDay(editions: readonly IssuedEdition[], { config }: Policy, until: CivilDate): CivilDate | undefined {
  const days = editions.flatMap(({ edition: { effective, published, declared } }) => [
    effective.day,
    published?.day,
    declared.kind === 'withdrawn' ? declared.on : undefined,
  ]);
  return [...days, config.reviewed?.on]
    .filter((day) => day !== undefined)
    .filter((day) => day <= until)
    .sort()
    .at(-1);
}

function dueAfter(day: CivilDate): CivilDate {
  return addMonths(new UTCDate(`${day}T00:00:00Z`), MONTHS)
    .toISOString()
    .slice(0, 10);
}
