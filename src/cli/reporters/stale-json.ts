/** From what was found of a published site to one JSON document for programs. */
import type { Diagnostic } from '../../index.ts';
import type { DeployedReading } from '../../io/deployed-site.ts';
import { type Instant, isoInstant } from '../../model/civil-date.ts';
import { diagnosticJson, escapeUnprintable } from './json.ts';

/** Counts up when a member changes its meaning or goes away; new members may come at any time. */
const FORMAT = 1;

export interface StaleFacts {
  readonly reading: DeployedReading;
  readonly now: Instant;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The document, indented, with a line feed at its end. Members, always all of them and in this order:
 * - `version`: 1, the version of this format;
 * - `location`: the address or path of the policies.json that was read;
 * - `now`: the moment it was looked at, RFC 3339 in UTC;
 * - `asOf`, `nextChange`: what the site says; null where it does not, or could not be read;
 * - `ok`: whether it is up to date; `diagnostics`: as in the report of a check.
 */
export function staleJson({ reading, now, diagnostics }: StaleFacts): string {
  const said = reading.kind === 'read' ? reading.document : { asOf: null, nextChange: null };
  const document = {
    version: FORMAT,
    location: reading.location,
    now: isoInstant(now),
    asOf: said.asOf,
    nextChange: said.nextChange,
    ok: diagnostics.length === 0,
    diagnostics: diagnostics.map(diagnosticJson),
  };
  return `${escapeUnprintable(JSON.stringify(document, null, 2))}\n`;
}
