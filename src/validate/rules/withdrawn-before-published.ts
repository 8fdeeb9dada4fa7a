/** An edition cannot be withdrawn before it is published. */
import { placeOfKey } from '../edition-place.ts';
import { issuedEditions } from '../issued-editions.ts';
import { earliestDayOf, whenPublished } from '../publication.ts';
import type { Rule } from '../rule.ts';

/** An error for each edition whose withdrawal is dated before its publication. Before it takes force it may be withdrawn. */
export const withdrawnBeforePublished: Rule = {
  id: 'withdrawn-before-published',
  check(policy, site) {
    return issuedEditions(policy, site).flatMap(({ edition }) => {
      const { declared, published, id } = edition;
      if (declared.kind !== 'withdrawn' || published === undefined || declared.on >= earliestDayOf(published))
        return [];
      return [
        {
          ruleId: withdrawnBeforePublished.id,
          severity: 'error' as const,
          place: placeOfKey(edition, 'withdrawn'),
          message: `The edition “${id}” is withdrawn on ${declared.on}, before it is published ${whenPublished(published)}.`,
          hint: 'Correct one of the two dates; if it was never published, delete the edition.',
          related: [{ place: placeOfKey(edition, 'published'), message: 'It is published here.' }],
        },
      ];
    });
  },
};
