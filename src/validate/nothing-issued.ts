/** Policies that are free of errors go in; if none has an edition to publish, the reason why no site is made comes out. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Policy } from '../model/policy.ts';

/** `policies` as they are to be built: without drafts, unless those are wanted. A site of nothing would take the last good one down. */
export function nothingIssued(policies: readonly Policy[]): readonly Diagnostic[] {
  if (policies.some(({ editions }) => editions.length > 0)) return [];
  return [
    {
      ruleId: 'site-nothing-issued',
      severity: 'error',
      place: { path: 'policies' },
      message: 'There is nothing to publish: every edition is a draft.',
      hint: 'Take “status: draft” out of an edition when it is to be published, or use --drafts to look at drafts.',
    },
  ];
}
