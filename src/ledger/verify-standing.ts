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
  const latest = [...latestByText(ledger).values()].map(([entry]) => entry);
  const left = leftAddresses(ledger);
  const slugs = [...new Set(latest.filter(({ address }) => !left.has(address)).map(({ policy }) => policy))].sort();
  return slugs.flatMap((slug): Diagnostic[] => {
    const policy = policies.find((one) => one.slug === slug);
    if (policy === undefined) return [missing(slug)];
    const retired = ledger.entries.some(
      (entry) => entry.kind === 'retired' && entry.policy === slug && entry.on <= asOf.slice(0, 10),
    );
    const entries = latest.filter((entry) => entry.policy === slug);
    const due = retired ? undefined : lastBefore(entries, asOf.slice(0, 10));
    if (due === undefined) return [];
    const claimed = entries.find(({ edition }) => edition === policy.inForce);
    const isLater = claimed !== undefined && compare(claimed, due) >= 0;
    return isLater || (claimed === undefined && policy.inForce !== null) ? [] : [wrong(slug, policy.inForce, due)];
  });
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
