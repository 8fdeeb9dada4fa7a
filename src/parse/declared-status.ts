/** The texts of one edition go in; whether it is issued, a draft or withdrawn comes out. */
import type { Declared } from '../model/policy.ts';
import { agreed, placeIn, type Texts } from './agreed.ts';
import type { Reading } from './reading.ts';

/** A withdrawal has its status, its day and its reason, or is an error. */
export function declaredStatus(texts: Texts): Reading<Declared> {
  const status = agreed(texts, 'status', (front) => front.status);
  const withdrawn = agreed(texts, 'withdrawn', ({ withdrawn }) => withdrawn?.on);
  const diagnostics = [...status.diagnostics, ...withdrawn.diagnostics];
  const problem = { ruleId: 'edition-status', severity: 'error' as const };
  if (status.value === 'withdrawn' && withdrawn.value === undefined) {
    const message = 'A withdrawn edition must say since when, and why.';
    const hint = 'Add a line such as “withdrawn: {on: 2026-03-02, reason: Issued in error}”.';
    return { diagnostics: [...diagnostics, { ...problem, place: placeIn(texts, 'status'), message, hint }] };
  }
  if (status.value !== 'withdrawn' && withdrawn.value !== undefined) {
    const isDraft = status.value === 'draft';
    const message = isDraft
      ? 'A draft cannot be withdrawn: it was never issued.'
      : '“withdrawn” stands here, but the status of the edition is not “withdrawn”.';
    const hint = isDraft ? 'Delete “withdrawn”, or write “status: withdrawn”.' : 'Add the line “status: withdrawn”.';
    return { diagnostics: [...diagnostics, { ...problem, place: placeIn(texts, 'withdrawn'), message, hint }] };
  }
  if (withdrawn.value !== undefined) return { value: { kind: 'withdrawn', ...withdrawn.value }, diagnostics };
  return { value: { kind: status.value === 'draft' ? 'draft' : 'issued' }, diagnostics };
}
