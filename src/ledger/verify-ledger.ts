/** A ledger that was published goes in, with what is said of it elsewhere; whether it holds together comes out. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Ledger } from '../model/ledger.ts';
import { headOf } from './chain.ts';
import { checkChain } from './check-chain.ts';
import { lossInWords, lostEntries } from './lost-entries.ts';

const COMPARE =
  'Compare it with policies/ledger.json in the publisher’s repository, or with a copy that was kept earlier: the line that differs was altered.';

export interface SaidOfLedger {
  /** The head by the site's policies.json; absent if that does not say. */
  readonly head: string | undefined;
  /** The head, or the digest of an entry, that someone noted earlier. */
  readonly noted: string | undefined;
  /** The ledger as someone kept it earlier. */
  readonly kept: Ledger | undefined;
}

/** Errors: `verify-ledger-altered`, `verify-head`, `verify-noted-head`, `verify-ledger-cut`. */
export function verifyLedger(ledger: Ledger, { head, noted, kept }: SaidOfLedger): Diagnostic[] {
  const broken = checkChain(ledger).map(({ place, message }): Diagnostic => {
    const line = place?.line === undefined ? '' : `, line ${place.line}`;
    return problem('verify-ledger-altered', `ledger.json${line}: ${message}`, COMPARE);
  });
  const own = headOf(ledger);
  const isOther = head !== undefined && head !== own;
  const isLost = noted !== undefined && noted !== own && !ledger.entries.some(({ digest }) => digest === noted);
  const lost = kept === undefined ? [] : lostEntries(kept, ledger);
  return [
    ...broken,
    ...(kept === undefined || lost.length === 0
      ? []
      : [
          problem(
            'verify-ledger-cut',
            `The ledger was cut or made anew since the copy of it was kept: it lacks ${lossInWords(lost, kept)}.`,
            COMPARE,
          ),
        ]),
    ...(isOther
      ? [problem('verify-head', `policies.json gives ${head} as the head of the ledger; it is ${own}.`, COMPARE)]
      : []),
    ...(isLost
      ? [
          problem(
            'verify-noted-head',
            `The ledger no longer holds the digest ${noted}, which was noted earlier.`,
            COMPARE,
          ),
        ]
      : []),
  ];
}

function problem(ruleId: string, message: string, hint: string): Diagnostic {
  return { ruleId, severity: 'error', message, hint };
}
