/** From an outcome to one JSON document for programs. The same outcome gives the same bytes: how long it took is left out. */
import type { Diagnostic, Place } from '../../index.ts';
import { isoInstant, momentIso } from '../../model/civil-date.ts';
import { isError } from '../../model/diagnostic.ts';
import type { Outcome } from '../outcome.ts';
import type { PolicyFacts } from '../site-facts.ts';

/** Counts up when a member changes its meaning or goes away; new members may come at any time. */
const FORMAT = 1;

/**
 * The document, indented, with a line feed at its end. Members, always all of them and in this order:
 * - `version`: 1, the version of this format;
 * - `asOf`: the moment built for, RFC 3339 in UTC, or null where the configuration could not be read;
 * - `ok`: whether the exit code is 0;
 * - `diagnostics`: `{ruleId, severity, place, message, hint, related}` in the order of their places. A `place` is null or
 *   `{path, line, column, endLine, endColumn}`, null where unknown; `path` is relative to the root folder, absolute for
 *   the output folder. `related` lists `{place, message}`;
 * - `summary`: `{errors, warnings, timeZone, nextChange, pages, policies, output}`. A policy is
 *   `{policy, inForce: {edition, since} | null, announced: [{edition, from}]}`. `output` counts files,
 *   `{dryRun, written, unchanged, removed}`. It and `pages` are null if none were made.
 */
export function jsonReport({ diagnostics, site, written }: Outcome): string {
  const errors = diagnostics.filter(isError).length;
  const document = {
    version: FORMAT,
    asOf: site === undefined ? null : isoInstant(site.asOf.instant),
    ok: errors === 0,
    diagnostics: diagnostics.map(diagnosticJson),
    summary: {
      errors,
      warnings: diagnostics.length - errors,
      timeZone: site?.config.timeZone ?? null,
      nextChange: site?.nextChange === undefined ? null : isoInstant(site.nextChange),
      pages: written === undefined || site === undefined ? null : site.pages,
      policies: site?.policies.map(policyJson) ?? [],
      output:
        written === undefined
          ? null
          : {
              dryRun: written.isDryRun,
              written: written.written,
              unchanged: written.unchanged,
              removed: written.removed,
            },
    },
  };
  return `${escapeUnprintable(JSON.stringify(document, null, 2))}\n`;
}

/** A diagnostic with all its members, null where unknown. */
export function diagnosticJson({ ruleId, severity, place, message, hint, related = [] }: Diagnostic) {
  return {
    ruleId,
    severity,
    place: placeJson(place),
    message,
    hint,
    related: related.map((other) => ({ place: placeJson(other.place), message: other.message })),
  };
}

function placeJson(place: Place | undefined) {
  if (place === undefined) return null;
  const { path, line = null, column = null, endLine = null, endColumn = null } = place;
  return { path, line, column, endLine, endColumn };
}

function policyJson({ slug, inForce, announced }: PolicyFacts) {
  return {
    policy: slug,
    inForce: inForce === undefined ? null : { edition: inForce.edition.id, since: momentIso(inForce.since) },
    announced: announced.map((edition) => ({ edition: edition.id, from: momentIso(edition.effective) })),
  };
}

/** JSON.stringify leaves C1 controls, direction controls and other invisible characters as they are; a terminal may obey them. */
export function escapeUnprintable(json: string): string {
  return json.replace(/[\u007F-\u009F\p{Zl}\p{Zp}]|\p{Cf}/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => unicodeEscape(character.charCodeAt(index))).join(''),
  );
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
