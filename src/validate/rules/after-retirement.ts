/** No edition takes force once its policy has ended. */
import { type CivilDate, type Instant, instantOf } from '../../model/civil-date.ts';
import type { Edition } from '../../model/policy.ts';
import { placeOfKey } from '../edition-place.ts';
import { issuedEditions } from '../issued-editions.ts';
import type { Rule } from '../rule.ts';

/** A warning for each edition that would take force on the day of `retired` or later, unless it is withdrawn by then. */
export const afterRetirement: Rule = {
  id: 'after-retirement',
  check(policy, site) {
    const { retired } = policy.config;
    if (retired === undefined) return [];
    const startOf = (day: CivilDate) => instantOf({ kind: 'day', day }, site.timeZone);
    const isWithdrawnBy = ({ declared }: Edition, instant: Instant) =>
      declared.kind === 'withdrawn' && startOf(declared.on) <= instant;
    return issuedEditions(policy, site)
      .filter(({ edition, effective }) => effective >= startOf(retired.on) && !isWithdrawnBy(edition, effective))
      .map(({ edition }) => ({
        ruleId: afterRetirement.id,
        severity: 'warning' as const,
        place: placeOfKey(edition, 'effective', 'applies', 'published'),
        message: `The edition “${edition.id}” would take force on ${edition.effective.day}, but the policy ends on ${retired.on} according to policy.yaml (retired): it will never be in force.`,
        hint: 'Correct “on” of “retired” in policy.yaml, or the date of the edition; or withdraw the edition.',
      }));
  },
};
