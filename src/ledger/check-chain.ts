/** A ledger goes in; every entry that was altered, or that follows one which is not there, comes out. */
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import { LEDGER_SOURCE, type Ledger, OPENED_DIGEST } from '../model/ledger.ts';
import { entryDigest } from './entry-digest.ts';

const HINT =
  'The ledger is written by “promulgate seal” and never by hand. Put back the file as it was when the check last passed (in the history of your repository), then run “promulgate seal”.';

/** Errors, `ledger-chain-broken`. What was cut off at the end cannot be seen here: it is seen by its texts, and by the head that was published. */
export function checkChain(ledger: Ledger): Diagnostic[] {
  const known = new Set<string>(ledger.entries.map(({ digest }) => digest));
  const broken = ledger.entries.flatMap((entry, index): Diagnostic[] => {
    const place = placeOf(ledger, index);
    const isAltered = entryDigest(entry) !== entry.digest;
    const missing = entry.previous.filter((digest) => !known.has(digest));
    return [
      ...(isAltered ? [problem(place, `This entry was altered: it no longer has the digest ${entry.digest}.`)] : []),
      ...missing.map((digest) => problem(place, `The entry before this one, with the digest ${digest}, is missing.`)),
    ];
  });
  if (known.has(OPENED_DIGEST)) return broken;
  return [...broken, problem({ path: LEDGER_SOURCE }, 'The first entry, which every ledger begins with, is missing.')];
}

function placeOf({ lines }: Ledger, index: number): Place {
  const line = lines?.[index];
  return line === undefined ? { path: LEDGER_SOURCE } : { path: LEDGER_SOURCE, line, column: 1 };
}

function problem(place: Place, message: string): Diagnostic {
  return { ruleId: 'ledger-chain-broken', severity: 'error', place, message, hint: HINT };
}
