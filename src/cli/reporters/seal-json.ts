/** From what was entered in the ledger, or is to be, to one JSON document for programs. */
import type { Diagnostic } from '../../index.ts';
import { type Instant, isoInstant } from '../../model/civil-date.ts';
import { isError } from '../../model/diagnostic.ts';
import type { LedgerEntry } from '../../model/ledger.ts';
import { diagnosticJson, escapeUnprintable } from './json.ts';

/** Counts up when a member changes its meaning or goes away; new members may come at any time. */
const FORMAT = 1;

export interface SealFacts {
  /** Absent if the configuration could not be read. */
  readonly asOf: Instant | undefined;
  readonly isCheckOnly: boolean;
  /** Whether the file was written. */
  readonly isWritten: boolean;
  /** What was entered; with `isCheckOnly`, what is to be. */
  readonly appended: readonly LedgerEntry[];
  /** How many entries the ledger has with them; 0 if it could not be read. */
  readonly entries: number;
  /** The digest that stands for the ledger with them; absent if it could not be read. */
  readonly head: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The path of the request for a time stamp, if one was written. */
  readonly timestampRequest?: string;
}

/**
 * The document, indented, with a line feed at its end. Members, always all of them and in this order:
 * - `version`: 1, the version of this format;
 * - `asOf`: the moment for which was sealed, RFC 3339 in UTC, or null where the configuration could not be read;
 * - `ok`: whether the exit code is 0; `check`: whether it was only asked; `written`: whether the file was changed;
 * - `entries`, `head`: of the ledger with what is in `appended`; 0 and null where it could not be read;
 * - `timestampRequest`: the path of the request for a time stamp that was written, or null;
 * - `appended`: entries as in the ledger; `diagnostics`: as in the report of a check.
 */
export function sealJson(facts: SealFacts): string {
  const { asOf, isCheckOnly, isWritten, appended, entries, head, diagnostics, timestampRequest } = facts;
  const document = {
    version: FORMAT,
    asOf: asOf === undefined ? null : isoInstant(asOf),
    ok: !diagnostics.some(isError) && !(isCheckOnly && appended.length > 0),
    check: isCheckOnly,
    written: isWritten,
    entries,
    head: head ?? null,
    timestampRequest: timestampRequest ?? null,
    appended,
    diagnostics: diagnostics.map(diagnosticJson),
  };
  return `${escapeUnprintable(JSON.stringify(document, null, 2))}\n`;
}
