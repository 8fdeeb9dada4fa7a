/** From what was found when a published site was checked to one JSON document for programs. */
import type { Diagnostic } from '../../index.ts';
import { isError } from '../../model/diagnostic.ts';
import type { Verification } from '../../model/published.ts';
import { diagnosticJson, escapeUnprintable } from './json.ts';

/** Counts up when a member changes its meaning or goes away; new members may come at any time. */
const FORMAT = 1;

export interface VerifyFacts {
  readonly location: string;
  /** Absent if the ledger could not be read. */
  readonly verification: Verification | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The document, indented, with a line feed at its end. Members, always all of them and in this order:
 * - `version`: 1, the version of this format;
 * - `location`: the address of the first page, or the path of the folder;
 * - `ok`: whether the exit code is 0;
 * - `head`, `entries`: of the ledger; null where it could not be read;
 * - `pages`: how many were held against it;
 * - `texts`: `{policy, edition, language, address, source, ok}` by address; `source` is the SHA-256 of its text.md by the ledger;
 * - `timestamps`: `{head, time, authority, trusted, entries}`, the earliest first;
 * - `diagnostics`: as in the report of a check, their places null.
 */
export function verifyJson({ location, verification, diagnostics }: VerifyFacts): string {
  const document = {
    version: FORMAT,
    location,
    ok: !diagnostics.some(isError),
    head: verification?.head ?? null,
    entries: verification?.entries ?? null,
    pages: verification?.pages ?? 0,
    texts: (verification?.texts ?? []).map(({ isIntact, ...text }) => ({ ...text, ok: isIntact })),
    timestamps: (verification?.timestamps ?? []).map(({ isTrusted, ...stamp }) => ({ ...stamp, trusted: isTrusted })),
    diagnostics: diagnostics.map(diagnosticJson),
  };
  return `${escapeUnprintable(JSON.stringify(document, null, 2))}\n`;
}
