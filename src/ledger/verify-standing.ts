/** A published ledger and what policies.json says go in; a policy whose stable page shows another edition than the ledger's dates ask for comes out. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Ledger, leftAddresses, type TextEntry } from '../model/ledger.ts';
import type { PoliciesProof } from '../model/policies-document.ts';
import { compareIds } from '../model/policy.ts';
import { latestByText } from './chain.ts';

/**
 * Errors, `verify-in-force`, `verify-policy-missing`. Only what is certain: editions that apply to all from a day before that of the
 * build. A policy with an edition that applies to groups, or from an unknown day, is passed over.
 */
export function verifyStanding(
  ledger: Ledger,
  { policies, asOf }: Pick<PoliciesProof, 'policies' | 'asOf'>,
): Diagnostic[] {
  const latest = latestOf(ledger);
  const left = leftAddresses(ledger);
  const slugs = [...new Set(latest.filter(({ address }) => !left.has(address)).map(({ policy }) => policy))].sort();
  return slugs.flatMap((slug): Diagnostic[] => {
    const policy = policies.find((one) => one.slug === slug);
    if (policy === undefined) return [missing(slug)];
    const due = contradicting(ledger, policy, asOf);
    return due === undefined ? [] : [wrong(slug, policy.inForce, due)];
  });
}

/** The same policies, but where the ledger contradicts what is said to be in force, what it says: so that the page in force is held against that. */
export function withStanding<P extends PoliciesProof>(ledger: Ledger, proof: P): P {
  const policies = proof.policies.map((policy) => {
    const due = contradicting(ledger, policy, proof.asOf);
    return due === undefined ? policy : { ...policy, inForce: due.edition };
  });
  return { ...proof, policies };
}

/** The edition that applies by the ledger, if that is certain and the policy is said to have an earlier one in force, or none. */
function contradicting(
  ledger: Ledger,
  { slug, inForce }: Pick<PoliciesProof['policies'][number], 'slug' | 'inForce'>,
  asOf: string,
): TextEntry | undefined {
  const day = asOf.slice(0, 10);
  const isRetired = ledger.entries.some(
    (entry) => entry.kind === 'retired' && entry.policy === slug && entry.on <= day,
  );
  const entries = latestOf(ledger).filter((entry) => entry.policy === slug);
  const due = isRetired ? undefined : lastBefore(entries, day);
  if (due === undefined) return undefined;
  const claimed = entries.find(({ edition }) => edition === inForce);
  const isLater = claimed !== undefined && compare(claimed, due) >= 0;
  return isLater || (claimed === undefined && inForce !== null) ? undefined : due;
}

function latestOf(ledger: Ledger): TextEntry[] {
  return [...latestByText(ledger).values()].map(([entry]) => entry);
}

/** The edition that is in force by then at the latest; undefined if that is not certain. */
function lastBefore(entries: readonly TextEntry[], day: string): TextEntry | undefined {
  if (entries.some((entry) => entry.applies !== undefined || dayOf(entry) === '')) return undefined;
  const begun = entries.filter((entry) => dayOf(entry) < day && entry.withdrawn === undefined);
  return begun.toSorted(compare).at(-1);
}

function compare(a: TextEntry, b: TextEntry): number {
  const [left, right] = [dayOf(a), dayOf(b)];
  return left === right ? compareIds(a.edition, b.edition) : left < right ? -1 : 1;
}

/** Empty if it is not known. */
function dayOf({ effective = '', published = '' }: TextEntry): string {
  const written = effective === 'on-publication' ? published : effective;
  return /^\d{4}-\d{2}-\d{2}/.test(written) ? written.slice(0, 10) : '';
}

function wrong(slug: string, inForce: string | null, due: TextEntry): Diagnostic {
  const said = inForce === null ? 'no edition is in force' : `the edition ${inForce} is in force`;
  return {
    ruleId: 'verify-in-force',
    severity: 'error',
    message: `policies.json says that of ${slug} ${said}; by the ledger, ${due.edition} applies since ${dayOf(due)}.`,
    hint: 'Build the site anew from its sources and publish all of it.',
  };
}

function missing(slug: string): Diagnostic {
  return {
    ruleId: 'verify-policy-missing',
    severity: 'error',
    message: `The ledger holds texts of ${slug}, and policies.json says nothing of that policy.`,
    hint: 'Publish all files that a build makes. A policy that has ended keeps its pages.',
  };
}
