/** What a rule is: one question asked of one policy. */
import type { SiteConfig } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Policy } from '../model/policy.ts';
import type { AsOf } from '../model/timeline.ts';

export interface Rule {
  /** Stands in every diagnostic of the rule. */
  readonly id: string;
  /** What is wrong with `policy` at `asOf`. Drafts are not asked: they are unfinished by definition. */
  check(policy: Policy, site: SiteConfig, asOf: AsOf): readonly Diagnostic[];
}
