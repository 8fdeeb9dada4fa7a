/** Policies that could be read go in; what is wrong with them as policies comes out. */
import type { SiteConfig } from '../model/config.ts';
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.ts';
import type { Policy } from '../model/policy.ts';
import type { AsOf } from '../model/timeline.ts';
import type { Rule } from './rule.ts';
import { afterRetirement } from './rules/after-retirement.ts';
import { authoritativeMissing } from './rules/authoritative-missing.ts';
import { changeLogMissing } from './rules/change-log-missing.ts';
import { cohortOvertaken } from './rules/cohort-overtaken.ts';
import { correctionDate } from './rules/correction-date.ts';
import { dateInText } from './rules/date-in-text.ts';
import { datesInTextDiffer } from './rules/dates-in-text-differ.ts';
import { noticePeriod } from './rules/notice-period.ts';
import { placeholder } from './rules/placeholder.ts';
import { publishedAfterEffective } from './rules/published-after-effective.ts';
import { publishedAhead } from './rules/published-ahead.ts';
import { retroactiveWithoutEffect } from './rules/retroactive-without-effect.ts';
import { reviewInFuture } from './rules/review-in-future.ts';
import { reviewOverdue } from './rules/review-overdue.ts';
import { sameInstant } from './rules/same-instant.ts';
import { summaryMissing } from './rules/summary-missing.ts';
import { termUndefined } from './rules/term-undefined.ts';
import { termUnused } from './rules/term-unused.ts';
import { withdrawnBeforePublished } from './rules/withdrawn-before-published.ts';

const RULES: readonly Rule[] = [
  afterRetirement,
  authoritativeMissing,
  changeLogMissing,
  cohortOvertaken,
  correctionDate,
  dateInText,
  datesInTextDiffer,
  noticePeriod,
  placeholder,
  publishedAfterEffective,
  publishedAhead,
  retroactiveWithoutEffect,
  reviewInFuture,
  reviewOverdue,
  sameInstant,
  summaryMissing,
  termUndefined,
  termUnused,
  withdrawnBeforePublished,
];

/** Asks every rule of every policy. By place. An error means that the site would say something wrong. */
export function validate(policies: readonly Policy[], site: SiteConfig, asOf: AsOf): readonly Diagnostic[] {
  return policies.flatMap((policy) => RULES.flatMap((rule) => rule.check(policy, site, asOf))).sort(compareDiagnostics);
}
