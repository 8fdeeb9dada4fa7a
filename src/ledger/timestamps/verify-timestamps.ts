/** The time stamps of a published ledger go in, with the certificates that are trusted; what they prove, or why they do not, comes out. */
import type { X509Certificate } from 'node:crypto';
import { isoInstant } from '../../model/civil-date.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Ledger } from '../../model/ledger.ts';
import type { PublishedFile } from '../../model/published.ts';
import { timestampPath, type VerifiedTimestamp } from '../../model/timestamp.ts';
import { checkToken } from './check-token.ts';
import { readToken } from './read-token.ts';
import { entriesUnder } from './stamped-heads.ts';

export interface TimestampProofs {
  readonly heads: readonly string[];
  readonly files: ReadonlyMap<string, PublishedFile>;
  readonly trusted: readonly X509Certificate[];
}

export interface TimestampVerification {
  readonly timestamps: readonly VerifiedTimestamp[];
  /** Errors, `verify-timestamp`; a warning, `verify-timestamp-unknown`, where nobody was named to trust. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Each by its own file. */
export function verifyTimestamps(ledger: Ledger, proofs: TimestampProofs): TimestampVerification {
  const judged = proofs.heads.map((head) => judge(ledger, head, proofs));
  const timestamps = judged.flatMap(({ timestamp }) => timestamp ?? []).toSorted((a, b) => (a.time < b.time ? -1 : 1));
  return { timestamps, diagnostics: judged.flatMap(({ diagnostic }) => diagnostic ?? []) };
}

interface Judgement {
  readonly timestamp?: VerifiedTimestamp;
  readonly diagnostic?: Diagnostic;
}

function judge(ledger: Ledger, head: string, { files, trusted }: TimestampProofs): Judgement {
  const path = timestampPath(head);
  const file = files.get(path) ?? { kind: 'missing' as const, reason: 'it was not asked for' };
  if (file.kind === 'missing') return wrong(`The time stamp /${path} cannot be read: ${file.reason}.`);
  const reading = readToken(file.bytes);
  if (reading.kind === 'unreadable') return wrong(`The time stamp /${path} cannot be used: ${reading.reason}.`);
  const check = checkToken(reading.token, head, trusted);
  if (check.kind === 'bad') return wrong(`The time stamp /${path} proves nothing: ${check.reason}.`);
  const time = isoInstant(reading.token.time);
  const entries = entriesUnder(ledger, head);
  if (entries === undefined) {
    return wrong(
      `On ${time} the ledger was stamped with the digest ${head}, which it no longer has: it was cut off or made anew.`,
    );
  }
  const timestamp = { head, time, authority: check.authority, isTrusted: check.isTrusted, entries };
  return check.isTrusted ? { timestamp } : { timestamp, diagnostic: unknownAuthority(timestamp) };
}

function wrong(message: string): Judgement {
  const hint =
    'Compare the ledger and its time stamps with copies that were kept earlier, or with the publisher’s repository.';
  return { diagnostic: { ruleId: 'verify-timestamp', severity: 'error', message, hint } };
}

function unknownAuthority({ time, authority }: VerifiedTimestamp): Diagnostic {
  return {
    ruleId: 'verify-timestamp-unknown',
    severity: 'warning',
    message: `“${authority}” says that the ledger was so on ${time}; whether that is the authority it claims to be is not known.`,
    hint: 'Give the authority’s certificate, as you have it from the authority itself, with --tsa-certificate.',
  };
}
