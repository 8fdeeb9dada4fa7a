/** What is published at a moment and the ledger go in; the ledger with everything entered that was missing comes out, or why it cannot be. */
import { isoInstant } from '../model/civil-date.ts';
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.ts';
import type { Ledger, LedgerEntry } from '../model/ledger.ts';
import { append, openLedger } from './chain.ts';
import { checkChain } from './check-chain.ts';
import type { LedgerWork } from './published-texts.ts';
import { survey } from './survey.ts';

export interface Sealing {
  /** With problems: as it was. */
  readonly ledger: Ledger;
  /** In the order of the chain; empty if the ledger said all already, or if there are problems. */
  readonly appended: readonly LedgerEntry[];
  /** Errors. A sealed text is never sealed anew: what changed must be declared, or put back. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Adds an entry for each text that is published at `work.asOf`, and for each declared event of one. All of it, or with errors nothing. */
export function seal(work: LedgerWork): Sealing {
  const before = work.ledger ?? openLedger();
  const { pending, problems } = survey(work, before);
  const diagnostics = [...checkChain(before), ...problems].sort(compareDiagnostics);
  if (diagnostics.length > 0) return { ledger: before, appended: [], diagnostics };
  const parts = pending.map(({ part }) => part);
  const sealedAsOf = isoInstant(work.asOf.instant);
  return { ...append(before, parts, sealedAsOf), diagnostics };
}
