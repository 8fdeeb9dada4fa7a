/** From what the history tells of published texts to one JSON document for programs. */
import { isoInstant } from '../../model/civil-date.ts';
import { isError } from '../../model/diagnostic.ts';
import type { AdoptFacts } from '../commands/adopt.ts';
import { diagnosticJson, escapeUnprintable } from './json.ts';

/** Counts up when a member changes its meaning or goes away; new members may come at any time. */
const FORMAT = 1;

/**
 * The document, indented, with a line feed at its end. Members, always all of them and in this order:
 * - `version`: 1, the version of this format;
 * - `ok`: whether the exit code is 0; `written`: whether the ledger was written;
 * - `commits`: how many states were looked at; `entries`, `head`: of the ledger, 0 and null with errors;
 * - `events`: `{kind, policy, edition, language, commit, at, redline}` in the order of time; `kind` as in the ledger, or `removed`;
 *   `at` RFC 3339 in UTC; `redline` lists the places where words changed, `[-taken out-]{+put in+}`;
 * - `diagnostics`: as in the report of a check.
 */
export function adoptJson({ events, commits, entries, head, isWritten, diagnostics }: AdoptFacts): string {
  const document = {
    version: FORMAT,
    ok: !diagnostics.some(isError),
    written: isWritten,
    commits,
    entries,
    head: head ?? null,
    events: events.map(({ instant, redline, ...event }) => ({
      ...event,
      at: isoInstant(instant),
      redline,
    })),
    diagnostics: diagnostics.map(diagnosticJson),
  };
  return `${escapeUnprintable(JSON.stringify(document, null, 2))}\n`;
}
