/** If one language prevails, every edition must have its text. */
import { placeOfKey } from '../edition-place.ts';
import { issuedEditions } from '../issued-editions.ts';
import type { Rule } from '../rule.ts';

/** A warning for each edition without a text in the policy's authoritative language. */
export const authoritativeMissing: Rule = {
  id: 'authoritative-missing',
  check(policy, site) {
    const { authoritative } = policy.config;
    if (authoritative === undefined) return [];
    return issuedEditions(policy, site)
      .filter(({ edition }) => edition.texts.every(({ language }) => language !== authoritative))
      .map(({ edition }) => ({
        ruleId: authoritativeMissing.id,
        severity: 'warning' as const,
        place: placeOfKey(edition, 'title'),
        message: `The edition “${edition.id}” has no text in “${authoritative}”, the language that prevails according to policy.yaml (authoritative).`,
        hint: `Add the file “policies/${policy.slug}/${fileName(edition.id, authoritative, site.languages[0])}”.`,
      }));
  },
};

function fileName(id: string, language: string, defaultLanguage: string): string {
  return language === defaultLanguage ? `${id}.md` : `${id}.${language}.md`;
}
