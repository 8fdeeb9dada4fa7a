/** Policies and the ledger go in; the ends of policies that are to be entered, and those that were changed since, come out. */
import type { Retirement } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Ledger, RetiredEntry } from '../model/ledger.ts';
import type { Policy } from '../model/policy.ts';
import { canonicalJson } from './entry-digest.ts';
import type { LedgerWork } from './published-texts.ts';
import type { Pending, Survey } from './survey.ts';

/** The end of a policy may be thought over until its day has begun. From then on it stands: `ledger-retirement-changed`. */
export function surveyRetirements({ policies, asOf }: LedgerWork, ledger: Ledger): Survey {
  const sealed = ledger.entries.filter((entry) => entry.kind === 'retired');
  const surveyed = policies
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
    .map((policy): Survey => {
      const entries = sealed.filter((entry) => entry.policy === policy.slug);
      const changed = entries.filter((entry) => !isSame(entry, policy));
      const { retired } = policy.config;
      const path = `policies/${policy.slug}/policy.yaml`;
      const problems = changed.map((entry) => problemOf(entry, path));
      if (retired === undefined || retired.on > asOf.day || entries.length > 0) return { pending: [], problems };
      return { pending: [{ part: partOf(policy.slug, retired), path }], problems };
    });
  return {
    pending: surveyed.flatMap(({ pending }) => pending),
    problems: surveyed.flatMap(({ problems }) => problems),
  };
}

function partOf(policy: string, { on, reason, replacedBy }: Retirement): Pending['part'] {
  const said = typeof reason === 'string' ? reason : { ...reason };
  return { kind: 'retired', policy, on, reason: said, replacedBy: [...replacedBy] };
}

function isSame({ on, reason, replacedBy }: RetiredEntry, { config: { retired } }: Policy): boolean {
  return retired !== undefined && canonicalJson({ on, reason, replacedBy }) === canonicalJson(retired);
}

function problemOf({ policy, on, reason, replacedBy }: RetiredEntry, path: string): Diagnostic {
  const setting = JSON.stringify({ on, reason, replacedBy });
  return {
    ruleId: 'ledger-retirement-changed',
    severity: 'error',
    place: { path },
    message: `${policy} was retired on ${on}, and its policy.yaml no longer says so in the same way.`,
    hint: `Write “retired: ${setting}”. A policy that begins anew gets a folder of its own.`,
  };
}
