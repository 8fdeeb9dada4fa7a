/** What is published at a moment and the ledger go in; every change of what was sealed, and what is still to be sealed, comes out. */
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.ts';
import type { LedgerEntry } from '../model/ledger.ts';
import { checkChain } from './check-chain.ts';
import type { LedgerWork } from './published-texts.ts';
import { type Pending, survey } from './survey.ts';
import { nameOfText } from './words.ts';

/**
 * Nothing, where there is no ledger. Errors: `ledger-chain-broken`, `-text-changed`, `-rendering-changed`, `-date-changed`,
 * `-address-changed`, `-correction-changed`, `-correction-inexact`, `-withdrawal-changed`, `-retirement-changed`, `-missing`; and for
 * what is declared and not entered yet `-correction-unsealed`, `-date-unsealed`, `-address-unsealed`. A warning, `ledger-unsealed`, for what
 * becomes due by time alone: a build must not fail because a day has come.
 */
export function checkLedger(work: LedgerWork): Diagnostic[] {
  if (work.ledger === undefined) return [];
  const broken = checkChain(work.ledger);
  // What an altered entry says was published is no witness against the texts.
  if (broken.length > 0) return broken;
  const { pending, problems } = survey(work, work.ledger);
  const isOneOfMany = work.config.languages.length > 1;
  const due = pending.map((one) => unsealed(one, isOneOfMany));
  return [...problems, ...due].sort(compareDiagnostics);
}

/** Of each kind of entry: the rule that asks for it, and what is to be said. */
const DUE: { readonly [kind in Exclude<LedgerEntry['kind'], 'opened'>]: readonly [ruleId: string, message: string] } = {
  sealed: ['ledger-unsealed', 'is published and not in the ledger yet.'],
  edited: ['ledger-unsealed', 'was edited, which the ledger does not say yet.'],
  withdrawn: ['ledger-unsealed', 'is withdrawn, which the ledger does not say yet.'],
  retired: ['ledger-unsealed', 'is retired, which the ledger does not say yet.'],
  corrected: ['ledger-correction-unsealed', 'was corrected, and the correction is not in the ledger yet.'],
  'date-moved': ['ledger-date-unsealed', 'has a new date, which is not in the ledger yet.'],
  'address-changed': ['ledger-address-unsealed', 'has a new address, which is not in the ledger yet.'],
};

function unsealed({ part, path }: Pending, isOneOfMany: boolean): Diagnostic {
  const [ruleId, message] = DUE[part.kind];
  const name = part.kind === 'retired' ? part.policy : nameOfText(part, isOneOfMany);
  return {
    ruleId,
    severity: ruleId === 'ledger-unsealed' ? 'warning' : 'error',
    place: { path, line: 1, column: 1 },
    message: `${name} ${message}`,
    hint: 'Run “promulgate seal” and commit “policies/ledger.json” with the change.',
  };
}
