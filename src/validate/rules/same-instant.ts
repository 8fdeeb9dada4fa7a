/** Two editions that take force at one instant must say by their ids which of them comes later. */
import { placeOfKey } from '../edition-place.ts';
import { issuedEditions } from '../issued-editions.ts';
import type { Rule } from '../rule.ts';

/** The later one's id is the earlier one's with `.2`, `.3` … after it; anything else is an error. */
export const sameInstant: Rule = {
  id: 'same-instant',
  check(policy, site) {
    const editions = issuedEditions(policy, site);
    return editions.flatMap(({ edition, effective }, index) => {
      const first = editions.find((other) => other.effective === effective)?.edition;
      if (first === undefined || first === edition || isNumberedAfter(edition.id, first.id)) return [];
      const next = editions.slice(0, index).filter((other) => other.effective === effective).length + 1;
      return [
        {
          ruleId: sameInstant.id,
          severity: 'error' as const,
          place: placeOfKey(edition, 'effective', 'applies', 'published'),
          message: `The editions “${first.id}” and “${edition.id}” take force at the same moment, so it cannot be told which of them applies.`,
          hint: `Correct one of the dates; or, if one replaces the other on the same day, name the earlier one “${first.id}” and the later one “${first.id}.${next}”.`,
          related: [
            {
              place: placeOfKey(first, 'effective', 'applies', 'published'),
              message: `“${first.id}” takes force here.`,
            },
          ],
        },
      ];
    });
  },
};

function isNumberedAfter(id: string, first: string): boolean {
  return id.startsWith(`${first}.`) && /^([2-9]|[1-9]\d+)$/.test(id.slice(first.length + 1));
}
