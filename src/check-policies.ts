/** Policies, a moment and what is left of earlier builds go in; what is wrong with the policies comes out: each is asked only if something bears on it anew. */
import type { SiteConfig } from './model/config.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Policy } from './model/policy.ts';
import type { Memory } from './model/runner.ts';
import { type AsOf, settledMoment, type Timeline } from './model/timeline.ts';
import { hasGist, unread } from './model/unread-text.ts';
import { validate } from './validate/validate.ts';

interface Circumstances {
  readonly config: SiteConfig;
  readonly asOf: AsOf;
  readonly timelines: readonly Timeline[];
  readonly memory: Memory;
}

/** In the order of the policies. */
export function checkPolicies(
  policies: readonly Policy[],
  { config, asOf, timelines, memory }: Circumstances,
): Diagnostic[] {
  const settled = new Map(timelines.map((timeline) => [timeline.policy.slug, settledMoment(timeline)]));
  return policies.flatMap((policy) => {
    const check = () => validate([policy], config, asOf);
    const known = withoutTexts(policy);
    if (known === undefined) return check();
    // Within a day, a rule sees of the moment no more than which editions have begun by then.
    const moment = { day: asOf.day, settled: settled.get(policy.slug) ?? asOf.instant };
    return memory.recall({ stage: 'check', group: policy.slug, input: [known, config, moment] }, check);
  });
}

/** All that rules look at, texts by what is known of them; undefined if of any nothing is. */
function withoutTexts(policy: Policy): object | undefined {
  const editions = policy.editions.map((edition) => ({
    ...edition,
    texts: edition.texts.flatMap((text) => (hasGist(text) ? unread(text) : [])),
  }));
  const isWhole = policy.editions.every(({ texts }, index) => texts.length === editions[index]?.texts.length);
  return isWhole ? { ...policy, editions } : undefined;
}
