/** Policies that could be read go in; what is wrong with them as policies comes out. */
import type { SiteConfig } from '../model/config.ts';
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.ts';
import type { Policy } from '../model/policy.ts';
import type { Rule } from './rule.ts';
import { authoritativeMissing } from './rules/authoritative-missing.ts';
import { noticePeriod } from './rules/notice-period.ts';
import { placeholder } from './rules/placeholder.ts';
import { publishedAfterEffective } from './rules/published-after-effective.ts';
import { sameInstant } from './rules/same-instant.ts';
import { summaryMissing } from './rules/summary-missing.ts';
import { withdrawnBeforePublished } from './rules/withdrawn-before-published.ts';

const RULES: readonly Rule[] = [
  authoritativeMissing,
  noticePeriod,
  placeholder,
  publishedAfterEffective,
  sameInstant,
  summaryMissing,
  withdrawnBeforePublished,
];

/** Asks every rule of every policy. By place. An error means that the site would say something wrong. */
export function validate(policies: readonly Policy[], site: SiteConfig): readonly Diagnostic[] {
  return RULES.flatMap((rule) => policies.flatMap((policy) => rule.check(policy, site))).sort(compareDiagnostics);
}
